import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  type DataType,
  Dictionary,
  Float64,
  Int32,
  Table,
  TimestampMicrosecond,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow';
import { CALL_COLUMNS, type Call } from '#data/schema/call.ts';
import type { ExtractFile } from '#data/schema/manifest.ts';

const QUIET: Call = {
  id: '?',
  source: 'test',
  receivedLocal: '2024-01-01T00:00:00',
  receivedUtc: null,
  occurredFromLocal: null,
  occurredToLocal: null,
  timePrecision: 'minute',
  typeCode: 'NOISE COMPLAINT',
  category: 'noise',
  priority: null,
  disposition: null,
  origin: 'public',
  lon: null,
  lat: null,
  precision: 'none',
  placeKey: null,
  addressBlock: null,
  beat: null,
  placement: 'unplaced',
};

/** Calls of which a test names only what it is about. A call with coordinates is placed. */
const toCall = (said: Partial<Call>, at: number): Call => ({
  ...QUIET,
  id: `call-${at}`,
  ...(said.lon === undefined ? {} : { placement: 'placed', precision: 'exact' }),
  ...said,
});

/** An extract as the server cuts it, with the name of its content: the same calls, the same name. */
export function makeExtract(
  year: number,
  said: Partial<Call>[],
): { entry: ExtractFile; bytes: Uint8Array<ArrayBuffer> } {
  const calls = said.map(toCall);
  const columns = CALL_COLUMNS.map(({ name, from, kind }, id) => [
    name,
    toVector(
      kind,
      calls.map((call) => call[from]),
      id,
    ),
  ]);
  const bytes = new Uint8Array(tableToIPC(new Table(Object.fromEntries(columns)), 'stream'));
  const file = `${bytesToHex(sha256(bytes)).slice(0, 32)}.arrow`;
  return { entry: { file, year, rows: calls.length, bytes: bytes.length, withheld: 0 }, bytes };
}

function toVector(kind: (typeof CALL_COLUMNS)[number]['kind'], values: (string | number | null)[], id: number): Vector {
  const times = () => values.map((value) => (value === null ? null : Date.parse(`${value}Z`)));
  const made: Record<typeof kind, () => Vector<DataType>> = {
    id: () => vectorFromArray(values, new Utf8()),
    text: () => vectorFromArray(values, new Dictionary(new Utf8(), new Int32(), id)),
    time: () => vectorFromArray(times(), new TimestampMicrosecond(null)),
    real: () => vectorFromArray(values, new Float64()),
  };
  return made[kind]();
}
