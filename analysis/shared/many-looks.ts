/**
 * Benjamini-Hochberg: the share of false finds to expect if everything at or below
 * this p were called a find. Same order as given. R: `p.adjust(p, 'BH')`.
 *
 * Holds for independent or positively dependent looks. Only looks that were really
 * judged belong in the list: a series without exposure is not a look.
 *
 * Benjamini Y, Hochberg Y (1995), J R Stat Soc B 57(1), 289-300.
 */
export function adjustForLooks(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => (p[b] ?? 0) - (p[a] ?? 0));
  const q = new Array<number>(p.length).fill(1);
  let least = 1;
  order.forEach((look, i) => {
    const chance = p[look] ?? 1;
    least = Math.max(chance, Math.min(least, (chance * p.length) / (p.length - i))); // rounding must not take q below p
    q[look] = least;
  });
  return q;
}
