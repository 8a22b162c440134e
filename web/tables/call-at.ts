import { type CallColumn, TimePrecision } from '#data/schema/call.ts';
import type { CallRow } from '#web/compute/door.ts';
import type { Calls } from './calls.ts';

/** One call in full, read from its file; for lists, never for counting. */
export function callAt(calls: Calls, row: number): CallRow {
  const cell = cellsOf(calls, row);
  return {
    id: String(cell('id')),
    receivedLocal: toLocalDateTime(Number(cell('received_local'))),
    timePrecision: TimePrecision.parse(cell('time_precision')),
    typeCode: String(cell('type_code')),
    category: String(cell('category')),
    origin: String(cell('origin')),
    addressBlock: toText(cell('address_block')),
    placeKey: toText(cell('place_key')),
    disposition: toText(cell('disposition')),
    placement: String(cell('placement')),
    lon: toReal(cell('lon')),
    lat: toReal(cell('lat')),
  };
}

/** What a reader calls the place of this call: its block, or its latitude and longitude. */
export function placeLabelAt(calls: Calls, row: number): string {
  const block = toText(cellsOf(calls, row)('address_block'));
  return block ?? `${calls.lat[row]?.toFixed(5)}, ${calls.lon[row]?.toFixed(5)}`;
}

function cellsOf(calls: Calls, row: number): (name: CallColumn) => unknown {
  const found = calls.firstRowOfFile.findLastIndex((first) => first <= row);
  const file = calls.files[found];
  if (!file || row >= calls.columns.rows) throw new RangeError(`there is no call in row ${row}`);
  const rowInFile = row - (calls.firstRowOfFile[found] ?? 0);
  return (name) => file.getChild(name)?.get(rowInFile) ?? null;
}

/** Arrow gives a time as milliseconds: the local wall clock, read as if it were UTC. */
const toLocalDateTime = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 19);
const toText = (value: unknown): string | null => (value === null ? null : String(value));
const toReal = (value: unknown): number | null => (typeof value === 'number' ? value : null);
