import type { Points, Question, Questions } from './door.ts';
import { coordinatesOf, countKept, keptOnMap } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toPlaceCounts } from './place-counts.ts';
import { toCode } from './to-code.ts';

const FEW_ENOUGH = 50_000; // what the map draws as single points
const MOST_STACKS = 2_000;

/** The calls in the filter as points, and the places that hold several of them. */
export function points(loaded: Loaded, question: Question<'points'>): Questions['points']['answer'] {
  const { filter, options } = question;
  const atMost = options.atMost ?? FEW_ENOUGH;
  const rows = keptOnMap(loaded, filter);
  const drawn = rows.subarray(Math.max(0, rows.length - atMost));
  const { lon, lat } = coordinatesOf(loaded, drawn);
  const finding: Points = {
    lonLat: Float32Array.from({ length: 2 * drawn.length }, (_, i) => (i % 2 === 0 ? lon : lat)[i >> 1] ?? Number.NaN),
    count: rows.length,
    stacks: findStacks(loaded, drawn),
  };
  return {
    findings: [finding],
    leftOut:
      drawn.length < rows.length
        ? [{ what: `${rows.length - drawn.length} older calls`, reason: 'too-many-points' }]
        : [],
    options: { atMost },
    window: { from: filter.from, to: filter.to },
    records: countKept(loaded, filter),
    convention:
      'One point for each placed call, where its source put it; calls at the same place are stacked, never moved apart.',
    caveat: 'A point is where the call was recorded, often a block or a crossing, not always where it happened.',
    code: toCode(loaded, question),
  };
}

function findStacks(loaded: Loaded, rows: Uint32Array): Points['stacks'] {
  const { place, placeCount } = loaded.calls.columns;
  const counts = new Uint32Array(placeCount);
  for (const row of rows) {
    const at = place[row] ?? placeCount;
    if (at < placeCount) counts[at] = (counts[at] ?? 0) + 1;
  }
  for (let at = 0; at < counts.length; at++) if (counts[at] === 1) counts[at] = 0;
  return toPlaceCounts(loaded.calls, counts, MOST_STACKS);
}
