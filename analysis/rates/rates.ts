import { garwood } from '#analysis/shared/garwood.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import {
  type Dispersion,
  errorOf,
  estimateDispersion,
  exactLimits,
  type FunnelLimits,
  type OverDispersion,
  wideLimits,
} from './funnel.ts';
import { smoothRates } from './smooth.ts';

/** An area, the calls in it, and the residents (or addresses) that calls are set against. */
export type RatedArea = {
  readonly areaId: string;
  readonly name: string;
  readonly calls: number;
  readonly denominator: number | null; // null: not known
};

export type RatesOptions = {
  readonly denominator: 'residents' | 'addresses'; // what the rates are named by
  readonly level: number; // of the limits of each rate
  readonly fewest: number; // of residents or addresses; a rate of fewer is a coin thrown
  readonly mostCallsEach: number; // more calls for each of them come from people who do not live there
  readonly notResidential: readonly string[]; // ids of parks, downtown, headquarters
  readonly targetPer1000: number | null; // center of the funnel; null: the rate of all judged areas together
  readonly overDispersion: OverDispersion;
  readonly winsorShare: number; // of either end, pulled in before over-dispersion is estimated
};

export const RATES_DEFAULTS: RatesOptions = {
  denominator: 'residents',
  level: 0.95,
  fewest: 100,
  mostCallsEach: 5,
  notResidential: [],
  targetPer1000: null,
  overDispersion: 'multiplicative',
  winsorShare: 0.1,
};

export type RatesReason =
  | 'no-areas'
  | 'not-residential'
  | 'denominator-unknown'
  | 'denominator-zero'
  | 'denominator-small'
  | 'calls-of-visitors' // more calls for each resident than residents make
  | 'not-a-count'
  | 'too-few-areas' // to say how far areas usually lie apart
  | 'no-calls';

export type FunnelPlace = 'within' | 'above-95' | 'above-998' | 'below-95' | 'below-998';

/** All rates are calls per 1,000 of the denominator, over the window that the calls are of. */
export type AreaRate = {
  areaId: string;
  name: string;
  calls: number;
  denominator: number;
  callsPer1000: number;
  low: number; // exact Poisson limits of the rate
  high: number;
  smoothedPer1000: number | 'too-few-areas'; // empirical Bayes
  funnel: Funnel | 'too-few-areas' | 'no-calls';
};

type Funnel = {
  targetPer1000: number;
  exact: FunnelLimits; // chance alone
  limits: FunnelLimits; // with over-dispersion, where there is any; these decide the place
  z: number; // standard errors from the target, over-dispersion within
  place: FunnelPlace;
  phi: number; // mean squared z, winsorized: about 1 where areas differ by chance alone
};

export const RATES_CONVENTION =
  'Calls per 1,000 of the named denominator over the window; exact Poisson (Garwood) limits; smoothed by Marshall’s global empirical Bayes; funnel limits of Spiegelhalter about the rate of all areas judged, widened by winsorized over-dispersion.';
export const RATES_CAVEAT =
  'Residents stand for those who could call: where people work, shop or pass through, a rate is too high. Places are unlike; their order by rate is no ranking, and rows stand by name.';

const FEWEST_AREAS = 5; // from which over-dispersion is estimated

/**
 * The rate of calls of each area, how sure it is, and whether it lies further from all than areas do. In the order of
 * names. An area whose residents say nothing about its calls is left out by name, and of all sums.
 */
export function findRates(areas: readonly RatedArea[], chosen: Partial<RatesOptions> = {}) {
  const options: RatesOptions = { ...RATES_DEFAULTS, ...chosen };
  const leftOut: LeftOut<RatesReason>[] = [];
  const judged: (RatedArea & { denominator: number })[] = [];
  for (const area of areas) {
    const reason = whyNot(area, options);
    if (reason !== null) leftOut.push({ what: area.name, reason });
    else if (area.denominator !== null) judged.push({ ...area, denominator: area.denominator });
  }
  if (areas.length === 0) leftOut.push({ what: 'rates', reason: 'no-areas' });
  judged.sort((a, b) => byName(a.name, b.name) || byName(a.areaId, b.areaId));
  const smoothed = judged.length < 2 ? null : smoothRates(judged);
  const funnelOf = toFunnel(judged, options, leftOut);
  const tail = (1 - options.level) / 2;
  const findings = judged.map((area, at): AreaRate => {
    const { areaId, name, calls, denominator } = area;
    const limits = garwood(calls, tail);
    const per1000 = (count: number) => (1_000 * count) / denominator;
    return {
      ...{ areaId, name, calls, denominator, callsPer1000: per1000(calls) },
      ...{ low: per1000(limits.low), high: per1000(limits.high) },
      smoothedPer1000: smoothed === null ? 'too-few-areas' : 1_000 * (smoothed[at] ?? 0),
      funnel: typeof funnelOf === 'string' ? funnelOf : funnelOf(area),
    };
  });
  return { findings, leftOut, options };
}

function whyNot({ areaId, calls, denominator }: RatedArea, options: RatesOptions): RatesReason | null {
  if (!(Number.isInteger(calls) && calls >= 0)) return 'not-a-count';
  if (options.notResidential.includes(areaId)) return 'not-residential';
  if (denominator === null || !Number.isFinite(denominator) || denominator < 0) return 'denominator-unknown';
  if (denominator === 0) return 'denominator-zero';
  if (denominator < options.fewest) return 'denominator-small';
  return calls > options.mostCallsEach * denominator ? 'calls-of-visitors' : null;
}

type Judged = RatedArea & { denominator: number };

function toFunnel(judged: readonly Judged[], options: RatesOptions, leftOut: LeftOut<RatesReason>[]) {
  if (judged.length === 0) return 'too-few-areas';
  const nothing = (reason: 'too-few-areas' | 'no-calls') => {
    leftOut.push({ what: 'the funnel', reason });
    return reason;
  };
  if (options.targetPer1000 === null && judged.length < 2) return nothing('too-few-areas');
  const sum = (column: 'calls' | 'denominator') => judged.reduce((total, area) => total + area[column], 0);
  const target = options.targetPer1000 === null ? sum('calls') / sum('denominator') : options.targetPer1000 / 1_000;
  if (!(target > 0)) return nothing('no-calls');
  const isEnough = judged.length >= FEWEST_AREAS;
  if (!isEnough && options.overDispersion !== 'none')
    leftOut.push({ what: 'over-dispersion', reason: 'too-few-areas' });
  const { phi, spread } = estimateDispersion(judged, target, options.winsorShare);
  const dispersion: Dispersion = {
    factor: isEnough && options.overDispersion === 'multiplicative' ? Math.max(1, phi) : 1,
    spread: isEnough && options.overDispersion === 'additive' ? spread : 0,
  };
  const isWide = dispersion.factor > 1 || dispersion.spread > 0;
  return ({ calls, denominator }: Judged): Funnel => {
    const exact = exactLimits(target, denominator);
    const limits = isWide ? wideLimits(target, denominator, dispersion) : exact;
    const rate = calls / denominator;
    return {
      ...{ targetPer1000: 1_000 * target, exact: per1000(exact), limits: per1000(limits) },
      z: (rate - target) / errorOf(target, denominator, dispersion),
      place: placeOf(rate, limits),
      phi,
    };
  };
}

function placeOf(rate: number, { low95, high95, low998, high998 }: FunnelLimits): FunnelPlace {
  if (rate > high998) return 'above-998';
  if (rate > high95) return 'above-95';
  if (rate < low998) return 'below-998';
  return rate < low95 ? 'below-95' : 'within';
}

const per1000 = ({ low95, high95, low998, high998 }: FunnelLimits): FunnelLimits => ({
  ...{ low95: 1_000 * low95, high95: 1_000 * high95, low998: 1_000 * low998, high998: 1_000 * high998 },
});

// "Beat 2" before "Beat 10", whatever the language of the machine.
const byName = new Intl.Collator('en', { numeric: true }).compare;
