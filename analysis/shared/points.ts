/** Placed calls in degrees: all of the columns, or the `rows` of them. A NaN is no place and is passed over. */
export type CallPoints = {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly rows?: Uint32Array;
};

/** Copies out the points that have a place, in order. */
export function placedPoints({ lon, lat, rows }: CallPoints): { lon: Float64Array; lat: Float64Array } {
  const length = rows ? rows.length : lon.length;
  const picked = { lon: new Float64Array(length), lat: new Float64Array(length) };
  let count = 0;
  for (let i = 0; i < length; i++) {
    const row = rows ? (rows[i] ?? 0) : i;
    const [x, y] = [lon[row] ?? Number.NaN, lat[row] ?? Number.NaN];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    picked.lon[count] = x;
    picked.lat[count++] = y;
  }
  return { lon: picked.lon.subarray(0, count), lat: picked.lat.subarray(0, count) };
}

/** Numbers of the rows that have a place. */
export function placedRows({ lon, lat }: { readonly lon: Float64Array; readonly lat: Float64Array }): Uint32Array {
  const rows = new Uint32Array(lon.length);
  let count = 0;
  for (let row = 0; row < lon.length; row++) {
    if (Number.isFinite(lon[row]) && Number.isFinite(lat[row])) rows[count++] = row;
  }
  return rows.subarray(0, count);
}
