import { BRIEFING_CAVEAT } from '#analysis/briefing/briefing.ts';
import type { Briefing } from '#data/schema/records/briefing.ts';
import { clockInWords } from '#web/ask/date-words.ts';
import { count, plural, wordsOf } from '#web/ui/words.ts';

const longDay = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' });
const fullDay = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
const at = (day: string) => new Date(`${day.slice(0, 10)}T00:00:00Z`);
const inFull = (day: string): string => fullDay.format(at(day));

/** "November 16 to December 13, 2026" */
export function daysInFull({ from, to }: Pick<Briefing, 'from' | 'to'>): string {
  if (from === to) return inFull(from);
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${longDay.format(at(from))} to ${inFull(to)}`
    : `${inFull(from)} to ${inFull(to)}`;
}

const lowered = (labels: readonly string[]): string => labels.map((label) => label.toLowerCase()).join(', ');

export const words = wordsOf({
  en: {
    title: 'Hand-out totals',
    loading: 'Counting the calls',
    failed: 'The calls could not be counted',
    refused: 'There is nothing to print for these days',
    forbidden: 'Hand-out totals are not open to your role',
    again: 'Try again',
    back: 'Back to the group',
    days: 'Days',
    from: 'First day',
    to: 'Last day',
    show: 'Count these days',
    sinceMeeting: 'Since the last meeting',
    print: 'Print',
    by: (city: string) => `${city} police, community engagement`,
    sinceMeetingOn: (day: string, place: string) => `since the meeting of ${longDay.format(at(day))}, ${place}`,
    kicker: (follows: Briefing['follows']) =>
      follows === null ? 'Calls and crime here' : 'Calls and crime here since the last meeting',
    usual: (low: number, high: number) => `usual ${count(low)} to ${count(high)}`,
    notCompared: 'No usual range',
    others: 'Other calls',
    kind: 'What the call was about',
    calls: 'Calls',
    usualRange: 'Usual',
    none: (labels: readonly string[]) => `No calls: ${lowered(labels)}.`,
    withheld: (labels: readonly string[], least: number) =>
      `Fewer than ${least} calls, so the number is not shown, to protect people: ${lowered(labels)}.`,
    sum: (calls: number) => `${plural(calls, 'call', 'calls')} in the kinds that are shown with a number.`,
    howUsual:
      'The usual range comes from the weeks before and from the same weeks of earlier years. Luck alone puts about 1 kind in 20 outside of it.',
    caveat: BRIEFING_CAVEAT,
    source: ({ source: { titles, cutoffLocal } }: Briefing) =>
      `Calls from the public. Source: ${titles.join('; ')}, received up to ${inFull(cutoffLocal)}, ${clockInWords(cutoffLocal)}.`,
    askedTo: (asked: string, to: string) =>
      `Asked for up to ${inFull(asked)}; counted up to ${inFull(to)}, the last day that is wholly in.`,
    boundary: ({ boundary: { validFrom, isNewer } }: Briefing) =>
      isNewer
        ? `The boundary was redrawn on ${inFull(validFrom)}; all days are counted inside the new one.`
        : `Counted inside the boundary that holds since ${inFull(validFrom)}.`,
    notCounted: (kinds: readonly string[]) =>
      `Never counted here: ${lowered(kinds)}, and what officers began themselves.`,
    notPlaced: (calls: number) =>
      calls === 0
        ? 'Every call of the city in these days could be placed on the map.'
        : `${plural(calls, 'call', 'calls')} of the whole city could not be placed on the map and ${calls === 1 ? 'is' : 'are'} in no group’s numbers.`,
    monthOnly: (calls: number) =>
      `${plural(calls, 'call of which only the month is known is', 'calls of which only the month is known are')} left out.`,
  },
});
