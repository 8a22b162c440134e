import { createHash } from 'node:crypto';
import {
  type Data,
  Dictionary,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  TimestampMicrosecond,
  Utf8,
  Vector,
} from 'apache-arrow';
import type { AreaFeature, AreaLayer, Position } from '#data/schema/area.ts';
import { CALL_COLUMNS, type CallColumn } from '#data/schema/call.ts';
import type { Manifest } from '#data/schema/manifest.ts';
import { makeText } from '#web/tables/make-vector.ts';

const YEARS = 5;
const FIRST_DAY = Date.UTC(2020, 0, 1) / 86_400_000;
const CATEGORIES = 30;
const TYPES = 90;
const PLACES = 60_000;
const ROWS_PER_BATCH = 65_536;

export type ManyCalls = { manifest: Manifest; layer: AreaLayer; files: Map<string, Uint8Array<ArrayBuffer>> };

/** A city of `rows` calls over five years, 120 overlapping groups of 48 corners and 60,000 places. Same rows, same bytes. */
export function makeManyCalls(rows: number): ManyCalls {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const extracts = Array.from({ length: YEARS }, (_, at) => {
    const bytes = makeYear(at, Math.floor(rows / YEARS));
    const file = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.arrow`;
    files.set(file, bytes);
    return { file, year: 2020 + at, rows: Math.floor(rows / YEARS), bytes: bytes.length, withheld: 0 };
  });
  const manifest: Manifest = {
    manifest: '0123456789abcdef',
    releaseLevel: 'restricted',
    city: 'Bench',
    timeZone: 'America/New_York',
    madeAt: '2025-01-01T00:00:00Z',
    cutoffLocal: '2024-12-30T23:59:00',
    reportingLagDays: 0,
    rows: extracts.reduce((sum, extract) => sum + extract.rows, 0),
    ...{ quarantined: 0, withheld: 0, bbox: null, center: [-82.5, 35.5], extracts, sources: [] },
    areas: [{ layer: 'groups', title: 'Groups', kind: 'group', count: 120, version: 'aaaabbbbccccdddd' }],
  };
  return { manifest, layer: makeGroups(), files };
}

/** A small seeded generator (mulberry32): the same numbers on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function makeYear(year: number, rows: number): Uint8Array<ArrayBuffer> {
  const random = randomFrom(2020 + year);
  const micros = new BigInt64Array(rows);
  const codes = {
    type: new Int32Array(rows),
    category: new Int32Array(rows),
    origin: new Int32Array(rows),
    place: new Int32Array(rows),
  };
  const [lon, lat] = [new Float64Array(rows), new Float64Array(rows)];
  const start = (FIRST_DAY + Math.floor(year * 365.25)) * 86_400;
  for (let row = 0; row < rows; row++) {
    const second = start + Math.floor((row / rows) * 364 * 86_400);
    micros[row] = BigInt(second) * 1_000_000n;
    const type = Math.floor(random() ** 2 * TYPES); // a few types are most of the calls
    codes.type[row] = type;
    codes.category[row] = type % CATEGORIES;
    codes.origin[row] = random() < 0.3 ? 1 : 0;
    const place = Math.floor(random() ** 2 * PLACES);
    codes.place[row] = place;
    const at = randomFrom(place);
    lon[row] = -82.65 + at() * 0.3;
    lat[row] = 35.4 + at() * 0.25;
  }
  return writeStream(rows, { micros, codes, lon, lat, ids: makeIds(year, rows) });
}

type Columns = {
  micros: BigInt64Array;
  codes: Record<'type' | 'category' | 'origin' | 'place', Int32Array>;
  lon: Float64Array;
  lat: Float64Array;
  ids: Uint8Array;
};

const ID_LENGTH = 12;

function makeIds(year: number, rows: number): Uint8Array {
  const ids = new Uint8Array(ID_LENGTH * rows);
  for (let row = 0; row < rows; row++) {
    let rest = year * 10_000_000 + row;
    for (let digit = ID_LENGTH - 1; digit >= 0; digit--) {
      ids[ID_LENGTH * row + digit] = 48 + (rest % 10);
      rest = Math.floor(rest / 10);
    }
  }
  return ids;
}

const numbered = (count: number, name: string) => Array.from({ length: count }, (_, i) => `${name} ${i}`);
const WORDS: Partial<Record<CallColumn, string[]>> = {
  type_code: numbered(TYPES, 'TYPE'),
  category: numbered(CATEGORIES, 'category'),
  origin: ['public', 'officer'],
  place_key: numbered(PLACES, 'place'),
  address_block: numbered(PLACES, 'BLOCK OF STREET'),
};
const FIXED: Partial<Record<CallColumn, string>> = {
  source: 'bench',
  time_precision: 'minute',
  precision: 'block',
  placement: 'placed',
  priority: '3',
  disposition: 'CLOSED',
  beat: 'B1',
};

function writeStream(rows: number, columns: Columns): Uint8Array<ArrayBuffer> {
  const cuts = CALL_COLUMNS.map(({ name, kind, nullable }, id) => cutOf(name, kind, nullable, id, rows, columns));
  const schema = new Schema(cuts.map((cut) => cut.field));
  const writer = new RecordBatchStreamWriter();
  writer.reset(undefined, schema);
  for (let from = 0; from < rows; from += ROWS_PER_BATCH) {
    const to = Math.min(rows, from + ROWS_PER_BATCH);
    const children = cuts.map((cut) => cut.slice(from, to));
    writer.write(
      new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: to - from, nullCount: 0, children })),
    );
  }
  writer.finish();
  return new Uint8Array(writer.toUint8Array(true));
}

type Cut = { field: Field; slice: (from: number, to: number) => Data };

function cutOf(name: CallColumn, kind: string, nullable: boolean, id: number, rows: number, columns: Columns): Cut {
  const { micros, codes, lon, lat, ids } = columns;
  const field = (type: Utf8 | Float64 | TimestampMicrosecond | Dictionary) => new Field(name, type, nullable);
  if (kind === 'id') {
    const offsets = Int32Array.from({ length: rows + 1 }, (_, row) => ID_LENGTH * row);
    const type = new Utf8();
    return {
      field: field(type),
      slice: (from, to) =>
        makeData({ type, length: to - from, nullCount: 0, valueOffsets: offsets.subarray(from, to + 1), data: ids }),
    };
  }
  if (kind === 'time') {
    const type = new TimestampMicrosecond(null);
    // A copy for each column: Arrow's writer joins neighboring pieces of one buffer, and four columns would become one.
    return {
      field: field(type),
      slice: (from, to) => makeData({ type, data: micros.slice(from, to), nullCount: 0 }),
    };
  }
  if (kind === 'real') {
    const type = new Float64();
    return {
      field: field(type),
      slice: (from, to) => makeData({ type, data: (name === 'lon' ? lon : lat).subarray(from, to), nullCount: 0 }),
    };
  }
  const type = new Dictionary(new Utf8(), new Int32(), id);
  const dictionary = new Vector([
    makeText(WORDS[name] ?? [FIXED[name] ?? '']).data[0] ?? makeData({ type: new Utf8() }),
  ]);
  const keys: Partial<Record<CallColumn, Int32Array>> = {
    type_code: codes.type,
    category: codes.category,
    origin: codes.origin,
    place_key: codes.place,
    address_block: codes.place,
  };
  const data = keys[name] ?? new Int32Array(rows);
  return {
    field: field(type),
    slice: (from, to) => makeData({ type, dictionary, data: data.slice(from, to), nullCount: 0 }),
  };
}

/** 12 by 10 groups, each a rough circle that reaches into its neighbors. */
function makeGroups(): AreaLayer {
  const features = Array.from({ length: 120 }, (_, at): AreaFeature => {
    const [lon, lat] = [-82.65 + ((at % 12) + 0.5) * 0.025, 35.4 + (Math.floor(at / 12) + 0.5) * 0.025];
    const ring = Array.from({ length: 48 }, (_, corner): Position => {
      const angle = (corner / 48) * 2 * Math.PI;
      const radius = 0.015 + 0.002 * Math.sin(5 * angle + at);
      return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)];
    });
    const [first = [0, 0]] = ring;
    const unknown = {
      groupKind: null,
      residents: null,
      addresses: null,
      validFrom: null,
      center: null,
      radiusMeters: null,
    };
    const properties = { areaId: `g-${at}`, name: `Group ${at}`, kind: 'group' as const, ...unknown };
    return {
      type: 'Feature',
      id: `g-${at}`,
      properties,
      geometry: { type: 'Polygon', coordinates: [[...ring, first]] },
    };
  });
  return { type: 'FeatureCollection', features };
}
