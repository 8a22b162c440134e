/** What the places chosen as the top hold. A tie at the edge is shared: any of the tied might have been chosen. */
export type Top = { hits: number; km2: number };

/** The `size` places with the highest `by`, and what they hold of `counts` and ground. */
export function topPlaces(by: ArrayLike<number>, counts: ArrayLike<number>, km2: ArrayLike<number>, size: number): Top {
  const falling = Float64Array.from(by).sort().reverse();
  const edge = falling[size - 1] ?? 0;
  const sure = { places: 0, hits: 0, km2: 0 };
  const tied = { places: 0, hits: 0, km2: 0 };
  for (let place = 0; place < by.length; place++) {
    const value = by[place] ?? 0;
    if (value < edge) continue;
    const to = value > edge ? sure : tied;
    to.places++;
    to.hits += counts[place] ?? 0;
    to.km2 += km2[place] ?? 0;
  }
  const part = (size - sure.places) / tied.places;
  return { hits: sure.hits + part * tied.hits, km2: sure.km2 + part * tied.km2 };
}
