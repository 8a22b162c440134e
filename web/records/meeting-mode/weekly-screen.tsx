import { useNavigate, useSearch } from '@tanstack/react-router';
import { Awaited } from '#web/records/shared/awaited.tsx';
import { AreaPage } from './area-page.tsx';
import { EndPage } from './end-page.tsx';
import css from './meeting.module.css';
import { type Progress, readProgress, writeProgress } from './progress.ts';
import { StartPage } from './start-page.tsx';
import { useMeeting } from './use-meeting.ts';
import { words } from './words.ts';

/** `/weekly`: area by area what is unusual, what is late and what was told, on the display of a meeting room (C3). */
export function WeeklyScreen() {
  const meeting = useMeeting();
  const progress = readProgress(useSearch({ strict: false }));
  const navigate = useNavigate();
  const go = (next: Progress | null) =>
    void navigate({ to: '/weekly', search: next === null ? {} : writeProgress(next) });
  const { records, stops, calls, callState } = meeting;
  if (!records.data || callState === 'loading') {
    return (
      <div className={css.page}>
        <h1>{words.title}</h1>
        <Awaited
          query={{ ...records, isPending: true }} // of the records or of the calls
          failed={words.failed}
          forbidden={words.forbidden}
          reading={words.loading}
          height={320}
        />
      </div>
    );
  }
  if (progress === null) return <StartPage stops={stops} today={records.data.asOfLocal} onBegin={go} />;
  const chosen = progress.areas.flatMap((areaId) => stops.find((stop) => stop.areaId === areaId) ?? []);
  const stop = chosen[progress.at - 1];
  if (stop === undefined) {
    return <EndPage stops={stops} chosen={chosen} progress={progress} onGo={go} />;
  }
  return (
    <AreaPage
      key={stop.areaId}
      stop={stop}
      of={chosen.length}
      week={calls?.week ?? null}
      {...{ callState, progress }}
      onGo={go}
    />
  );
}
