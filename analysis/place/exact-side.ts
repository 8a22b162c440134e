import { orient2d } from 'robust-predicates';

// Beyond these sizes a product of two differences may under- or overflow, which orient2d does not guard against.
const SMALL = 2 ** -400;
const LARGE = 2 ** 500;

/** Sign of the turn a, b, p: positive where p lies to the left of a-b. Exact for all finite numbers. */
export function exactSide(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  if ([ax, ay, bx, by, px, py].every(isOrdinary)) return -orient2d(ax, ay, bx, by, px, py);
  const [x, y] = [whole(px), whole(py)];
  const turn = (whole(ax) - x) * (whole(by) - y) - (whole(ay) - y) * (whole(bx) - x);
  return turn > 0n ? 1 : turn < 0n ? -1 : 0;
}

function isOrdinary(value: number): boolean {
  const size = Math.abs(value);
  return size === 0 || (size > SMALL && size < LARGE);
}

/** The number in units of the smallest one there is. */
function whole(value: number): bigint {
  let scaled = value;
  let shift = 1074n;
  // Doubling is exact upwards; what is left of a large number is an integer already.
  while (shift > 0n && !Number.isInteger(scaled)) {
    scaled *= 2;
    shift--;
  }
  return BigInt(scaled) << shift;
}
