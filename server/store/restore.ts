import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract as openArchive } from 'tar-stream';
import { makeAccountTables } from '#server/auth/better.ts';
import { DataRefused } from '#server/errors.ts';
import { addHeadsOf, HEADS, keepHead } from './audit-head.ts';
import { BackupContents, CONTENTS } from './backup.ts';
import { hashThrough } from './hash-through.ts';
import { isEmpty, loadRecords } from './load-records.ts';
import { openRecords, type RecordsPlace } from './open-records.ts';
import { auditAct, type RecordStore, systemActing } from './record-store.ts';

/**
 * Puts a backup into an empty home. Everything is unpacked and checked first; a backup that is
 * damaged, or a home that holds something, is refused and nothing is changed. Heads of the audit that the home has kept
 * stay, and the restore is written beneath them and into the audit itself. `nowOf` is asked once the home is filled.
 */
export async function restoreBackup(
  file: string,
  place: RecordsPlace,
  nowOf: (store: RecordStore) => Promise<string>,
): Promise<BackupContents> {
  const { home } = place;
  if (existsSync(join(home, 'store.json')))
    throw new DataRefused('this home holds records; name an empty one', { file: home });
  await mkdir(home, { recursive: true });
  const folder = await mkdtemp(join(home, 'restore-'));
  try {
    const hashes = await unpack(file, folder);
    const contents = await readContents(file, folder);
    checkHashes(file, hashes, contents);
    const store = await openRecords(place);
    try {
      if (!(await isEmpty(store.pool)))
        throw new DataRefused('its database holds records; name an empty one', { file: home });
      await makeAccountTables(store.pool); // a home that was never served has none
      await loadRecords(store.pool, join(folder, 'records'), contents.records);
      const files = join(folder, 'home');
      const heads = join(files, HEADS);
      if (contents.files.length > 0) await cp(files, home, { recursive: true, filter: (from) => from !== heads });
      await addHeadsOf(home, files);
      await tellRestore(home, store, contents, await nowOf(store));
    } finally {
      await store.close();
    }
    return contents;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Without this a later judge could not tell what came back from a backup from an audit whose end was cut off. */
async function tellRestore(home: string, store: RecordStore, { at }: BackupContents, now: string): Promise<void> {
  const { rows } = await store.pool.query<{ number: number; localAt: string }>(
    'select number, local_at as "localAt" from audit order by number desc limit 1',
  );
  const backupOf = at ?? (rows[0]?.localAt || now); // a backup of before tells its day by its last line
  const words = `the records came back from a backup of ${backupOf}, which ends at line ${rows[0]?.number ?? 0}`;
  await store.as(systemActing(now), (tx) => auditAct(tx, { action: 'other', kind: 'restore', recordId: '', words }));
  await keepHead(home, store.pool, { at: now, why: 'restore', backupOf });
}

async function unpack(file: string, folder: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  const archive = openArchive();
  const read = pipeline(createReadStream(file), createGunzip(), archive);
  read.catch(() => undefined); // told below
  try {
    for await (const entry of archive) {
      const name = normalize(entry.header.name);
      if (name.startsWith('..') || name.startsWith('/')) throw new Error(`${name} leads out of the archive`);
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      const hashed = hashThrough();
      await pipeline(Readable.from(entry), hashed.stream, createWriteStream(path, { mode: 0o600 }));
      hashes.set(entry.header.name, hashed.sha256());
    }
    await read;
  } catch (cause) {
    throw new DataRefused('this is no whole backup of Commonbeat', { file }, cause);
  }
  return hashes;
}

async function readContents(file: string, folder: string): Promise<BackupContents> {
  const text = await readFile(join(folder, CONTENTS), 'utf8').catch(() => null);
  if (text === null) throw new DataRefused('this is no whole backup of Commonbeat: its contents are missing', { file });
  const contents = BackupContents.safeParse(JSON.parse(text));
  if (!contents.success) throw new DataRefused('this backup is of a form that this version does not know', { file });
  return contents.data;
}

function checkHashes(file: string, hashes: ReadonlyMap<string, string>, { records, files }: BackupContents): void {
  const wanted = [
    ...records.tables.map((table) => [`records/${table.file}`, table.sha256] as const),
    ...files.map(({ path, sha256 }) => [`home/${path}`, sha256] as const),
  ];
  const damaged = wanted.find(([name, sha256]) => hashes.get(name) !== sha256);
  if (damaged) throw new DataRefused(`${damaged[0]} is not as it was written; take another backup`, { file });
}
