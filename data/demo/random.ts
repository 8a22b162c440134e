import { sfc32 } from '#data/sfc32.ts';

/** A seeded stream of numbers (sfc32): the same seed gives the same numbers on any machine. */
export type Random = {
  next(): number; // 0 <= n < 1
  between(low: number, high: number): number;
  int(below: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  normal(): number;
  gamma(shape: number): number; // mean = shape
  poisson(mean: number): number;
};

/** A stream of its own for each purpose, so that a change in one part of the city leaves the others alone. */
export function randomOf(seed: number, purpose: string): Random {
  const next = sfc32(seed, hash(purpose));
  return { next, ...drawnFrom(next) };
}

function drawnFrom(next: () => number): Omit<Random, 'next'> {
  const normal = (): number => {
    let u = 0;
    let v = 0;
    let s = 0;
    do {
      u = next() * 2 - 1;
      v = next() * 2 - 1;
      s = u * u + v * v;
    } while (s >= 1 || s === 0);
    return u * Math.sqrt((-2 * Math.log(s)) / s);
  };
  const gamma = (shape: number): number => {
    // Marsaglia and Tsang (2000), for shapes of one and more.
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) * (1 + c * x) * (1 + c * x);
      if (v > 0 && Math.log(next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const poisson = (mean: number): number => {
    if (mean <= 0) return 0;
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = next(); product > limit; product *= next()) count++;
    return count;
  };
  return {
    between: (low, high) => low + (high - low) * next(),
    int: (below) => Math.floor(next() * below),
    chance: (probability) => next() < probability,
    pick: (from) => {
      const picked = from[Math.floor(next() * from.length)];
      if (picked === undefined) throw new RangeError('pick requires a list that is not empty');
      return picked;
    },
    normal,
    gamma,
    poisson,
  };
}

function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h;
}
