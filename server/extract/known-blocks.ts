import { join } from 'node:path';
import { z } from 'zod';
import { blockName } from '#data/codes/block-name.ts';
import type { BlockStreet } from '#data/schema/records/concern-filing.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { withDuckDb } from './open-duckdb.ts';
import { selectReleased, selectYear } from './release-sql.ts';

/** `1600 BLK PELL STREET`, `100-BLOCK MAIN ST`, `051XX W LAKE ST`, and a house's number. */
const WRITTEN = '^0*([0-9]{1,5})(XX)?[ -]*(?:BLK|BLOCK)?(?: OF)? +([A-Z0-9].*)$';
const LONGEST = 0.006; // degrees, some 600 m: what is longer is two of one name

const Row = z.object({ street: z.string(), hundred: z.number().int(), lon: z.number(), lat: z.number() });

/**
 * Where each hundred-block of the city lies, as the addresses of its calls tell: of those that the internal level may
 * have, by the SQL that cuts its extracts. A block is the middle of its places to ten meters: no call, no house.
 */
export async function readBlocks(home: string): Promise<BlockStreet[]> {
  const files = (await readStoreIndex(home)).sources.flatMap((source) => source.files);
  const years = [...new Set(files.map(({ year }) => year))];
  const [year] = years;
  if (year === undefined) return [];
  const all = years.map((each) => {
    const paths = files.filter((file) => file.year === each).map(({ file }) => join(home, 'calls', file));
    return selectYear(paths, each);
  });
  const rows = await withDuckDb(async (connection) => {
    await connection.run(`create temp view year_call as ${all.map((each) => `(${each})`).join(' union all ')}`);
    return (await connection.runAndReadAll(selectBlocks(selectReleased('internal', year)))).getRowObjectsJson();
  });
  const byStreet = new Map<string, BlockStreet['blocks']>();
  for (const { street, hundred, lon, lat } of rows.map((row) => Row.parse(row))) {
    const blocks = byStreet.get(street);
    if (blocks) blocks.push([hundred, lon, lat]);
    else byStreet.set(street, [[hundred, lon, lat]]);
  }
  return [...byStreet].map(([street, blocks]) => ({ street: blockName(street), blocks }));
}

/** Each place once, however often it calls. */
const selectBlocks = (released: string): string => `
  with place as (
    select distinct upper(trim(address_block)) as written, lon as x, lat as y from (${released})
    where placement = 'placed' and lon is not null and lat is not null
      and not contains(address_block, '/') and not contains(address_block, ' & ')
  ), part as (
    select regexp_extract(written, '${WRITTEN}', ['number', 'xx', 'street']) as said, x, y
    from place where regexp_matches(written, '${WRITTEN}')
  ), block as (
    select said.street as street, x, y,
      (case when said.xx = 'XX' then said.number::integer else said.number::integer // 100 end * 100)::integer as hundred
    from part
  )
  select street, hundred, round(median(x), 4) as lon, round(median(y), 4) as lat from block group by street, hundred
  having max(x) - min(x) < ${LONGEST} and max(y) - min(y) < ${LONGEST} order by street, hundred`;
