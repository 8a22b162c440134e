/**
 * Times as files write them: strptime patterns, the same words DuckDB understands, so that a
 * profile's format means one thing in SQL and here.
 */
const PARTS: Record<string, string> = {
  Y: '(?<Y>\\d{4})',
  m: '(?<m>\\d{1,2})',
  d: '(?<d>\\d{1,2})',
  H: '(?<H>\\d{1,2})',
  I: '(?<I>\\d{1,2})',
  M: '(?<M>\\d{2})',
  S: '(?<S>\\d{2})',
  f: '(?<f>\\d{1,9})',
  p: '(?<p>[AaPp][Mm])',
  b: '(?<b>[A-Za-z]{3})',
  z: '(?<z>Z|[+-]\\d{2}(?::?\\d{2})?)',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Formats that `inspect` tries, most telling first. Day-first and month-first are told apart by their values. */
export const KNOWN_FORMATS = [
  '%Y-%m-%d %H:%M:%S',
  '%Y-%m-%dT%H:%M:%S',
  '%Y-%m-%d %H:%M:%S.%f',
  '%Y-%m-%dT%H:%M:%S.%f',
  '%Y-%m-%d %H:%M',
  '%Y-%m-%dT%H:%M',
  '%Y/%m/%d %H:%M:%S',
  '%Y/%m/%d %H:%M',
  '%m/%d/%Y %I:%M:%S %p',
  '%m/%d/%Y %I:%M %p',
  '%m/%d/%Y %H:%M:%S',
  '%m/%d/%Y %H:%M',
  '%d/%m/%Y %H:%M:%S',
  '%d/%m/%Y %H:%M',
  '%Y-%m-%d',
  '%Y/%m/%d',
  '%m/%d/%Y',
  '%d/%m/%Y',
  '%Y-%m',
] as const;

/** A tail that says UTC, as written: `Z`, `+00`, `+00:00`, `+0000`. */
export const UTC_TAIL = /(?:Z|[+-]00(?::?00)?)$/;

const compiled = new Map<string, RegExp>();

function patternOf(format: string): RegExp {
  const known = compiled.get(format);
  if (known) return known;
  const source = format.replace(/%([A-Za-z])|[.*+?^${}()|[\]\\]/g, (whole, part: string | undefined) =>
    part === undefined ? `\\${whole}` : (PARTS[part] ?? `\\x25${part}`),
  );
  const pattern = new RegExp(`^${source}$`);
  compiled.set(format, pattern);
  return pattern;
}

/**
 * Milliseconds of the written clock, as if it were UTC; of the instant where the format
 * has an offset (`%z`). `no-match` when the text has another
 * shape, `no-such-time` when the shape fits and the calendar has no such day or hour.
 */
export function readWrittenTime(text: string, format: string): number | 'no-match' | 'no-such-time' {
  const parts = patternOf(format).exec(text)?.groups;
  if (!parts) return 'no-match';
  const month = parts.b ? MONTHS.indexOf(parts.b.toLowerCase()) + 1 : Number(parts.m ?? 1);
  const day = Number(parts.d ?? 1);
  const hour = hourOf(parts);
  const minute = Number(parts.M ?? 0);
  const second = Number(parts.S ?? 0);
  const milliseconds = Math.floor(Number(`0.${parts.f ?? 0}`) * 1000);
  const time = Date.UTC(Number(parts.Y), month - 1, day, hour, minute, second, milliseconds);
  const back = new Date(time);
  const holds =
    back.getUTCMonth() === month - 1 &&
    back.getUTCDate() === day &&
    back.getUTCHours() === hour &&
    back.getUTCMinutes() === minute &&
    back.getUTCSeconds() === second;
  return holds ? time - offsetOf(parts.z) : 'no-such-time';
}

function offsetOf(tail: string | undefined): number {
  if (tail === undefined || tail === 'Z') return 0;
  const minutes = Number(tail.slice(1, 3)) * 60 + Number(tail.slice(3).replace(':', '') || 0);
  return (tail.startsWith('-') ? -minutes : minutes) * 60_000;
}

function hourOf(parts: Record<string, string>): number {
  if (parts.I === undefined) return Number(parts.H ?? 0);
  const hour = Number(parts.I);
  if (hour < 1 || hour > 12) return 24;
  return (hour % 12) + (parts.p?.toLowerCase() === 'pm' ? 12 : 0);
}

/** What a format can tell. */
export function timePrecisionOf(format: string): 'minute' | 'day' | 'month' {
  if (/%[HI]/.test(format)) return 'minute';
  return format.includes('%d') ? 'day' : 'month';
}
