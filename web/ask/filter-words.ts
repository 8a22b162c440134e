import type { Filter } from '#data/schema/filter.ts';
import { hoursInWords, hoursOfWeekInWords } from '#web/chart/hour-words.ts';
import type { Opened } from '#web/compute/door.ts';
import { count, listed, plural, wordsOf } from '#web/ui/words.ts';
import { datesKnown } from './date-words.ts';
import { type Preset, presetOf, type Span } from './dates.ts';
import type { Areas } from './desk.tsx';
import { kindName, typeName } from './kinds.ts';

export const filterWords = wordsOf({
  en: {
    origin: { public: 'from the public', officer: 'from officers', all: 'from anyone' } satisfies Record<
      Filter['origin'],
      string
    >,
    anyKind: 'any kind',
    anyHour: 'any hour',
    anywhere: 'anywhere',
    preset: {
      'last-week': 'last full week',
      'last-month': 'last month',
      'four-weeks': 'last 4 weeks',
      year: 'last 52 weeks',
      'this-year': 'the calendar year',
      all: 'all days',
    } satisfies Record<Preset, string>,
    polygon: (corners: number) => `a drawn area, ${corners} corners`,
    circle: (meters: number) => `${count(meters)} m around a point`,
    places: (n: number) => plural(n, 'place', 'places'),
    days: (n: number) => `${n} days of the week`,
  },
});

/** "any kind", "Noise", "Noise and Theft", "Noise, Theft and 3 more". */
export function kindsInWords({ categories, types }: Pick<Filter, 'categories' | 'types'>): string {
  if (categories.length + types.length === 0) return filterWords.anyKind;
  return listed([...categories.map(kindName), ...types.map(typeName)]);
}

/** "all 24 groups", "Eastbank", "Eastbank and Millrace". */
export function areasInWords(chosen: readonly string[], { features, noun, nameOf }: Areas): string {
  if (chosen.length === 0) return features.length === 0 ? 'the whole city' : `all ${count(features.length)} ${noun[1]}`;
  return listed(chosen.map(nameOf));
}

type Dated = Span & Pick<Opened, 'manifest'>;

/** "last full week, Dec 7 to 13", or the dates alone. */
export function datesInWords(window: { from: string; to: string }, span: Dated): string {
  const preset = presetOf(window, span);
  const dates = datesKnown(window, span);
  return preset === null ? dates : `${filterWords.preset[preset]}, ${dates}`;
}

/** "any hour", "Wed and Thu, 1 to 4 pm", "Sat and Sun". */
export function hoursInSentence({
  weekdays,
  hours,
  hourOfWeek,
}: Pick<Filter, 'weekdays' | 'hours' | 'hourOfWeek'>): string {
  if (hourOfWeek.length > 0) return hoursOfWeekInWords(hourOfWeek);
  if (weekdays.length + hours.length === 0) return filterWords.anyHour;
  const days = weekdays.length === 0 ? [0, 1, 2, 3, 4, 5, 6] : weekdays;
  const times = hours.length === 0 ? Array.from({ length: 24 }, (_, hour) => hour) : inClockOrder(hours);
  const run = runOf(times);
  if (run === null || times.length === 24) return hoursOfWeekInWords(days.flatMap((d) => times.map((h) => 24 * d + h)));
  const daysWords = days.length === 7 ? '' : `${hoursOfWeekInWords(days.map((d) => 24 * d)).split(', ')[0]}, `;
  return `${daysWords}${hoursInWords(run.first, run.last)}`;
}

/** A run of hours may pass midnight: 22, 23, 0, 1 begins at 22. */
function inClockOrder(hours: readonly number[]): number[] {
  const sorted = [...hours].sort((a, b) => a - b);
  const gap = sorted.findIndex((hour, at) => at > 0 && hour !== (sorted[at - 1] ?? 0) + 1);
  const wraps = sorted[0] === 0 && sorted.at(-1) === 23 && gap > 0;
  return wraps ? [...sorted.slice(gap), ...sorted.slice(0, gap)] : sorted;
}

function runOf(times: readonly number[]): { first: number; last: number } | null {
  const first = times[0];
  const last = times.at(-1);
  if (first === undefined || last === undefined) return null;
  return times.every((hour, at) => hour === (first + at) % 24) ? { first, last } : null;
}

/** "anywhere", "400 m around a point", "a drawn area, 5 corners". */
export function shapeInWords({ polygon, circle }: Pick<Filter, 'polygon' | 'circle'>): string {
  if (circle) return filterWords.circle(circle.radiusMeters);
  return polygon.length > 0 ? filterWords.polygon(polygon.length) : filterWords.anywhere;
}

/** Which calls, for a method that asks where and when by itself: "Calls from the public of noise at any hour". */
export function callsInWords(filter: Filter, { months }: Pick<Span, 'months'>): string {
  const hours = months.length > 0 ? '' : ` at ${hoursInSentence(filter)}`;
  return `Calls ${filterWords.origin[filter.origin]} of ${kindsInWords(filter)}${hours}`;
}

/** The whole filter as one sentence, for what is copied, exported and read aloud. */
export function filterInWords(filter: Filter, areas: Areas, span: Dated): string {
  const parts = [
    `Calls ${filterWords.origin[filter.origin]}`,
    `of ${kindsInWords(filter)}`,
    `in ${areasInWords(filter.areas, areas)}`,
    `during ${datesInWords(filter, span)}`,
    ...(span.months.length > 0 ? [] : [`at ${hoursInSentence(filter)}`]),
  ];
  const isShaped = filter.circle !== null || filter.polygon.length > 0;
  return [...parts, ...(isShaped ? [`within ${shapeInWords(filter)}`] : [])].join(' ');
}
