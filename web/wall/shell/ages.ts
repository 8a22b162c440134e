import type { WallSource } from '#data/schema/wall.ts';

export type Freshness = 'fresh' | 'amber' | 'red';

export type SourceAge = {
  readonly source: WallSource;
  readonly freshness: Freshness;
  readonly hours: number; // whole hours since its last call; never below zero
};

/** How old each source is by the city's clock, judged by its own profile. */
export function agesOf(sources: readonly WallSource[], clockLocal: string): SourceAge[] {
  return sources.map((source) => {
    const age = (Date.parse(`${clockLocal}Z`) - Date.parse(`${source.lastReceivedLocal}Z`)) / 3_600_000;
    return { source, freshness: freshnessOf(source, age), hours: Math.max(0, Math.floor(age)) };
  });
}

function freshnessOf({ amberHours, redHours }: WallSource, age: number): Freshness {
  if (redHours !== null && age >= redHours) return 'red';
  return amberHours !== null && age >= amberHours ? 'amber' : 'fresh';
}
