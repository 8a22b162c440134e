import type { PlacesBeforeAfter } from '#analysis/before-after/places.ts';
import { count, plural, wordsOf } from '#web/ui/words.ts';

const calls = (n: number): string => plural(Math.round(n), 'call', 'calls');
const fewerOrMore = (n: number): string =>
  n <= -0.5 ? `${count(-n)} fewer` : n < 0.5 ? 'none more or fewer' : `${count(n)} more`;

export const words = wordsOf({
  en: {
    day: 'Day you acted',
    where: 'Where you acted',
    drawn: 'The drawn area',
    choosePlace: 'Choose',
    several: (n: number) => `${n} areas`,
    control: 'Control, where nobody acted',
    match: 'The area most alike before',
    ring: 'Next door is within',
    weeks: 'On each side at most',
    weeksUnit: 'weeks',
    baseline: 'Set against',
    baselines: { 'just-before': 'The weeks before', 'year-before': 'The same weeks a year before' },
    ask: 'Say where you acted, and from which day on. A place can be drawn on the map with “anywhere” above.',
    needsAreas: 'This city has no boundaries to take a control from.',
    clear: (verdict: 'fewer' | 'more') => (verdict === 'fewer' ? 'A clear fall.' : 'A clear rise.'),
    noChange: 'No clear change.',
    tooEarly: (weeks: number, needed: number) =>
      `Too early to tell: ${plural(weeks, 'week', 'weeks')} since, and ${needed} are needed.`,
    tooFew: 'Too few calls to tell.',
    came: (observed: number, weeks: number, expected: number) =>
      `${calls(observed)} in the ${plural(weeks, 'week', 'weeks')} after; had it gone as in the control, about ${count(expected)}.`,
    total: ({ total, low, high }: PlacesBeforeAfter, level: number, hasRing: boolean) =>
      `${hasRing ? 'With next door: ' : ''}${fewerOrMore(total)} than expected (${level * 100}%: from ${fewerOrMore(low)} to ${fewerOrMore(high)}).`,
    parts: (local: number, displacement: number) =>
      `Of this, ${fewerOrMore(local)} in the place itself and ${fewerOrMore(displacement)} next door.`,
    matched: (name: string, among: number, gap: number) =>
      `${name} was most alike of ${plural(among, 'area', 'areas')} that could serve: before, a week differed by about ${gap.toFixed(1)} calls.`,
    chosen: (name: string) => `Control: ${name}.`,
    rows: 'Calls before and after',
    zone: 'Where',
    zones: {
      treated: 'Where you acted',
      control: 'Control',
      ring: 'Next door',
      'control-ring': 'Next to the control',
    },
    before: 'Before',
    after: 'After',
    change: 'Change',
    chart: (weeks: number) => `Calls a week, ${plural(weeks, 'week', 'weeks')} before and after the day you acted`,
    lines: { treated: 'where you acted', control: 'control' },
    acted: 'acted',
    notCompared: 'This could not be compared.',
    tooEarlyAtAll: 'Too early to tell: not one whole week has arrived since.',
    noControl: 'No other area can serve as a control.',
    reasons: {
      'too-early': 'Not one whole week has arrived since the day you acted',
      'too-few-weeks-before': 'The calls begin less than eight weeks before the day you acted',
      'no-year-before': 'The calls begin less than a year before the day you acted',
      'no-treated-ground': 'No place was chosen',
      'no-control': 'No area is left that holds enough calls and none of the place or next door',
      'no-calls': 'No calls in these weeks',
      'not-a-number': 'A count cannot be read',
      'reversed-dates': 'The dates are the wrong way round',
      'in-treated-and-control': 'In the place and in the control: counted in the place',
      'in-ring-and-control': 'Next door, but in the control: counted in the control',
      'in-both-rings': 'Next to both: counted next to the place',
      'no-place': 'Without a place on the map',
      'months-only': 'The source gives months only, and no weeks',
      'missing-year': 'The year you acted in could not be read',
    },
  },
});
