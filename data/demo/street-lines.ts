import { characterAt } from './character.ts';
import { at, distanceToLine, type Line, smooth } from './curve.ts';
import { ROADS, type StreetClass } from './layout.ts';
import { distance, type Point } from './plane.ts';
import { StreetSamples, type Tracing, traceStreets } from './streamlines.ts';
import { layField, type StreetField } from './street-field.ts';
import type { Terrain } from './terrain.ts';

/** A street as it was drawn or grown, before it is cut at corners. Name is empty until it gets one. */
export type DrawnStreet = { name: string; class: StreetClass; line: Line };

/** Roads by hand, then collectors, then local streets, each kind filling what the one before left open. */
export function drawStreets(seed: number, terrain: Terrain): DrawnStreet[] {
  const streets: DrawnStreet[] = ROADS.map((road) => ({
    name: road.name,
    class: road.class,
    line: smooth(road.through, 15),
  }));
  const banks = terrain.riverBanks.map((bank) => bank.filter((_, i) => i % 3 === 0));
  const field = layField(seed, [
    ...streets.map((street) => street.line.filter((_, i) => i % 4 === 0)),
    ...banks,
    terrain.interstate.filter((_, i) => i % 3 === 0),
  ]);
  const samples = new StreetSamples();
  for (const street of streets) samples.add(street.line, field);
  samples.add(terrain.interstate, field);
  samples.add(terrain.rail, field);

  const roads = streets.map((street) => street.line);
  const collectors = collectorLines(terrain, field, samples, roads);
  for (const line of collectors) streets.push({ name: '', class: 'collector', line });
  for (const line of localLines(terrain, field, samples, [...roads, ...collectors])) {
    streets.push({ name: '', class: 'local', line });
  }
  for (const line of countryLines(terrain, field, samples, roads)) streets.push({ name: '', class: 'local', line });
  return streets;
}

function collectorLines(terrain: Terrain, field: StreetField, samples: StreetSamples, roads: Line[]): Line[] {
  const tracing: Tracing = {
    field,
    samples,
    spacing: (place) => Math.min(560, 210 + characterAt(place).short * 2.3),
    open: (place) => terrain.inCity(place) && !terrain.blocks(place, 'collector'),
    closest: 0.62,
    shortest: 350,
  };
  const along = traceStreets(tracing, 'along', roads, gapsOf(tracing, 300));
  const across = traceStreets(tracing, 'across', [...roads, ...along], gapsOf(tracing, 300));
  return [...along, ...across];
}

function localLines(terrain: Terrain, field: StreetField, samples: StreetSamples, roads: Line[]): Line[] {
  const tracing: Tracing = {
    field,
    samples,
    spacing: (place, family) => characterAt(place)[family === 'along' ? 'short' : 'long'],
    open: (place) => terrain.inCity(place) && !terrain.blocks(place, 'local'),
    closest: 0.56,
    shortest: 75,
  };
  const along = traceStreets(tracing, 'along', roads, gapsOf(tracing, 90));
  const across = traceStreets(tracing, 'across', roads, gapsOf(tracing, 90));
  return [...along, ...across];
}

/** The lanes beyond the city limit, so that the city does not end in white. */
function countryLines(terrain: Terrain, field: StreetField, samples: StreetSamples, roads: Line[]): Line[] {
  const tracing: Tracing = {
    field,
    samples,
    spacing: (_, family) => (family === 'along' ? 620 : 900),
    open: (place) =>
      Math.abs(place[0]) < 8200 &&
      Math.abs(place[1]) < 6000 &&
      !terrain.inCity(place) &&
      !terrain.blocks(place, 'local'),
    closest: 0.5,
    shortest: 260,
  };
  const outside = (line: Line): boolean => line.some((point) => !terrain.inCity(point));
  const along = traceStreets(tracing, 'along', roads.filter(outside), gapsOf(tracing, 500));
  const across = traceStreets(tracing, 'across', [...roads.filter(outside), ...along], gapsOf(tracing, 700));
  return [...along, ...across];
}

function gapsOf(tracing: Tracing, every: number): Point[] {
  const gaps: Point[] = [];
  for (let y = -6000; y < 6000; y += every) {
    for (let x = -8200; x < 8200; x += every) if (tracing.open([x, y])) gaps.push([x, y]);
  }
  return gaps;
}

/** The street that passes a place and runs that way, to be called by a name the city is known for. */
export function streetNear(streets: readonly DrawnStreet[], place: Point, toward: Point): DrawnStreet | undefined {
  let best: DrawnStreet | undefined;
  let nearest = 160;
  for (const street of streets) {
    if (street.name || street.line.length < 8) continue;
    const away = distanceToLine(place, street.line) + distanceToLine(toward, street.line);
    if (away >= nearest || distance(at(street.line, 0), at(street.line, -1)) < 200) continue;
    nearest = away;
    best = street;
  }
  return best;
}
