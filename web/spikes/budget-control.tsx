import { useLongAnswer } from '#web/ask/use-long-answer.ts';
import { useSpikes } from '#web/ask/use-spikes.ts';
import { useView } from '#web/ask/use-view.ts';
import type { AnswerTo } from '#web/compute/door.ts';
import { LongWork } from '#web/methods/frame/long-work.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import css from './budget-control.module.css';
import { words } from './words.ts';

const CHOICES = [0.5, 1, 2, 4];

/** The one control of sensitivity: how many false alarms a week the list may bring, and how many it would have. */
export function BudgetControl() {
  const { view, change } = useView();
  const { filter } = useSpikes();
  const budget = view.budget ?? 1;
  const answered = useLongAnswer('budget', filter, { falseAlarmsAWeek: budget }, 'budget');
  const offered = CHOICES.includes(budget) ? CHOICES : [...CHOICES, budget].sort((a, b) => a - b);
  return (
    <div className={css.control}>
      <span className="caption">{words.budget}</span>
      <Segmented
        label={words.budget}
        segments={offered.map((each) => ({ value: String(each), label: String(each) }))}
        value={view.budget === null ? '' : String(budget)}
        onChange={(next) => change({ budget: Number(next) })}
      />
      {answered.found && <span className="caption">{outcome(answered.found, view.budget)}</span>}
      <LongWork answered={answered} />
    </div>
  );
}

/** Until a budget is chosen p is taken at its word, none of the numbers is marked, and what that brought is told. */
function outcome({ findings: [found] }: AnswerTo<'budget'>, chosen: number | null): string {
  const realized = chosen === null ? found?.realizedNominal : found?.realized;
  if (!found || !realized) return words.realizedUnknown;
  if (chosen === null) return words.byTheory(realized.alarmsAWeek, realized.weeks);
  const said = words.realized(realized.alarmsAWeek, realized.weeks);
  return found.mostAWeek < found.falseAlarmsAWeek ? `${said} ${words.mostAWeek(found.mostAWeek)}` : said;
}
