/** A feature of a Mapbox vector tile: lines or rings in the tile's own units, 0 to `extent`. */
export type TileFeature = {
  readonly layer: string;
  readonly tags: Readonly<Record<string, string>>; // values that are text; others are left out
  readonly kind: 'point' | 'line' | 'area';
  readonly paths: readonly (readonly (readonly [x: number, y: number])[])[];
  readonly extent: number;
};

/**
 * The features of one tile. Specification: github.com/mapbox/vector-tile-spec, version 2.1. Throws `RangeError`
 * on bytes that are no tile.
 */
export function readVectorTile(bytes: Uint8Array): TileFeature[] {
  return fieldsOf(bytes).flatMap(({ number, bytes: layer }) => (number === 3 && layer ? readLayer(layer) : []));
}

function readLayer(bytes: Uint8Array): TileFeature[] {
  const fields = fieldsOf(bytes);
  const texts = (number: number) =>
    fields.flatMap((field) => (field.number === number && field.bytes ? [field.bytes] : []));
  const layer = textOf(texts(1)[0]);
  const keys = texts(3).map(textOf);
  const values = texts(4).map((value) => fieldsOf(value).find(({ number }) => number === 1)?.bytes ?? undefined);
  const extent = fields.find(({ number }) => number === 5)?.value ?? 4096;
  return texts(2).map((feature) => ({ layer, extent, ...readFeature(feature, keys, values) }));
}

const KINDS = ['point', 'point', 'line', 'area'] as const;

function readFeature(bytes: Uint8Array, keys: readonly string[], values: readonly (Uint8Array | undefined)[]) {
  const fields = fieldsOf(bytes);
  const packed = (number: number) => numbersOf(fields.find((field) => field.number === number)?.bytes);
  const pairs = packed(2);
  const tags: Record<string, string> = {};
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const value = values[pairs[i + 1] ?? -1];
    if (value) tags[keys[pairs[i] ?? -1] ?? ''] = textOf(value);
  }
  const kind = KINDS[fields.find(({ number }) => number === 3)?.value ?? 0] ?? 'point';
  return { tags, kind, paths: drawn(packed(4)) };
}

const MOVE = 1;
const LINE = 2;

function drawn(commands: readonly number[]): [number, number][][] {
  const paths: [number, number][][] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < commands.length; ) {
    const command = (commands[at] ?? 0) & 7;
    const times = (commands[at] ?? 0) >> 3;
    at += 1;
    if (command !== MOVE && command !== LINE) {
      const ring = paths.at(-1);
      if (ring?.[0]) ring.push([...ring[0]]); // 7: close
      continue;
    }
    for (let i = 0; i < times; i++, at += 2) {
      x += signed(commands[at] ?? 0);
      y += signed(commands[at + 1] ?? 0);
      if (command === MOVE) paths.push([]);
      paths.at(-1)?.push([x, y]);
    }
  }
  return paths;
}

const signed = (zigzag: number): number => (zigzag >> 1) ^ -(zigzag & 1);
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

type Field = { readonly number: number; readonly value: number; readonly bytes: Uint8Array | null };

/** The fields of a protobuf message. Fixed-width numbers hold nothing that a map shows and are passed over. */
function fieldsOf(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const next = (): number => {
    const [value, end] = varint(bytes, at);
    at = end;
    return value;
  };
  while (at < bytes.length) {
    const tag = next();
    const [number, wire] = [tag >>> 3, tag & 7];
    if (wire === 0) fields.push({ number, value: next(), bytes: null });
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else if (wire === 2) {
      const length = next();
      if (at + length > bytes.length) throw new RangeError('the tile ends within a field');
      fields.push({ number, value: 0, bytes: bytes.subarray(at, at + length) });
      at += length;
    } else throw new RangeError(`the tile holds a field of kind ${wire}`);
  }
  return fields;
}

function numbersOf(bytes: Uint8Array | null | undefined): number[] {
  const numbers: number[] = [];
  for (let at = 0; bytes && at < bytes.length; ) {
    const [value, end] = varint(bytes, at);
    numbers.push(value);
    at = end;
  }
  return numbers;
}

/** Exact to 2^53; ids beyond that are not read. */
function varint(bytes: Uint8Array, from: number): [value: number, end: number] {
  let value = 0;
  let factor = 1;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at + 1];
    factor *= 128;
  }
  throw new RangeError('the tile ends within a number');
}
