import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { windowInWords } from '#web/ask/date-words.ts';
import { type Preset, presetOf, windowOf } from '#web/ask/dates.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { filterWords } from '#web/ask/filter-words.ts';
import { useView } from '#web/ask/use-view.ts';
import { choiceWords } from './choice-words.ts';
import css from './choices.module.css';

const PRESETS: readonly Preset[] = ['last-week', 'four-weeks', 'year', 'this-year', 'all'];

const NO_WEEKEND: [] = []; // a weekend is no warning: red says nothing here

/** Windows with a name, or the first and last day from a calendar. Days without calls cannot be chosen. */
export function DatesChoice({ onDone }: { onDone: () => void }) {
  const { opened } = useDesk();
  const { filter, change } = useView();
  const [range, setRange] = useState<[string | null, string | null]>([filter.from, filter.to]);
  const named = presetOf(filter, opened);
  const choose = (next: [string | null, string | null]) => {
    setRange(next);
    const [from, to] = next;
    if (from === null || to === null) return;
    change({ window: { from, to } });
    onDone();
  };
  return (
    <div className={css.dates}>
      <div className={css.presets}>
        {PRESETS.map((preset) => {
          const window = windowOf(preset, opened);
          return (
            <button
              key={preset}
              type="button"
              className={css.option}
              aria-pressed={preset === named}
              onClick={() => {
                change({ window: preset === 'last-week' ? null : window });
                onDone();
              }}
            >
              <span>
                {filterWords.preset[preset]}
                <br />
                <span className="caption">{windowInWords(window)}</span>
              </span>
            </button>
          );
        })}
      </div>
      <div className={css.stack}>
        <p className={css.heading}>{choiceWords.custom}</p>
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
      </div>
    </div>
  );
}
