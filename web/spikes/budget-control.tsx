import type { Budget } from '#analysis/spike/budget.ts';
import { useSpikes } from '#web/ask/use-spikes.ts';
import { useView } from '#web/ask/use-view.ts';
import { LongWork } from '#web/methods/frame/long-work.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import css from './budget-control.module.css';
import { words } from './words.ts';

const CHOICES = [0.5, 1, 2, 4];

/** The one control of sensitivity: how many false alarms a week the list may bring, and how many it would have. */
export function BudgetControl() {
  const { change } = useView();
  const { budget, threshold, isBeingSet } = useSpikes();
  const offered = CHOICES.includes(budget) ? CHOICES : [...CHOICES, budget].sort((a, b) => a - b);
  return (
    <div className={css.control}>
      <span className="caption">{words.budget}</span>
      <Segmented
        label={words.budget}
        segments={offered.map((each) => ({ value: String(each), label: String(each) }))}
        value={String(budget)}
        onChange={(next) => change({ budget: Number(next) })}
      />
      <span className="caption" role="status">
        {isBeingSet ? words.beingSet : outcome(threshold.found?.budget ?? null, threshold.found !== null)}
      </span>
      <LongWork answered={threshold} />
    </div>
  );
}

/** What the budget brought; where the own past could not set the list, that p is taken at its word. */
function outcome(found: Budget | null, isKnown: boolean): string {
  if (!found) return isKnown ? words.tooShort : words.notSet;
  if (!found.realized) return words.realizedUnknown;
  const said = words.realized(found.realized.alarmsAWeek, found.realized.weeks);
  return found.mostAWeek < found.falseAlarmsAWeek ? `${said} ${words.mostAWeek(found.mostAWeek)}` : said;
}
