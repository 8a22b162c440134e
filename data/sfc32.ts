/**
 * A seeded stream of numbers from 0 up to 1 (sfc32, Doty-Humphrey, PractRand): the same seed
 * gives the same numbers on every machine. For permutations, Monte Carlo and the demo, not for secrets.
 */
export function sfc32(seed: number, stream = 0x243f6a88): () => number {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, stream | 0, 1];
  const next = (): number => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 16; warmUp++) next();
  return next;
}
