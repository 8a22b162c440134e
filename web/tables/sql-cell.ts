import { type Data, DataType, IntervalUnit, type Vector } from 'apache-arrow';
import type { SqlResult } from '#web/compute/door.ts';

export type Cell = SqlResult['rows'][number][number];

/** A cell as a reader sees it and a message can carry it: no BigInt, no Date, no Arrow. */
export function cellAt(column: Vector, row: number): Cell {
  if (DataType.isInterval(column.type)) return intervalAt(column, row);
  try {
    return toCell(column.get(row), column.type);
  } catch {
    return 'out of range'; // DuckDB's infinite dates have no number
  }
}

/** The words a reader knows for a column's type. */
export function nameOfType(type: DataType): string {
  if (DataType.isUtf8(type) || DataType.isDictionary(type)) return 'text';
  if (DataType.isInt(type)) return 'integer';
  if (DataType.isFloat(type) || DataType.isDecimal(type)) return 'number';
  if (DataType.isTimestamp(type)) return 'timestamp';
  if (DataType.isDate(type)) return 'date';
  if (DataType.isTime(type)) return 'time';
  if (DataType.isBool(type)) return 'boolean';
  if (DataType.isInterval(type)) return 'interval';
  return String(type);
}

function toCell(value: unknown, type: DataType): Cell {
  if (value === null || value === undefined) return null;
  if (DataType.isTimestamp(type)) return new Date(Number(value)).toISOString().slice(0, 19).replace('T', ' ');
  if (DataType.isDate(type)) return new Date(Number(value)).toISOString().slice(0, 10);
  if (DataType.isTime(type)) return timeOfDay(Number(value) / 1000);
  if (typeof value === 'bigint') return toSafeNumber(value);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  if (value instanceof Uint8Array) return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return String(value);
}

/** An interval may hold more than a day of hours. */
function timeOfDay(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
}

function toSafeNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** Months, days and nanoseconds lie side by side; apache-arrow 17 reads only two numbers of the four. */
function intervalAt(column: Vector, row: number): Cell {
  if (column.get(row) === null) return null;
  const { piece, at } = pieceAt(column, row);
  if (DataType.isInterval(column.type) && column.type.unit !== IntervalUnit.MONTH_DAY_NANO)
    return String(column.get(row));
  const [months = 0, days = 0, low = 0, high = 0]: number[] = Array.from(piece.values.subarray(4 * at, 4 * at + 4));
  const milliseconds = (high * 4_294_967_296 + (low >>> 0)) / 1_000_000;
  const parts = [months ? `${months} months` : '', days ? `${days} days` : ''].filter(Boolean);
  const clock = `${milliseconds < 0 ? '-' : ''}${timeOfDay(Math.abs(milliseconds))}`;
  return [...parts, ...(milliseconds !== 0 || parts.length === 0 ? [clock] : [])].join(' ');
}

function pieceAt(column: Vector, row: number): { piece: Data; at: number } {
  let at = row;
  for (const piece of column.data) {
    if (at < piece.length) return { piece, at };
    at -= piece.length;
  }
  throw new RangeError(`there is no row ${row}`);
}
