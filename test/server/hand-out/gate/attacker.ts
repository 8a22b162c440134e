import type { AreaGeometry, Position } from '#data/schema/area.ts';
import type { RawCall } from '#test/fixture/gated-town.ts';

/** A number that a reader holds, with the ground and the days that it is printed for. */
export type Printed = { category: string; ground: AreaGeometry; from: string; to: string; number: number };

const PRIME = 1_000_003; // products stay whole numbers
const MOST = 4;

/**
 * Calls that somebody can count out who holds the printed numbers and a map: sets of 1 to 4, each with the number that
 * the printed ones add up to. Whole numbers modulo a prime, on their own, apart from what guards the numbers.
 */
export function countedOut(printed: readonly Printed[], calls: readonly RawCall[]): string[][] {
  return [...new Set(printed.map(({ category }) => category))].flatMap((category) => {
    const of = calls.filter((call) => call.category === category);
    return attack(
      printed.filter((each) => each.category === category && each.number > 0),
      of,
    );
  });
}

function attack(printed: readonly Printed[], calls: readonly RawCall[]): string[][] {
  const alike = new Map<string, string[]>(); // calls that no printed number tells apart
  for (const call of calls) {
    const name = printed.map((each) => (isIn(each, call) ? 1 : 0)).join('');
    if (name.includes('1')) alike.set(name, [...(alike.get(name) ?? []), call.id]);
  }
  // Large lots first: what is left after those are taken away speaks of small ones alone.
  const lots = [...alike].sort((a, b) => b[1].length - a[1].length);
  const large = lots.filter(([, ids]) => ids.length > MOST).length;
  const rows = printed.map(({ number }, at) => [...lots.map(([name]) => Number(name[at])), number % PRIME]);
  const small = reduced(rows, lots.length).filter((row) => row.slice(0, large).every((n) => n === 0));
  const leads = small.map((row) => row.findIndex((n) => n !== 0));
  const found: string[][] = [];
  // A set of lots is a sum of these rows; each row's lead stands in no other, so each comes once or not at all.
  const add = (sum: readonly number[], next: number, room: number): void => {
    if (found.length > 0) return;
    const shares = sum.slice(0, lots.length);
    if (shares.includes(1) && shares.every((n) => n === 0 || n === 1)) {
      const ids = shares.flatMap((n, at) => (n === 1 ? (lots[at]?.[1] ?? []) : []));
      if (ids.length <= MOST && sum.at(-1) === ids.length) found.push(ids);
    }
    for (let at = next; at < small.length; at++) {
      const size = lots[leads[at] ?? 0]?.[1].length ?? MOST + 1;
      if (size > room) continue;
      add(
        sum.map((n, i) => (n + (small[at]?.[i] ?? 0)) % PRIME),
        at + 1,
        room - size,
      );
    }
  };
  add(new Array<number>(lots.length + 1).fill(0), 0, MOST);
  return found;
}

/** Reduced echelon form over the first `columns` columns. */
function reduced(rows: readonly (readonly number[])[], columns: number): number[][] {
  const left = rows.map((row) => [...row]);
  const done: number[][] = [];
  for (let column = 0; column < columns; column++) {
    const at = left.findIndex((row) => row[column] !== 0);
    const [pivot] = at < 0 ? [] : left.splice(at, 1);
    if (pivot === undefined) continue;
    const scale = inverse(pivot[column] ?? 1);
    const lead = pivot.map((n) => (n * scale) % PRIME);
    for (const row of [...left, ...done]) {
      const times = row[column] ?? 0;
      if (times !== 0) for (const [i, n] of lead.entries()) row[i] = ((row[i] ?? 0) + (PRIME - times) * n) % PRIME;
    }
    done.push(lead);
  }
  return done;
}

/** By Fermat: n to the power of the prime less two. */
function inverse(n: number): number {
  let [result, base, power] = [1, n, PRIME - 2];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

export const isIn = ({ ground, from, to }: Omit<Printed, 'number'>, { lon, lat, day }: RawCall): boolean =>
  day >= from && day <= to && isInside(ground, lon, lat);

/** A ray to the east: how often it leaves. */
function isInside(ground: AreaGeometry, lon: number, lat: number): boolean {
  const polygons = ground.type === 'Polygon' ? [ground.coordinates] : ground.coordinates;
  return polygons.some((rings) => rings.reduce((odd, ring) => odd !== crosses(ring, lon, lat), false));
}

function crosses(ring: readonly Position[], lon: number, lat: number): boolean {
  let odd = false;
  for (const [i, [bx, by]] of ring.entries()) {
    const [ax, ay] = ring[i - 1] ?? [bx, by];
    if (ay > lat !== by > lat && lon < ax + ((lat - ay) / (by - ay)) * (bx - ax)) odd = !odd;
  }
  return odd;
}
