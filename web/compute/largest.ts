/** Positions of the `most` largest counts above zero, largest first, ties in order of position. */
export function largest(counts: Uint32Array, most: number): number[] {
  const least = counts.length > most ? (counts.toSorted().at(-most) ?? 0) : 0;
  const candidates: number[] = [];
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] ?? 0;
    if (count > 0 && count >= least) candidates.push(at);
  }
  return candidates.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b).slice(0, most);
}
