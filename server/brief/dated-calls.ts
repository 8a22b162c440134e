import type { DatedCalls } from '#analysis/before-after/count-zones.ts';
import { withDuckDb } from '#server/extract/open-duckdb.ts';
import { readColumn } from '#server/extract/read-columns.ts';
import type { CallSpan } from './call-span.ts';
import { openCalls, PUBLIC_KINDS } from './open-calls.ts';

/** The calls of some public kinds at their exact places, by day; null where only the month of some is known. */
export const readDatedCalls = (span: CallSpan, categories: readonly string[]): Promise<DatedCalls | null> =>
  withDuckDb(async (connection) => {
    const kinds = categories.flatMap((wanted) => {
      const at = PUBLIC_KINDS.findIndex(({ category }) => category === wanted);
      return at < 0 ? [] : [at];
    });
    await connection.run(
      `create temp table dated as select * from (${openCalls(span.paths)}) where list_contains([${kinds.join(', ')}]::integer[], kind)`,
    );
    const counted = await connection.runAndReadAll(
      'select count(*)::integer, count(*) filter (first_day < last_day)::integer from dated',
    );
    const [rows, months] = [Number(counted.value(0, 0)), Number(counted.value(1, 0))];
    if (months > 0) return null;
    const column = async (sql: string) =>
      (await readColumn(connection, `select ${sql} from dated`, 'float64', rows)).values;
    const lon = await column(`coalesce(if(is_placed, lon, null), 'nan'::double)`);
    return { lon, lat: await column(`coalesce(lat, 'nan'::double)`), days: await column('first_day::double') };
  });
