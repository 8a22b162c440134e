import { useView } from '#web/ask/use-view.ts';
import { hourName, hoursOfWeekInWords, WEEKDAYS } from '#web/chart/hour-words.ts';
import { Button } from '#web/ui/button.tsx';
import { choiceWords } from './choice-words.ts';
import css from './choices.module.css';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** Hours from `first` up to, not with, `end`; the run may pass midnight. */
const hoursFrom = (first: number, end: number): number[] => {
  const length = (end - first + 24) % 24 || 24;
  return HOURS.slice(0, length)
    .map((step) => (first + step) % 24)
    .sort((a, b) => a - b);
};

/** Days and hours; a box drawn in the grid is named and can be taken away. */
export function HoursChoice() {
  const { filter, change } = useView();
  const { weekdays, hours, hourOfWeek } = filter;
  const first = firstOf(hours);
  const end = hours.length === 0 ? 0 : (first + hours.length) % 24;
  const setWeekdays = (next: number[]) =>
    change({ filter: { weekdays: next.length === 7 ? [] : next, hourOfWeek: [] } });
  const setHours = (next: number[]) => change({ filter: { hours: next.length === 24 ? [] : next, hourOfWeek: [] } });
  if (hourOfWeek.length > 0) {
    return (
      <div className={css.stack}>
        <p className={css.heading}>{choiceWords.boxed}</p>
        <p>{hoursOfWeekInWords(hourOfWeek)}</p>
        <Button small onClick={() => change({ filter: { hourOfWeek: [] } })}>
          {choiceWords.clearBox}
        </Button>
      </div>
    );
  }
  return (
    <div className={css.stack}>
      <p className={css.heading}>{choiceWords.weekdays}</p>
      <div className={css.row}>
        {WEEKDAYS.map((name, day) => (
          <button
            key={name}
            type="button"
            className={css.day}
            aria-pressed={weekdays.includes(day)}
            onClick={() => setWeekdays(weekdays.includes(day) ? weekdays.filter((d) => d !== day) : [...weekdays, day])}
          >
            {name}
          </button>
        ))}
      </div>
      <div className={css.row}>
        <Button small onClick={() => setWeekdays([0, 1, 2, 3, 4])}>
          {choiceWords.workdays}
        </Button>
        <Button small onClick={() => setWeekdays([5, 6])}>
          {choiceWords.weekend}
        </Button>
      </div>
      <div className={css.two}>
        <HourSelect label={choiceWords.fromHour} value={first} onChange={(hour) => setHours(hoursFrom(hour, end))} />
        <HourSelect label={choiceWords.toHour} value={end} onChange={(hour) => setHours(hoursFrom(first, hour))} />
      </div>
      <div className={css.row}>
        <Button small onClick={() => setHours(hoursFrom(16, 22))}>
          {choiceWords.evening}
        </Button>
        <Button small onClick={() => setHours(hoursFrom(22, 4))}>
          {choiceWords.night}
        </Button>
        <Button small look="quiet" onClick={() => change({ filter: { hours: [], weekdays: [], hourOfWeek: [] } })}>
          {choiceWords.anyHour}
        </Button>
      </div>
    </div>
  );
}

function HourSelect({ label, value, onChange }: { label: string; value: number; onChange: (hour: number) => void }) {
  return (
    <label className={css.label}>
      {label}
      <select className={css.select} value={value} onChange={(event) => onChange(Number(event.currentTarget.value))}>
        {HOURS.map((hour) => (
          <option key={hour} value={hour}>
            {hourName(hour)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Where a run of hours begins on the clock, midnight or not. */
function firstOf(hours: readonly number[]): number {
  const set = new Set(hours);
  return hours.find((hour) => !set.has((hour + 23) % 24)) ?? hours[0] ?? 0;
}
