import type { CountedKind } from '#analysis/briefing/briefing.ts';
import { buildPlaceIndex, countByArea, placePoints } from '#analysis/place/place.ts';
import type { SnapPoint } from '#analysis/snap/snap.ts';
import { CATEGORIES } from '#data/codes/categories.ts';
import type { HandOutDots, HandOutLine } from '#data/schema/records/hand-out.ts';
import type { Days } from '#server/brief/count-calls.ts';
import { PUBLIC_KINDS } from '#server/brief/open-calls.ts';
import type { Ground } from './grounds.ts';
import { callsIn, type Ledger } from './ledger.ts';
import type { Gate } from './open-gate.ts';
import { streetIn } from './street-in.ts';

export type DotsQuestion = {
  readonly ground: Ground; // of the group
  readonly days: Days;
  readonly counted: readonly CountedKind[];
  readonly lines: readonly HandOutLine[];
  readonly leastShown: number;
};

const ZOOMS = [18, 17]; // squares of about 125 and 250 m

/**
 * The dots of one kind: of the one that is most above its usual range, else of the most frequent kind of property or
 * disorder calls; of the next where none of its places has enough calls. A dot says "at least so many here", which the
 * ledger is asked for as if the number itself were printed.
 */
export function findDots(gate: Gate, ledger: Ledger, asked: DotsQuestion): HandOutDots | null {
  for (const { category, label } of inOrder(asked)) {
    const kind = PUBLIC_KINDS.findIndex((each) => each.category === category);
    const [places = []] = ZOOMS.map((zoom) => busyPlaces(gate, kind, asked, zoom)).sort((a, b) => b.length - a.length);
    const mayTell = ledger.ask(places.map(({ ground }) => ({ kind, ground: gate.grounds.at(ground), ...asked.days })));
    const shown = places.filter((_, i) => mayTell[i]);
    if (shown.length === 0) continue;
    return { category, label, points: shown.map(({ at, ground }) => ({ at, near: streetIn(gate.addresses, ground) })) };
  }
  return null;
}

const MAPPED = CATEGORIES.filter(({ family }) => family === 'property' || family === 'disorder');

/** Only kinds whose number is printed: dots of a withheld one would tell that it is no small one. */
function inOrder({ lines, counted }: DotsQuestion): readonly HandOutLine[] {
  const printed = lines.filter(({ shown }) => shown === 'count');
  const excess = new Map(
    counted.map(({ category, calls, usual }) => {
      const expected = usual?.expected ?? calls;
      return [category, (calls - expected) / Math.sqrt(Math.max(1, expected))];
    }),
  );
  const more = printed
    .filter(({ against }) => against === 'more')
    .sort((a, b) => (excess.get(b.category) ?? 0) - (excess.get(a.category) ?? 0));
  const frequent = printed
    .filter((line) => line.against !== 'more' && MAPPED.some(({ category }) => category === line.category))
    .sort((a, b) => (b.calls ?? 0) - (a.calls ?? 0));
  return [...more, ...frequent];
}

function busyPlaces(gate: Gate, kind: number, { ground, days, leastShown }: DotsQuestion, zoom: number): SnapPoint[] {
  const calls = callsIn(gate, { kind, ground, ...days });
  const only = (values: Float64Array) => Float64Array.from(calls, (call) => values[call] ?? 0);
  const points = ground.pointsAt(zoom);
  const index = buildPlaceIndex(points.map((point) => point.ground));
  const counts = countByArea(placePoints(index, only(gate.calls.lon), only(gate.calls.lat)), points.length).calls;
  return points.filter((_, i) => (counts[i] ?? 0) >= leastShown);
}
