import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ExtractFile, type Manifest } from '#data/schema/manifest.ts';
import { ReleaseLevel } from '#data/schema/release-level.ts';
import { readStoreIndex, type StoreIndex } from '#server/store/store-index.ts';
import { type CutLedger, findCut, ledgerKey, readLedger, writeLedger } from './cut-ledger.ts';
import { type CutYear, cutYear, openYear, type StoredYear } from './cut-year.ts';
import { areasOf, reachOf } from './index-reach.ts';
import { keepManifest, pointAt, type UnnamedManifest } from './manifest-files.ts';
import { withDuckDb } from './open-duckdb.ts';
import { packBeside } from './packed-file.ts';

type CutProgress = { done: number; total: number; what: string };
export type CutOptions = {
  readonly onProgress?: (progress: CutProgress) => void; // after each file, cut or found
  readonly onStanding?: () => void; // the new manifests stand; the packed twins of their files are still to come
  readonly madeAt?: string; // UTC, written into new manifests; now by default
};
export type CutResult = { manifests: Record<ReleaseLevel, Manifest>; cut: number; kept: number };

/**
 * Cuts the store into one Arrow file a local year and release level, and names them in a
 * manifest a level. This is where secrecy is settled: what a level may not have is not in
 * its files. Years whose stored files did not change are not cut again, and the same store
 * gives the same names. Manifests are replaced after the files, so a killed cut leaves the earlier ones. The files are
 * packed last: nobody need wait for it, as a file without packed twins is sent as it is.
 */
export async function cutExtracts(home: string, options: CutOptions = {}): Promise<CutResult> {
  const index = await readStoreIndex(home);
  const years = storedYears(index);
  const ledger = await readLedger(home);
  const wanted = years.flatMap((year) =>
    ReleaseLevel.options.map((level) => ({ level, year, key: ledgerKey(level, year) })),
  );
  const missing = wanted.filter(({ key }) => findCut(home, ledger, key) === undefined);
  if (missing.length > 0) await withDuckDb((connection) => cutMissing(connection, home, ledger, missing, options));

  const madeAt = options.madeAt ?? new Date().toISOString();
  const keepLevel = (level: ReleaseLevel) => {
    const cuts = wanted.filter((want) => want.level === level).map(({ key }) => ledger[key]);
    const said = describe(
      level,
      index,
      cuts.filter((cut) => cut !== undefined),
    );
    return keepManifest(home, said, madeAt);
  };
  const manifests = {
    restricted: await keepLevel('restricted'),
    internal: await keepLevel('internal'),
    public: await keepLevel('public'),
  };
  for (const manifest of Object.values(manifests)) await pointAt(home, manifest);
  options.onStanding?.();
  const files = Object.values(manifests).flatMap(({ extracts }) => extracts.map(({ file }) => file));
  for (const file of files) await packBeside(join(home, 'extracts', file));
  return { manifests, cut: missing.length, kept: wanted.length - missing.length };
}

type Want = { level: ReleaseLevel; year: StoredYear; key: string };

async function cutMissing(
  connection: DuckDBConnection,
  home: string,
  ledger: CutLedger,
  missing: Want[],
  { onProgress }: CutOptions,
) {
  let open: StoredYear | undefined;
  for (const [done, { level, year, key }] of missing.entries()) {
    if (open !== year) await openYear(connection, home, year);
    open = year;
    ledger[key] = await cutYear(connection, home, level, year);
    onProgress?.({ done: done + 1, total: missing.length, what: `${year.year} ${level}` });
  }
  await writeLedger(home, ledger);
}

/** The stored files by local year, in an order that does not depend on the order of ingest. */
function storedYears(index: StoreIndex): StoredYear[] {
  const byYear = new Map<number, StoredYear>();
  for (const { year, file, rows } of index.sources.flatMap((source) => source.files)) {
    const entry = byYear.get(year) ?? { year, files: [], rows: 0 };
    byYear.set(year, { year, files: [...entry.files, file].sort(), rows: entry.rows + rows });
  }
  return [...byYear.values()].sort((a, b) => a.year - b.year);
}

function describe(level: ReleaseLevel, index: StoreIndex, cuts: CutYear[]): UnnamedManifest {
  const sum = (of: (cut: CutYear) => number) => cuts.reduce((total, cut) => total + of(cut), 0);
  const { sources, ...reach } = reachOf(level, index);
  const bbox = bboxAround(cuts);
  return {
    releaseLevel: level,
    city: index.city,
    timeZone: index.timeZone,
    ...reach,
    rows: sum((cut) => cut.rows),
    quarantined: sum((cut) => cut.quarantined),
    withheld: sum((cut) => cut.withheld),
    bbox,
    center: bbox ? [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2] : [0, 0],
    extracts: cuts.map((cut) => ExtractFile.parse(cut)),
    areas: areasOf(index),
    sources,
  };
}

function bboxAround(cuts: CutYear[]): Manifest['bbox'] {
  const boxes = cuts.flatMap((cut) => (cut.bbox ? [cut.bbox] : []));
  if (boxes.length === 0) return null;
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}
