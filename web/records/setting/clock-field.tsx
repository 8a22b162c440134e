import { Link } from '@tanstack/react-router';
import { useMay } from '#web/ask/session.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import css from './setting.module.css';
import type { Draft } from './use-draft.ts';
import { words } from './words.ts';

const CLOCKS = [
  { value: 'calendar', label: words.clocks.calendar },
  { value: 'rolling-92-days', label: words.clocks['rolling-92-days'] },
] as const;

/** What a quarter is, what that means, and that another one changes who is due. */
export function ClockField({ title, draft: { settings, changed, set } }: { title: string; draft: Draft }) {
  const mayRead = useMay('duty.read');
  const { quarterClock } = settings;
  return (
    <>
      <Segmented
        label={title}
        segments={CLOCKS}
        value={quarterClock}
        onChange={(clock) => set('quarterClock', clock)}
      />
      <p className="caption">{words.clockMeans[quarterClock]}</p>
      {changed.includes('quarterClock') && (
        <p className={css.overtaken} role="status">
          {words.clockChanges}{' '}
          {mayRead && (
            <Link to="/duties" className="link">
              {words.seeDuties}
            </Link>
          )}
        </p>
      )}
    </>
  );
}
