import { DatePicker, MonthPicker } from '@mantine/dates';
import { useState } from 'react';
import { lastDayOfMonth } from '#analysis/shared/days.ts';
import { datesKnown } from '#web/ask/date-words.ts';
import { presetOf, presetsOf, windowOf } from '#web/ask/dates.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { filterWords } from '#web/ask/filter-words.ts';
import { useView } from '#web/ask/use-view.ts';
import { choiceWords } from './choice-words.ts';
import css from './choices.module.css';

const NO_WEEKEND: [] = []; // a weekend is no warning: red says nothing here

/** Windows with a name, or the first and last day from a calendar. Days without calls cannot be chosen. */
export function DatesChoice({ onDone }: { onDone: () => void }) {
  const { opened } = useDesk();
  const { filter, change } = useView();
  const [range, setRange] = useState<[string | null, string | null]>([filter.from, filter.to]);
  const named = presetOf(filter, opened);
  const isMonths = opened.months.length > 0;
  const choose = (next: [string | null, string | null]) => {
    setRange(next);
    const [from, to] = next;
    if (from === null || to === null) return;
    change({ window: { from, to: isMonths ? lastDayOfMonth(to) : to } });
    onDone();
  };
  return (
    <div className={css.dates}>
      <div className={css.presets}>
        {presetsOf(opened).map((preset) => {
          const window = windowOf(preset, opened);
          return (
            <button
              key={preset}
              type="button"
              className={css.option}
              aria-pressed={preset === named}
              onClick={() => {
                change({ window: preset === presetsOf(opened)[0] ? null : window });
                onDone();
              }}
            >
              <span>
                {filterWords.preset[preset]}
                <br />
                <span className="caption">{datesKnown(window, opened)}</span>
              </span>
            </button>
          );
        })}
      </div>
      <div className={css.stack}>
        <p className={css.heading}>{isMonths ? choiceWords.customMonths : choiceWords.custom}</p>
        {isMonths ? (
          <MonthPicker
            type="range"
            value={range}
            onChange={choose}
            minDate={opened.firstDay}
            maxDate={opened.lastDay}
            defaultDate={filter.to}
            allowSingleDateInRange
            ariaLabels={choiceWords.calendar}
            size="sm"
          />
        ) : (
          <DatePicker
            type="range"
            value={range}
            onChange={choose}
            minDate={opened.firstDay}
            maxDate={opened.lastDay}
            defaultDate={filter.to}
            allowSingleDateInRange
            ariaLabels={choiceWords.calendar}
            firstDayOfWeek={1}
            weekendDays={NO_WEEKEND}
            hideOutsideDates
            size="sm"
          />
        )}
      </div>
    </div>
  );
}
