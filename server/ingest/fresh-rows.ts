import type { SourceProfile } from '#data/schema/source-profile.ts';
import { localOffsetSql, toSqlTime, utcOffsetSql } from './clock-sql.ts';
import type { ColumnPlan } from './column-plan.ts';
import { sqlList, sqlText } from './sql-text.ts';
import type { ZoneClock } from './zone-clock.ts';

const ORIGIN = `enum('public', 'officer')`;

/** The rows of this run, in the order of the files. `reason` is null for a row that can be kept. */
export const CREATE_FRESH = `create table fresh (
  file_no usmallint, line bigint, id varchar, nameless boolean, received_local timestamp, received_utc timestamp,
  occurred_from_local timestamp, occurred_to_local timestamp, raw_type varchar, priority varchar, disposition varchar,
  origin ${ORIGIN}, lon double, lat double, address_block varchar, beat varchar, record_version double,
  record_key ubigint, span_no utinyint, reason varchar, bad_value varchar)`;

const EMPTY_WORDS = ['NA', 'N/A', 'NULL', 'NONE', 'NAN'];

/** What the rows are read from: a `read_csv(…)` whose columns are `c0`, `c1`, … and `line` (null where it is not known). */
export type FreshSource = { readSql: string; fileNo: number; plan: ColumnPlan };

/**
 * SQL that reads, types and judges the rows of one file. Every judgement is a value of
 * `reason`; none drops a row. No IN list and no join: both lose the order of the file,
 * and with it the line numbers.
 */
export function insertFreshSql(source: FreshSource, profile: SourceProfile, clock: ZoneClock, now: number): string {
  const { at, key } = source.plan;
  const raw = (place: number | null) => (place === null ? 'null::varchar' : `c${place}`);
  const text = (place: number | null) => (place === null ? 'null::varchar' : trimmedSql(`c${place}`));
  const keys = key.length === 0 ? `''` : key.map((place) => `c${place}`).join(', ');
  const texts = `
    select line, ${text(at.id)} as id, ${raw(at.time ?? at.from)} as t_time,
      ${raw(at.time === null ? null : at.from)} as t_from, ${raw(at.to)} as t_to, ${raw(at.type)} as t_type,
      ${text(at.priority)} as priority, ${text(at.disposition)} as disposition, ${raw(at.origin)} as t_origin,
      ${raw(at.lon)} as t_lon, ${raw(at.lat)} as t_lat, ${text(at.address)} as address_block, ${text(at.beat)} as beat,
      try_cast(${raw(at.version)} as double) as record_version, hash(${keys}) as record_key, ${key.map((place) => `c${place}`).join(', ') || 'null as c'}
    from ${source.readSql}`;
  const fields: TimeField[] = ['time'];
  if (at.time !== null && at.from !== null) fields.push('from');
  if (at.to !== null) fields.push('to');
  const written = `select *, ${fields.map((field) => writtenSql(field, profile)).join(', ')} from (${texts})`;
  const clocked = `
    select *, ${fields.map((field) => clockedSql(field, profile, clock)).join(', ')}, ${spanSql(profile)} as span_no,
      try_cast(t_lon as double) as lon, try_cast(t_lat as double) as lat from (${written})`;
  const judged = `select *, ${reasonSql(profile, fields, now)} as reason from (${clocked})`;
  const begins = at.time === null ? 'time_local' : 'from_local';
  return `insert into fresh
    select ${source.fileNo}, line, ${namedSql(key)}, id is null, time_local, time_utc,
      ${at.from === null ? 'null' : begins}, ${at.to === null ? 'null' : 'to_local'}, t_type, priority, disposition, ${originSql(profile)},
      lon, lat, address_block, beat, record_version, record_key, span_no, reason,
      ${BAD_VALUE} from (${judged})`;
}

/** Trims only what begins with a blank or ends with one: trimming every value costs as much as reading it. */
const trimmedSql = (column: string) =>
  `case when ${column} < '!' or suffix(${column}, ' ') then nullif(trim(${column}), '') else ${column} end`;

type TimeField = 'time' | 'from' | 'to';

const isBlank = (text: string) =>
  `(${text} is null or trim(${text}) = '' or ${EMPTY_WORDS.map((word) => `upper(trim(${text})) = '${word}'`).join(' or ')})`;

const spanSql = (profile: SourceProfile) =>
  `case ${profile.times.map((_, n) => `when time_${n} is not null then ${n}`).join(' ')} end`;

/** A row without an id is named by its content, so that the same row has the same name in the next run. */
function namedSql(key: readonly number[]): string {
  const content = key.map((place) => `coalesce(c${place}, '')`).join(', ') || `''`;
  return `case when id is null then 'x' || left(md5(concat_ws('|', ${content})), 20) else id end`;
}

/** One timestamp a span: null where the text has another shape or the written clock is outside the span. */
function writtenSql(field: TimeField, profile: SourceProfile): string {
  return profile.times
    .map(({ formats, zone, from, to }, n) => {
      const parsed =
        zone === 'offset'
          ? `try_strptime(regexp_replace(t_${field}, 'Z$', '+00'), ${sqlList(formats)}) at time zone 'UTC'`
          : `try_strptime(t_${field}, ${sqlList(formats)})`;
      const inside = [
        ...(from === null ? [] : [`${parsed} >= timestamp ${sqlText(from)}`]),
        ...(to === null ? [] : [`${parsed} < timestamp ${sqlText(to)}`]),
      ];
      return `${inside.length === 0 ? parsed : `case when ${inside.join(' and ')} then ${parsed} end`} as ${field}_${n}`;
    })
    .join(', ');
}

function clockedSql(field: TimeField, profile: SourceProfile, clock: ZoneClock): string {
  const hasHours = profile.timePrecision === 'minute';
  const shift = (sql: string, sign: '+' | '-', offset: string) =>
    `make_timestamp(epoch_us(${sql}) ${sign} (${offset}))`;
  const cases = profile.times.map(({ zone }, n) => {
    const value = `${field}_${n}`;
    if (zone === 'local') {
      const utc = shift(value, '-', localOffsetSql(clock, value));
      return { value, local: value, utc: hasHours ? utc : 'null::timestamp' };
    }
    return { value, local: shift(value, '+', utcOffsetSql(clock, value)), utc: value };
  });
  const [only] = cases;
  const pick = (of: 'local' | 'utc') =>
    cases.length === 1 && only
      ? `${only[of]} as ${field}_${of}`
      : `case ${cases.map((one) => `when ${one.value} is not null then ${one[of]}`).join(' ')} end as ${field}_${of}`;
  return `${pick('local')}, ${pick('utc')}`;
}

function originSql({ origin: { officerValues, otherwise } }: SourceProfile): string {
  const word = (value: string) => `${sqlText(value)}::${ORIGIN}`; // typed here, or each row's text is looked up
  if (officerValues.length === 0) return word(otherwise);
  const spellings = officerValues.flatMap((value) => [value, value.toUpperCase(), value.toLowerCase()]);
  const said = [...new Set(spellings)].map((value) => `t_origin = ${sqlText(value)}`).join(' or ');
  return `case when ${said} then ${word('officer')} else ${word(otherwise)} end`;
}

/** Codes of `reason`, the field first; `explainReject` puts them in words. */
function reasonSql(profile: SourceProfile, fields: readonly TimeField[], now: number): string {
  const hasHours = profile.timePrecision === 'minute';
  const isTooEarly = `time_local < timestamp ${sqlText(profile.earliest)}`;
  const isTooLate = `time_local > timestamp ${sqlText(toSqlTime(now + 86_400_000))}`;
  const isInverted = `to_local < ${fields.includes('from') ? 'from_local' : 'time_local'}`;
  const isChecked = fields.includes('to') && profile.columns.from.length > 0;
  const read = (field: TimeField) => `${field}_${hasHours ? 'utc' : 'local'}`;
  const isNumber = (field: string) => `${field} is not null and isfinite(${field})`;
  const spanEnds = fields.filter((field) => field !== 'time');
  const isPlainlyGood = [
    `${read('time')} is not null and not (${isTooEarly}) and not (${isTooLate})`,
    ...spanEnds.map((field) => `(${read(field)} is not null or t_${field} is null)`),
    ...(isChecked ? [`coalesce(not (${isInverted}), true)`] : []),
    ...['lon', 'lat'].map((field) => `(${isNumber(field)} or t_${field} is null)`),
  ].join(' and ');
  const given = (field: string) => `not ${isBlank(`t_${field}`)}`;
  return `case
    when ${isPlainlyGood} then null
    when time_local is null then case when ${isBlank('t_time')} then 'time-missing' else 'time-unreadable' end
    ${hasHours ? `when time_utc is null then 'time-skipped'` : ''}
    when ${isTooEarly} then 'time-early'
    when ${isTooLate} then 'time-future'
    ${spanEnds.map((field) => `when ${read(field)} is null and ${given(field)} then '${field}-unreadable'`).join(' ')}
    ${isChecked ? `when ${isInverted} then 'to-early'` : ''}
    ${['lon', 'lat'].map((field) => `when not (${isNumber(field)}) and ${given(field)} then '${field}-unreadable'`).join(' ')} end`;
}

const BAD_VALUE = `case when reason is null then null else case split_part(reason, '-', 1) when 'time' then t_time when 'from' then t_from when 'to' then t_to
  when 'lon' then t_lon when 'lat' then t_lat end end`;
