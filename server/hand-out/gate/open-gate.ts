import type { DuckDBConnection } from '@duckdb/node-api';
import { toLocalDate } from '#analysis/shared/days.ts';
import { type CallSpan, readCallSpan } from '#server/brief/call-span.ts';
import { openCalls } from '#server/brief/open-calls.ts';
import { RecordMissing } from '#server/errors.ts';
import { withDuckDb } from '#server/extract/open-duckdb.ts';
import { readColumn } from '#server/extract/read-columns.ts';
import { type Addresses, readAddresses } from './addresses.ts';
import { type Grounds, groundsOver } from './grounds.ts';

/** The calls that may be told of: position in `PUBLIC_KINDS`, exact place, and the days they may have come on. */
export type GateCalls = {
  readonly kind: Int32Array;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array; // later than the first where only the month is known
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly placed: number; // the first so many have a place; of the others nobody knows whose they are
};

/** Everything that pages are counted from, opened once for as many groups as there are. */
export type Gate = {
  readonly span: CallSpan;
  readonly calls: GateCalls;
  readonly isMonthly: boolean; // of some calls only the month is known
  readonly addresses: Addresses;
  readonly grounds: Grounds;
};

let latest: { readonly files: string; readonly gate: Promise<Gate> } | null = null;

/**
 * Opens the calls of a home for the gate. What was opened last is kept, for an officer looks at a page again and again;
 * files are named by their content, so other calls have other names.
 */
export async function openGate(home: string): Promise<Gate> {
  const span = await readCallSpan(home);
  if (span === null) throw new RecordMissing('Any call to count');
  const files = JSON.stringify(span);
  if (latest?.files !== files) latest = { files, gate: readGate(span) };
  const opened = latest;
  return opened.gate.catch((error: unknown) => {
    if (latest === opened) latest = null;
    throw error;
  });
}

const readGate = (span: CallSpan): Promise<Gate> =>
  withDuckDb(async (connection) => {
    await connection.run(
      `create temp table open_call as select * from (${openCalls(span.paths)}) order by is_placed desc, kind, first_day`,
    );
    const calls = await readCalls(connection);
    const addresses = await readAddresses(connection, span.paths);
    const isMonthly = calls.firstDay.some((day, i) => day < (calls.lastDay[i] ?? day));
    return { span: wholeMonths(span, calls), calls, isMonthly, addresses, grounds: groundsOver(calls, addresses) };
  });

/** Where every call is known by its month alone, the last month is in to its end, though each stands at its first day. */
function wholeMonths(span: CallSpan, { firstDay, lastDay }: GateCalls): CallSpan {
  if (lastDay.length === 0 || firstDay.some((day, i) => day === lastDay[i])) return span;
  const last = toLocalDate(lastDay.reduce((a, b) => Math.max(a, b)));
  return { ...span, lastDay: last, cutoffLocal: `${last}T23:59:00` };
}

async function readCalls(connection: DuckDBConnection): Promise<GateCalls> {
  const counted = await connection.runAndReadAll(
    'select count(*)::integer, count(*) filter (is_placed)::integer from open_call',
  );
  const rows = Number(counted.value(0, 0));
  const whole = async (name: string) =>
    (await readColumn(connection, `select ${name} from open_call`, 'int32', rows)).values;
  const real = async (name: string) =>
    (await readColumn(connection, `select ${name} from open_call`, 'float64', rows)).values;
  return {
    ...{ kind: await whole('kind'), firstDay: await whole('first_day'), lastDay: await whole('last_day') },
    ...{ lon: await real('lon'), lat: await real('lat'), placed: Number(counted.value(1, 0)) },
  };
}
