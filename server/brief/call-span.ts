import { join } from 'node:path';
import { lastFullDay } from '#analysis/shared/days.ts';
import { knownLag } from '#server/extract/known-lag.ts';
import { readStoreIndex } from '#server/store/store-index.ts';

/** Which calls there are to count: their files, and the days that they cover whole. */
export type CallSpan = {
  readonly paths: readonly string[]; // Parquet
  readonly firstDay: string;
  readonly lastDay: string; // the last day that has wholly arrived
  readonly cutoffLocal: string;
  readonly titles: readonly string[]; // of the sources
  readonly city: string;
};

/** Null while no call has been taken in. */
export async function readCallSpan(home: string): Promise<CallSpan | null> {
  const { city, sources } = await readStoreIndex(home);
  const paths = sources.flatMap(({ files }) => files.map(({ file }) => join(home, 'calls', file)));
  const cutoffLocal = sources
    .map(({ lastReceivedLocal }) => lastReceivedLocal)
    .sort()
    .at(-1);
  const first = sources
    .map(({ firstReceivedLocal }) => firstReceivedLocal)
    .sort()
    .at(0);
  if (paths.length === 0 || cutoffLocal === undefined || first === undefined) return null;
  const lag = Math.max(...sources.map((source) => knownLag(source).days));
  return {
    paths,
    firstDay: first.slice(0, 10),
    lastDay: lastFullDay(cutoffLocal, lag),
    cutoffLocal,
    titles: sources.map(({ title }) => title),
    city,
  };
}
