import type { Said } from '#analysis/two-counts/said.ts';
import { count, plural, wordsOf } from '#web/ui/words.ts';

/** Days as they are said; hours that make a part of one have a place after the point. */
const days = (n: number): string =>
  Number.isInteger(n) ? plural(n, 'day', 'days') : `${n.toFixed(1)} days’ worth of hours`;

export const words = wordsOf({
  en: {
    against: 'Set against',
    choices: { before: 'The days before', year: 'A year ago' },
    rows: 'Both counts by area, by name',
    area: 'Area',
    now: 'Now',
    before: 'Before',
    ratio: 'Times, 95%',
    change: 'Change',
    usual: (low: number, high: number) =>
      `Had nothing changed, ${count(low)} to ${count(high)} calls would have been usual.`,
    short: {
      more: 'More',
      fewer: 'Fewer',
      'no-clear-change': 'Not clear',
      'too-few': 'Too few',
    } satisfies Record<Said, string>,
    said: {
      more: 'Clearly more',
      fewer: 'Clearly fewer',
      'no-clear-change': 'No clear change',
      'too-few': 'Too few calls to tell',
    } satisfies Record<Said, string>,
    sentence: (said: string, now: number, dates: string, before: number, beforeDates: string) =>
      `${said}: ${plural(now, 'call', 'calls')} in ${dates}, ${count(before)} in ${beforeDates}.`,
    rate: (length: number, beforeLength: number) => `${days(length)} set against ${days(beforeLength)}:`,
    times: (ratio: string, low: string, high: string | null) =>
      `${ratio} times the daily rate, ${high === null ? `at least ${low}` : `between ${low} and ${high}`} (95%).`,
    noTimes: (low: string) => `at least ${low} times the daily rate (95%).`,
    range: (low: string, high: string | null) => (high === null ? `≥\u00a0${low}` : `${low}\u2060–\u2060${high}`),
    none: '–',
    nothing: 'These dates could not be compared.',
    noCalls: 'No call in either of the two windows.',
    perArea: (changed: number, areas: number, noun: readonly [string, string]) =>
      `${changed === 0 ? `No clear change in any of ${count(areas)}` : `A clear change in ${count(changed)} of ${count(areas)}`} ${noun[1]}, the number of looks allowed for.`,
    label: (name: string, now: number, before: number) => `${name}: ${count(now)}, before ${count(before)}`,
    reasons: {
      'no-calls': 'No call in either window',
      'no-exposure': 'A window without a length',
      'not-a-count': 'The count cannot be read',
      'still-arriving': 'Days whose calls are still arriving',
      'not-in-files': 'The calls do not reach back far enough to set these dates against',
      'windows-overlap': 'The two windows share days: take dates of at most a year',
      'missing-year': 'A year that could not be read',
      'months-only': 'Known by their month only: take whole months',
    },
  },
});
