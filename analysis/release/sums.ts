/** How often each atom stands in a sum. Atoms are ordered by size, the largest first. */
type Shares = Float64Array;

/** Everything that can be worked out from told numbers: their row space in reduced echelon form. */
export type KnownSums = readonly { readonly lead: number; readonly shares: Shares }[];

const ROUNDING = 1e-9; // shares are small fractions; below this they are none
const MOST_SEARCHED = 60; // sums of small atoms; beyond it their combinations are taken to tell too much

/** What is known once `cell` is told as well. */
export function tell(known: KnownSums, cell: Shares): KnownSums {
  let rest = cell;
  for (const { lead, shares } of known) rest = without(rest, shares, rest[lead] ?? 0);
  const lead = rest.findIndex((share) => share !== 0);
  if (lead < 0) return known; // it could be worked out before
  const scale = rest[lead] ?? 1;
  const shares = rest.map((share) => share / scale);
  return [
    ...known.map((each) => ({ lead: each.lead, shares: without(each.shares, shares, each.shares[lead] ?? 0) })),
    { lead, shares },
  ];
}

/**
 * True where the number of calls in some set of atoms can be worked out exactly and is at least 1 and below `least`.
 * All atoms of such a set are small. A sum leads with its largest atom, so only sums that lead with a small one can
 * make up the set; each of them brings its lead, so there are fewer than `least` of them.
 */
export function tellsSmall(known: KnownSums, sizes: readonly number[], least: number): boolean {
  const small = known.filter(({ lead }) => (sizes[lead] ?? 0) < least);
  if (small.length > MOST_SEARCHED) return true;
  return combines(small, new Float64Array(sizes.length), least - 1, sizes, least);
}

function combines(small: KnownSums, soFar: Shares, room: number, sizes: readonly number[], least: number): boolean {
  return small.some(({ lead, shares }, at) => {
    const left = room - (sizes[lead] ?? 0);
    if (left < 0) return false;
    const sum = without(soFar, shares, -1);
    const isSet = sum.every((share) => share === 0 || Math.abs(share - 1) < ROUNDING);
    if (isSet && sum.reduce((calls, share, atom) => calls + share * (sizes[atom] ?? 0), 0) < least) return true;
    return combines(small.slice(at + 1), sum, left, sizes, least);
  });
}

function without(from: Shares, shares: Shares, times: number): Shares {
  if (times === 0) return from;
  return from.map((share, atom) => {
    const left = share - times * (shares[atom] ?? 0);
    return Math.abs(left) < ROUNDING ? 0 : left;
  });
}
