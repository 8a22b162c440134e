/** A concern of one type in one area, and whether a call is known to have come of it. */
export type EvidenceConcern = {
  readonly concernId: string;
  readonly day: number; // local day number on which it was heard
  readonly causedCall: 'yes' | 'no' | 'not-said';
};

/** What is known of one type in one area. A call or concern of two areas stands in both. */
export type EvidenceSeries = {
  readonly areaId: string;
  readonly category: string;
  readonly callDays: ArrayLike<number>; // the local day number of each call, in any order
  readonly concerns: readonly EvidenceConcern[];
};

/** A series with its days in order, so that a span is counted by two searches. */
export type SeriesDays = {
  readonly areaId: string;
  readonly category: string;
  readonly callDays: Int32Array;
  readonly concernDays: Int32Array;
  readonly concerns: readonly EvidenceConcern[];
};

/** Series of the same area and type become one; the order of rows and files tells nothing. By area, then type. */
export function gatherSeries(given: readonly EvidenceSeries[]): SeriesDays[] {
  const byName = new Map<string, EvidenceSeries[]>();
  for (const one of given) {
    const name = JSON.stringify([one.areaId, one.category]);
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  return [...byName.values()].map(join).sort((a, b) => order(a.areaId, b.areaId) || order(a.category, b.category));
}

/** How many days of an ordered column lie in a span, both ends inclusive. */
export const countBetween = (days: Int32Array, from: number, to: number): number =>
  Math.max(0, firstAtLeast(days, to + 1) - firstAtLeast(days, from));

export const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function join(parts: readonly EvidenceSeries[]): SeriesDays {
  const callDays = Int32Array.from(parts.flatMap(({ callDays: days }) => Array.from(days))).sort();
  const concerns = parts
    .flatMap((part) => part.concerns)
    .sort((a, b) => a.day - b.day || order(a.concernId, b.concernId));
  const [first] = parts;
  return {
    ...{ areaId: first?.areaId ?? '', category: first?.category ?? '', callDays, concerns },
    concernDays: Int32Array.from(concerns, ({ day }) => day),
  };
}

function firstAtLeast(days: Int32Array, wanted: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
