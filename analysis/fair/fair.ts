import { toDayNumber } from '#analysis/shared/days.ts';
import { garwood } from '#analysis/shared/garwood.ts';
import { type Interval, ratioByConditioning } from '#analysis/shared/ratio-limits.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import type { Group } from '#data/schema/records/group.ts';
import { standsAgainst } from './stands-against.ts';

/** A group, the calls of one kind inside its boundary over some days, and who lives or what stands there. */
export type ComparedGroup = {
  readonly groupId: string;
  readonly name: string;
  readonly kind: Group['kind'];
  readonly residents: number | null;
  readonly addresses: number | null;
  readonly calls: number;
  readonly from: string; // local dates, both counted
  readonly to: string;
};

export type FairOptions = {
  readonly level: number; // of all intervals
  readonly fewestResidents: number; // of fewer, one busy household makes the rate
  readonly fewestAddresses: number;
  readonly mostTimesLarger: number; // the larger place against the smaller
  readonly mostSharedGround: number; // share of the smaller one's ground
  readonly fewestCalls: number; // of both together
  readonly mostCallsEach: number; // calls of this one kind in a year for each resident or home
  readonly leastShown: number; // a count from 1 to below it is withheld from the reader; 0: every count is shown
};

export const FAIR_DEFAULTS: FairOptions = {
  level: 0.95,
  fewestResidents: 100,
  fewestAddresses: 40,
  mostTimesLarger: 8,
  mostSharedGround: 0.1,
  fewestCalls: 10,
  mostCallsEach: 1,
  leastShown: 0,
};

export type FairReason =
  | 'more-than-two'
  | 'only-one'
  | 'same-group'
  | 'different-days'
  | 'not-a-count'
  | 'unlike-kinds'
  | 'unlike-sizes'
  | 'shared-ground'
  | 'follows-visitors'
  | 'follows-traffic'
  | 'denominator-unknown'
  | 'denominator-small'
  | 'calls-of-visitors'
  | 'withheld'
  | 'too-few-calls';

export type Denominator = 'residents' | 'addresses';
export type FairRate = {
  groupId: string;
  name: string;
  calls: number;
  denominator: number;
  per1000: number; // calls per 1,000 of the denominator over the days asked for
  low: number; // exact Poisson limits
  high: number;
};

/** Two groups that may be compared. Never in the order of their rates: in the order asked for. */
export type FairComparison = {
  denominator: Denominator;
  rates: [FairRate, FairRate];
  ratio: number | 'zero-base'; // of the first rate to the second
  ratioLimits: Interval; // exact, by conditioning
  said: 'more' | 'fewer' | 'no-clear-difference'; // of the first; clear where the limits do not hold 1
};

export type FairQuestion = {
  readonly category: string;
  readonly sharedGround: number; // share of the smaller one's ground that lies in the other, 0 to 1
};

export const FAIR_CONVENTION =
  'Calls per 1,000 residents or addresses over the same days; exact Poisson (Garwood) limits of each rate; exact limits of their ratio by the conditional binomial (Clopper and Pearson).';
export const FAIR_CAVEAT =
  'A call tells that somebody phoned. A rate of calls says neither how safe a place is nor why people called; calls that come in bunches vary more than these limits allow for.';

/**
 * The rates of two groups, where they can be compared, and every reason where they cannot. Three groups make a ranking:
 * there is none.
 */
export function compareFairly(
  groups: readonly ComparedGroup[],
  question: FairQuestion,
  chosen: Partial<FairOptions> = {},
): { findings: FairComparison[]; leftOut: LeftOut<FairReason>[]; options: FairOptions } {
  const options: FairOptions = { ...FAIR_DEFAULTS, ...chosen };
  const [a, b] = groups;
  const refused = (reasons: readonly FairReason[]) => ({
    findings: [],
    leftOut: reasons.map((reason) => ({ what: groups.map(({ name }) => name).join(', '), reason })),
    options,
  });
  if (groups.length > 2) return refused(['more-than-two']);
  if (a === undefined || b === undefined) return refused(['only-one']);
  const denominator = denominatorFor(a, question.category);
  const reasons = reasonsAgainst([a, b], question, denominator, options);
  if (reasons.length > 0 || denominator === null) return refused(reasons);
  return { findings: [toComparison([a, b], denominator, (1 - options.level) / 2)], leftOut: [], options };
}

const isBusiness = ({ kind }: ComparedGroup): boolean => kind === 'business';

/** Businesses have addresses and hardly residents, whatever the call is about. */
function denominatorFor(group: ComparedGroup, category: string): Denominator | null {
  const against = standsAgainst(category);
  if (against === 'visitors' || against === 'traffic') return null;
  return isBusiness(group) ? 'addresses' : against;
}

type Two = readonly [ComparedGroup, ComparedGroup];

function reasonsAgainst(
  two: Two,
  { category, sharedGround }: FairQuestion,
  denominator: Denominator | null,
  options: FairOptions,
): FairReason[] {
  const [a, b] = two;
  if (a.groupId === b.groupId) return ['same-group'];
  if (two.some(({ calls }) => !(Number.isInteger(calls) && calls >= 0))) return ['not-a-count'];
  const reasons: FairReason[] = [];
  if (a.from !== b.from || a.to !== b.to) reasons.push('different-days');
  if (isBusiness(a) !== isBusiness(b)) reasons.push('unlike-kinds');
  if (sharedGround > options.mostSharedGround) reasons.push('shared-ground');
  if (denominator === null)
    return [...reasons, standsAgainst(category) === 'traffic' ? 'follows-traffic' : 'follows-visitors'];
  return [
    ...reasons,
    ...(reasons.includes('unlike-kinds') ? [] : denominatorReasons(two, denominator, options)),
    ...countReasons(two, options),
  ];
}

function denominatorReasons(two: Two, denominator: Denominator, options: FairOptions): FairReason[] {
  const sizes = two.map((group) => group[denominator]);
  if (sizes.some((size) => size === null || !Number.isFinite(size) || size < 0)) return ['denominator-unknown'];
  const known = sizes.map(Number);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const fewest = denominator === 'residents' ? options.fewestResidents : options.fewestAddresses;
  const reasons: FairReason[] = [];
  if (least < fewest) reasons.push('denominator-small');
  if (most > options.mostTimesLarger * least) reasons.push('unlike-sizes');
  const isVisited = ({ from, to, calls }: ComparedGroup, at: number) =>
    calls > (options.mostCallsEach * (known[at] ?? 0) * (toDayNumber(to) - toDayNumber(from) + 1)) / 365;
  if (least >= fewest && !two.some(isBusiness) && two.some(isVisited)) reasons.push('calls-of-visitors');
  return reasons;
}

function countReasons([a, b]: Two, { leastShown, fewestCalls }: FairOptions): FairReason[] {
  if ([a, b].some(({ calls }) => calls > 0 && calls < leastShown)) return ['withheld'];
  return a.calls + b.calls < fewestCalls ? ['too-few-calls'] : [];
}

function toComparison([a, b]: Two, denominator: Denominator, tail: number): FairComparison {
  const [first, second] = [toRate(a, denominator, tail), toRate(b, denominator, tail)];
  const times = second.denominator / first.denominator;
  const ratioLimits = ratioByConditioning(a.calls, b.calls, times, tail);
  const isMore = ratioLimits.low > 1;
  const isFewer = ratioLimits.high !== 'no-limit' && ratioLimits.high < 1;
  return {
    denominator,
    rates: [first, second],
    ratio: b.calls === 0 ? 'zero-base' : (a.calls / b.calls) * times,
    ratioLimits,
    said: isMore ? 'more' : isFewer ? 'fewer' : 'no-clear-difference',
  };
}

function toRate({ groupId, name, calls, ...sizes }: ComparedGroup, by: Denominator, tail: number): FairRate {
  const denominator = sizes[by] ?? 0;
  const per1000 = (count: number) => (1_000 * count) / denominator;
  const { low, high } = garwood(calls, tail);
  return { groupId, name, calls, denominator, per1000: per1000(calls), low: per1000(low), high: per1000(high) };
}
