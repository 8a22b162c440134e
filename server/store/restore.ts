import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract as openArchive } from 'tar-stream';
import { DataRefused } from '#server/errors.ts';
import { BackupContents, CONTENTS } from './backup.ts';
import { hashThrough } from './hash-through.ts';
import { isEmpty, loadRecords } from './load-records.ts';
import { openRecords, type RecordsPlace } from './open-records.ts';

/**
 * Puts a backup into an empty home. Everything is unpacked and checked first; a backup that is
 * damaged, or a home that holds something, is refused and nothing is changed.
 */
export async function restoreBackup(file: string, place: RecordsPlace): Promise<BackupContents> {
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
      await loadRecords(store.pool, join(folder, 'records'), contents.records);
    } finally {
      await store.close();
    }
    if (contents.files.length > 0) await cp(join(folder, 'home'), home, { recursive: true });
    return contents;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
