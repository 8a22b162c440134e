/** How often each atom stands in a sum. Atoms are ordered by size, the largest first. */
export type Shares = Float64Array;

/** A number that can be worked out. It leads with its largest atom, which stands in no other sum. */
export type KnownSum = { readonly lead: number; readonly shares: Shares };

/** Everything that can be worked out from told numbers: their row space in reduced echelon form. */
export type KnownSums = readonly KnownSum[];

export const ROUNDING = 1e-9; // shares are small fractions; below this they are none

/** What is known once `cell` is told as well; a sum that stays as it was is the same object. */
export function tell(known: KnownSums, cell: Shares): KnownSums {
  let rest = cell;
  for (const { lead, shares } of known) rest = without(rest, shares, rest[lead] ?? 0);
  const lead = rest.findIndex((share) => share !== 0);
  if (lead < 0) return known; // it could be worked out before
  const scale = rest[lead] ?? 1;
  const shares = rest.map((share) => share / scale);
  return [
    ...known.map((each) => {
      const times = each.shares[lead] ?? 0;
      return times === 0 ? each : { lead: each.lead, shares: without(each.shares, shares, times) };
    }),
    { lead, shares },
  ];
}

/** `from` less so many times `shares`; shares that are none but for rounding are none. */
export function without(from: Shares, shares: Shares, times: number): Shares {
  if (times === 0) return from;
  return from.map((share, atom) => {
    const left = share - times * (shares[atom] ?? 0);
    return Math.abs(left) < ROUNDING ? 0 : left;
  });
}
