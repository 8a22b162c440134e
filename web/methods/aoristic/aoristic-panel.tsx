import type { AoristicWeek } from '#analysis/aoristic/aoristic.ts';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import { HourGrid } from '#web/chart/hour-grid.tsx';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { type Part, partsOfWeek } from './parts-of-week.ts';
import { words } from './words.ts';

/** The hours of the week that calls happened in, each range shared out over the hours it covers. */
export function AoristicPanel() {
  const { filter } = useView();
  const answered = useAnswer('aoristic', filter, {}, 'method');
  return (
    <MethodAnswer
      answered={answered}
      sentence={({ findings: [week] }) => (week === undefined ? words.nothing : sentenceOf(week))}
      reasons={words.reasons}
    >
      {({ findings: [week] }) => week && <Week week={week} />}
    </MethodAnswer>
  );
}

function Week({ week }: { week: AoristicWeek }) {
  const { weights, exposureHours, medianHours, overAWeek } = week;
  return (
    <>
      <HourGrid counts={weights.map(toTenths)} exposure={exposureHours} label={words.grid} />
      <p className="caption">
        {words.median(lengthInWords(medianHours))} {overAWeek > 0 && words.wraps(overAWeek)}
      </p>
      <DataTable
        caption={words.quarters}
        rows={partsOfWeek(week)}
        columns={COLUMNS}
        rowKey={(part) => part.name}
        dense
      />
    </>
  );
}

const toTenths = (value: number): number => Math.round(value * 10) / 10;

function sentenceOf(week: AoristicWeek): string {
  const [busiest] = partsOfWeek(week).sort((a, b) => b.perHour - a.perHour);
  if (busiest === undefined) return words.nothing;
  const share = `${Math.round((100 * busiest.calls) / week.calls)}%`;
  return words.sentence(busiest.name, share, week.calls, week.calls - week.moments);
}

function lengthInWords(hours: number): string {
  const minutes = Math.max(1, Math.round(60 * hours)); // sources write whole minutes
  return minutes < 120 ? words.minutes(minutes) : words.hours(toTenths(hours));
}

const COLUMNS: readonly Column<Part>[] = [
  { id: 'name', head: words.when, value: ({ name }) => name, isName: true },
  { id: 'calls', head: words.calls, value: ({ calls }) => toTenths(calls), numeric: true },
  { id: 'perHour', head: words.perHour, value: ({ perHour }) => Number(perHour.toPrecision(2)), numeric: true },
];
