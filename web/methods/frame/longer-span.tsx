import { daysIn, windowOf } from '#web/ask/dates.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { useView } from '#web/ask/use-view.ts';
import { Button } from '#web/ui/button.tsx';
import { words } from './words.ts';

/** A way to a year of weeks, for methods that say little about a few. Nothing where the dates are long enough. */
export function LongerSpan({ atLeastDays }: { atLeastDays: number }) {
  const { opened } = useDesk();
  const { filter, change } = useView();
  if (daysIn(filter) >= atLeastDays) return null;
  return (
    <Button small onClick={() => change({ window: windowOf('year', opened) })}>
      {words.yearOfWeeks}
    </Button>
  );
}
