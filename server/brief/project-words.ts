import type { PlacesBeforeAfter, PlacesReason } from '#analysis/before-after/places.ts';
import { weeksUntilShown } from '#analysis/before-after/when-shown.ts';
import type { Zone } from '#analysis/before-after/zones.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import type { NotCounted } from '#data/schema/records/project-change.ts';

export const MOST_WEEKS = 52; // that are compared
const Z = 1.96; // as the limits of the whole

const said = (n: number, one: string, many: string): string => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
const calls = (n: number): string => said(Math.round(n), 'call', 'calls');
const weeksOf = (n: number): string => said(n, 'week', 'weeks');
const day = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
const inFull = (date: string): string => day.format(new Date(`${date}T00:00:00Z`));

/** Whether the ground alone moved beyond chance, against its comparison. */
export function localVerdict({ local, localError }: PlacesBeforeAfter): 'fewer' | 'more' | 'no-clear-change' {
  if (Math.abs(local) <= Z * localError) return 'no-clear-change';
  return local < 0 ? 'fewer' : 'more';
}

/** What the range about the expected leaves to chance. */
export const chanceAbout = ({ expected, localError }: PlacesBeforeAfter): { low: number; high: number } => ({
  low: Math.max(0, Math.round(expected - Z * localError)),
  high: Math.round(expected + Z * localError),
});

/** The answer of the page in one sentence or two: too early, too few, no clear change, or what changed. */
export function answerInWords(found: PlacesBeforeAfter, waitWeeks: number, hasRing: boolean): string {
  const { verdict, weeks, observed, expected, local, total } = found;
  const came = `${calls(observed)} in ${weeksOf(weeks)}, where about ${calls(expected)} would have come had it gone as in the comparison.`;
  if (verdict === 'too-early') return `Too early: ${weeks} of ${weeksOf(waitWeeks)}. So far ${came}`;
  if (verdict === 'too-few') return `Too few calls to tell: ${came}`;
  const here = localVerdict(found);
  const size = (n: number) => `about ${calls(Math.abs(n))}`;
  if (here === 'no-clear-change') {
    if (verdict === 'no-clear-change' || !hasRing) return `No clear change${weeks < MOST_WEEKS ? ' yet' : ''}: ${came}`;
    return `No clear change in the ground itself; with next door, ${verdict === 'fewer' ? 'fewer' : 'more'} than expected by ${size(total)}. ${capital(came)}`;
  }
  const moved = here === 'fewer' ? 'Fell' : 'Rose';
  const head = `${moved} by ${size(local)} more than the comparison: ${came}`;
  if (!hasRing || here === 'more') return head;
  return verdict === 'fewer'
    ? `${head} Next door did not rise to make up for it.`
    : `${head} With next door counted in, there is no clear change: some of it may only have moved.`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Sentences behind the answer: next door, and what chance leaves open. */
export function behindTheAnswer(found: PlacesBeforeAfter, ringMeters: number): string[] {
  const { counts, displacement, total, low, high } = found;
  const [before, after] = counts.ring;
  const [range, behind] = [chanceAbout(found), [] as string[]];
  behind.push(`By chance alone it could have been ${range.low} to ${range.high}.`);
  if (ringMeters === 0) return behind;
  const moved =
    displacement > 0.5
      ? `${Math.round(displacement)} more`
      : displacement < -0.5
        ? `${Math.round(-displacement)} fewer`
        : 'no more and no fewer';
  behind.push(
    `Next door, within ${ringMeters} meters: ${before} before, ${after} since, ${moved} than next to the comparison.`,
    `Ground and next door together: ${signed(total)} calls against the comparison; truly anywhere from ${signed(low)} to ${signed(high)}.`,
  );
  return behind;
}

const signed = (n: number): string => {
  const whole = Math.round(n);
  return whole > 0 ? `+${whole}` : whole < 0 ? `−${-whole}` : '0';
};

const THIRTY = 0.7; // what a fall by three in ten leaves
const HALF = 0.5;

/** Until when to wait: weeks until a fall by three in ten, or by half, would usually show. Null once something is clear. */
export function whenKnown(found: PlacesBeforeAfter, mostWeeks: number): string | null {
  const isJudged = found.verdict !== 'too-early' && found.verdict !== 'too-few';
  if (isJudged && (found.verdict === 'fewer' || localVerdict(found) !== 'no-clear-change')) return null;
  const { weeks, counts } = found;
  const rates = { treated: counts.treated[0] / weeks, control: counts.control[0] / weeks };
  const thirty = weeksUntilShown(rates, THIRTY, mostWeeks);
  if (thirty !== null) return `${inWeeks('A fall by three in ten', thirty, weeks)} A smaller one takes longer.`;
  const half = weeksUntilShown(rates, HALF, mostWeeks);
  const tooFew = `Calls are too few here for a fall by three in ten to show within ${weeksOf(mostWeeks)}.`;
  return half === null
    ? `${tooFew} Not even a fall by half would.`
    : `${tooFew} ${inWeeks('A fall by half', half, weeks)}`;
}

const inWeeks = (fall: string, needed: number, passed: number): string =>
  needed > passed
    ? `${fall} would show after about ${weeksOf(needed)}: ${needed - passed} more.`
    : `${fall} would usually have shown by now.`;

/** Why nothing was counted, and what to do. */
export const NOT_COUNTED: Record<NotCounted, string> = {
  'no-day': 'There is no day to count from: say on which day the response began.',
  'no-ground': 'There is no ground to count in: name the project’s group, or the middle and radius of its ground.',
  'no-boundary':
    'The group had no boundary on the day the response began: draw one, or give the middle and radius of the ground.',
  'no-kind': 'Nothing is said of which calls to count: name the kinds of call that the project is about.',
  'no-control':
    'There is nothing to compare with: no group is left that holds enough of these calls and none of the ground or next door. Name a comparison group.',
  'no-week': 'Too early: not one whole week has arrived since the response began.',
  'few-weeks-before': 'The calls begin too shortly before the response for a comparison.',
  'no-calls': 'No call of these kinds came in these weeks, neither here nor in the comparison.',
  'months-only': 'Of these calls only the month is known, so no week can be counted.',
};

/** Calls that count in another place than one might think: of one, and of several. */
const LEFT_OUT: Partial<Record<PlacesReason, readonly [one: string, many: string]>> = {
  'in-treated-and-control': [
    'lies in the ground and in the comparison; it counts in the ground',
    'lie in the ground and in the comparison; they count in the ground',
  ],
  'in-ring-and-control': [
    'lies next door, but in the comparison; it counts there',
    'lie next door, but in the comparison; they count there',
  ],
  'in-both-rings': [
    'lies next to both; it counts next to the ground',
    'lie next to both; they count next to the ground',
  ],
  'no-place': [
    'of the whole city has no place on the map',
    'of the whole city have no place on the map and count nowhere',
  ],
};

/** `what` is a number of calls: "1 call", "26 calls". */
export function leftOutInWords({ what, reason }: LeftOut<PlacesReason>): string[] {
  const words = LEFT_OUT[reason];
  return words === undefined ? [] : [`${what} ${what === '1 call' ? words[0] : words[1]}.`];
}

export const groundInWords = {
  boundary: (name: string, from: string) => `${name}, inside the boundary that held on ${inFull(from)}`,
  circle: (meters: number, name: string | null) =>
    `${meters} meters around a point${name === null ? '' : ` in ${name}`}`,
};

export const controlInWords = (name: string, matched: PlacesBeforeAfter['matched']): string =>
  matched === null
    ? `${name}, chosen in the record`
    : `${name}, whose weeks before were most alike of ${said(matched.among, 'group', 'groups')} that could serve`;

/** Where calls were counted, by name. */
export const zoneNames = (ground: string, control: string, meters: number): Record<Zone, string> => ({
  treated: ground,
  control: `${control}, the comparison`,
  ring: `Next door, within ${meters} m`,
  'control-ring': `Next to ${control}`,
});
