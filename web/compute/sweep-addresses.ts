import type { InSteps } from '#analysis/shared/steps.ts';
import { gatherPlaces, lookAtPlaces, type PlaceRise } from '#analysis/sweep/hot-places.ts';
import { standOut } from '#analysis/sweep/judge-looks.ts';
import type { SweepOptions } from '#analysis/sweep/options.ts';
import { NO_PLACE } from '#analysis/tally/columns.ts';
import { callAt } from '#web/tables/call-at.ts';
import type { SweepCandidate } from './door.ts';
import type { Loaded } from './loaded.ts';
import { callsOf, type SweepCalls } from './sweep-calls.ts';
import type { SweptKind } from './sweep-strings.ts';

/** Addresses with more calls of a kind in the judged week than their own past lets expect; one step for each kind. */
export function* sweepAddresses(
  loaded: Loaded,
  layer: string,
  calls: SweepCalls,
  options: SweepOptions,
): InSteps<SweptKind> {
  const spans = Math.min(options.pastWeeks, calls.weeksBefore);
  const nothing = { what: 'hot addresses', reason: 'short-history' };
  if (spans < options.leastWeeks) return { candidates: [], leftOut: [nothing] };
  const { day, place } = loaded.calls.columns;
  const from = calls.firstDay - 7 * spans;
  const found: (PlaceRise & { category: string; rows: Uint32Array })[] = [];
  let looks = 0;
  for (const [at, { category, rows }] of calls.byCategory.entries()) {
    const kept = rows.filter((row) => place[row] !== NO_PLACE && (day[row] ?? 0) >= from);
    const weeksAgo = Uint8Array.from(kept, (row) => spans - Math.floor(((day[row] ?? 0) - from) / 7));
    const gathered = gatherPlaces({ place: Uint32Array.from(kept, (row) => place[row] ?? 0), weeksAgo }, spans);
    const looked = lookAtPlaces(gathered, spans, options);
    looks += looked.looks;
    found.push(...looked.rises.map((rise) => ({ ...rise, category, rows: kept })));
    yield { done: at + 1, total: calls.byCategory.length };
  }
  const strong = standOut(found, looks, options);
  return {
    candidates: strong.map(({ place: at, category, rows, p, q, verdict, observed, low, high }): SweepCandidate => {
      const there = rows.filter((row) => place[row] === at && (day[row] ?? 0) >= calls.firstDay);
      const row = there[0] ?? 0;
      return {
        kind: 'hot-address',
        candidateKey: `${category}~${loaded.calls.places[at]}`,
        category,
        addressBlock: callAt(loaded.calls, row).addressBlock,
        shape: null,
        ...{ observed, low, high, p, q, verdict },
        center: [loaded.calls.lon[row] ?? 0, loaded.calls.lat[row] ?? 0],
        ...callsOf(loaded, layer, there),
      };
    }),
    leftOut: [],
  };
}
