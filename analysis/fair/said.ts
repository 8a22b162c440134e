import type { ComparedGroup, Denominator, FairComparison, FairOptions, FairReason } from './fair.ts';
import { standsAgainst } from './stands-against.ts';

export type Refusal = {
  readonly reason: FairReason;
  readonly why: string;
  readonly instead: string; // what may be asked
};

/** "14.2", "8.75" where it is small, "0" */
export const shortRate = (per1000: number): string =>
  per1000 === 0
    ? '0'
    : per1000 < 10
      ? per1000.toFixed(per1000 < 1 ? 2 : 1)
      : Math.round(per1000).toLocaleString('en-US');

/** Close to 1 a tenth would say that the two are equal. */
const times = (ratio: number): string => ratio.toFixed(Math.abs(ratio - 1) < 0.05 ? 2 : ratio < 10 ? 1 : 0);

/** What may be said of two groups, in one or two sentences; none of them is "worse". */
export function comparisonInWords({ rates, denominator, ratio, ratioLimits, said }: FairComparison, label: string) {
  const [a, b] = rates;
  const about = `calls about ${label.toLowerCase()}`;
  const against = `${shortRate(a.per1000)} against ${shortRate(b.per1000)}`;
  const per = `for each 1,000 ${denominator}`;
  if (said === 'no-clear-difference') {
    const open =
      ratioLimits.high === 'no-limit'
        ? `${times(ratioLimits.low)} times as many upward`
        : `${times(ratioLimits.low)} to ${times(ratioLimits.high)} times as many`;
    return `No clear difference: ${per}, ${a.name} had ${shortRate(a.per1000)} ${about} and ${b.name} ${shortRate(b.per1000)}. ${a.name} may truly have anything from ${open}.`;
  }
  const busier = said === 'more' ? a.name : b.name;
  return `${a.name} had ${said} ${about} than ${b.name} ${per}: ${against}. ${busier} had ${timesAsMany(said === 'more' ? { ratio, ...ratioLimits } : inverse(ratio, ratioLimits))}.`;
}

type Span = { ratio: number | 'zero-base'; low: number; high: number | 'no-limit' };

const inverse = (ratio: number | 'zero-base', { low, high }: FairComparison['ratioLimits']): Span => ({
  ratio: ratio === 'zero-base' || ratio === 0 ? 'zero-base' : 1 / ratio,
  low: high === 'no-limit' ? 0 : 1 / high,
  high: low === 0 ? 'no-limit' : 1 / low,
});

const timesAsMany = ({ ratio, low, high }: Span): string =>
  ratio === 'zero-base' || high === 'no-limit'
    ? `at least ${times(low)} times as many, allowing for chance`
    : `about ${times(ratio)} times as many (from ${times(low)} to ${times(high)} times, allowing for chance)`;

export type OwnRange = {
  readonly usual: { readonly low: number; readonly high: number } | null;
  readonly against: 'more' | 'as-usual' | 'fewer' | 'not-judged';
  readonly leastShown: number;
};

/** "Eastbank: 47 calls about noise, as usual for it (38 to 60)." */
export function ownPastInWords(
  { name, calls }: Pick<ComparedGroup, 'name'> & { calls: number | null },
  label: string,
  { usual, against, leastShown }: OwnRange,
): string {
  const about = `${calls === 1 ? 'call' : 'calls'} about ${label.toLowerCase()}`;
  if (calls === null) return `${name}: fewer than ${leastShown} ${about}, so the number is not shown.`;
  if (usual === null) return `${name}: ${calls} ${about}; what is usual for it is not known.`;
  const verdict = against === 'more' ? 'more than' : against === 'fewer' ? 'fewer than' : 'as';
  return `${name}: ${calls} ${about}, ${verdict} usual for it (${usual.low} to ${usual.high}).`;
}

/** Stands wherever counts or rates of many places are listed. */
export const NO_RANKING = 'Places are unlike: in whatever order they stand, this is no ranking.';

const OWN_PAST = 'Look at each group against its own past, below.';

/** Why two groups are not compared, and what may be asked instead. */
export function refusalInWords(
  reason: FairReason,
  groups: readonly ComparedGroup[],
  asked: { readonly category: string; readonly label: string; readonly sharedGround: number },
  options: FairOptions,
): Refusal {
  const about = `Calls about ${asked.label.toLowerCase()}`;
  const denominator = denominatorIn(groups, asked.category);
  const of = (group: ComparedGroup | undefined) =>
    group === undefined ? '' : `${group.name} has ${sized(group[denominator], denominator)}`;
  const bySize = groups.toSorted((a, b) => (a[denominator] ?? -1) - (b[denominator] ?? -1));
  const [smaller, larger] = [bySize[0], bySize.at(-1)];
  const say = (why: string, instead: string): Refusal => ({ reason, why, instead });
  switch (reason) {
    case 'more-than-two':
      return say(
        'Three or more places side by side make a ranking. Most of such an order is chance and the kind of place, so there is none here.',
        'Choose two groups that are alike, or look at each against its own past, below.',
      );
    case 'only-one':
      return say('One group alone has nothing to be compared with.', 'Choose a second group, or look at its own past.');
    case 'same-group':
      return say('Both are the same group.', 'Choose a second group, or look at its own past.');
    case 'different-days':
      return say('The two were counted over different days.', 'Choose the same days for both.');
    case 'not-a-count':
      return say('A count could not be read.', OWN_PAST);
    case 'unlike-kinds': {
      const [business, homes] = groups.toSorted((a) => (a.kind === 'business' ? -1 : 1));
      return say(
        `${business?.name} is a place of business and ${homes?.name} a place where people live. Those who pass through a shopping street are counted nowhere, so no rate is fair to both.`,
        'Choose two groups of homes, or two business groups.',
      );
    }
    case 'unlike-sizes':
      return say(
        `${of(smaller)}, ${of(larger)}. In the smaller place one busy household changes the rate; the larger one hides it.`,
        `Choose groups of which one is at most ${options.mostTimesLarger} times as large as the other.`,
      );
    case 'shared-ground':
      return say(
        `${shareInWords(asked.sharedGround)} of the smaller group’s ground lies in the other as well, so the same calls would stand on both sides.`,
        'Choose two groups that do not overlap.',
      );
    case 'follows-visitors':
      return say(
        `${about} follow those who pass through, not those who live there, and nobody has counted them.`,
        'Choose a kind that follows homes, such as noise or burglary, or look at each group against its own past.',
      );
    case 'follows-traffic':
      return say(
        `${about} follow the traffic on the roads, not those who live along them.`,
        'Choose a kind that follows homes, such as noise or burglary, or look at each group against its own past.',
      );
    case 'denominator-unknown': {
      const unknown = groups.filter((group) => group[denominator] === null).map(({ name }) => name);
      return say(
        `How many ${denominator} there are is not known for ${unknown.join(' and ')}. Without it only counts could be set side by side, and the larger place would always have more.`,
        'Enter the number on the group’s page; it is asked for under “Change”.',
      );
    }
    case 'denominator-small':
      return say(`${of(smaller)}: with so few, a single call moves the rate.`, OWN_PAST);
    case 'calls-of-visitors':
      return say(
        `There are more calls than those who live there make in a year: ${about.toLowerCase()} come from visitors here.`,
        OWN_PAST,
      );
    case 'withheld':
      return say(
        `One of the counts is under ${options.leastShown} and is withheld to protect people, so no rate of it is told either.`,
        'Choose more days.',
      );
    case 'too-few-calls':
      return say(
        `There are fewer than ${options.fewestCalls} calls in both together: chance alone makes any difference between them.`,
        'Choose more days, or a kind with more calls.',
      );
  }
}

function denominatorIn(groups: readonly ComparedGroup[], category: string): Denominator {
  if (groups.every(({ kind }) => kind === 'business')) return 'addresses';
  return standsAgainst(category) === 'addresses' ? 'addresses' : 'residents';
}

const sized = (size: number | null, denominator: Denominator): string =>
  size === null ? `an unknown number of ${denominator}` : `${size.toLocaleString('en-US')} ${denominator}`;

function shareInWords(share: number): string {
  if (share > 0.9) return 'Nearly all';
  if (share > 0.6) return 'Most';
  if (share > 0.4) return 'About half';
  return share > 0.28 ? 'About a third' : share > 0.18 ? 'About a fifth' : 'Part';
}
