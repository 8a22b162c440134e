/** Groups of three letters of each word, padded as pg_trgm pads them. */
export function trigrams(text: string): Set<string> {
  const grams = new Set<string>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3));
  }
  return grams;
}

/** Shared trigrams over all trigrams: 1 for the same words, 0 for none in common. */
export function likeness(one: string, other: string): number {
  const a = trigrams(one);
  const b = trigrams(other);
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared++;
  return shared / (a.size + b.size - shared);
}
