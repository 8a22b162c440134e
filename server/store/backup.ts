import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack as newArchive } from 'tar-stream';
import { z } from 'zod';
import { keepThisHead } from './audit-head.ts';
import { dumpRecords, RecordsDump } from './dump-records.ts';
import { hashThrough } from './hash-through.ts';
import type { RecordStore } from './record-store.ts';
import { withStoreLock } from './store-lock.ts';

export const CONTENTS = 'commonbeat-backup.json'; // the last entry: what the archive must hold
export const BackupContents = z.object({
  format: z.literal(1),
  at: z.string().optional(), // the city's clock; backups of before have none
  records: RecordsDump,
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
});
export type BackupContents = z.infer<typeof BackupContents>;

/** What a home holds for one machine and one run only. */
const LEFT_OUT = /^(records|records-users|records-password.*|store\.lock|restore-.*|backup-.*|papers)$|\.part$/;

/**
 * Writes everything of a home into one .tar.gz: the records of one moment and the files of the
 * store, which no ingest changes meanwhile. The file appears whole or not at all. The head of the audit that it holds
 * is kept in the home too.
 */
export async function writeBackup(home: string, store: RecordStore, file: string, at: string): Promise<BackupContents> {
  return withStoreLock(home, async () => {
    await mkdir(dirname(file), { recursive: true });
    const folder = await mkdtemp(join(home, 'backup-'));
    const draft = `${file}.part`;
    try {
      const records = await dumpRecords(store.pool, folder);
      const { auditHead: hash, auditLines: number = 0 } = records;
      if (hash !== null) await keepThisHead(home, { number, hash, at, why: 'backup', backupOf: null });
      const archive = newArchive();
      const written = pipeline(archive, createGzip({ level: 4 }), createWriteStream(draft, { mode: 0o600 }));
      const filled = (async () => {
        for (const table of records.tables) await addFile(archive, join(folder, table.file), `records/${table.file}`);
        const files: BackupContents['files'] = [];
        for (const path of await listFiles(home)) {
          files.push({ path, ...(await addFile(archive, join(home, path), `home/${path}`)) });
        }
        const contents: BackupContents = { format: 1, at, records, files };
        archive.entry({ name: CONTENTS }, JSON.stringify(contents));
        archive.finalize();
        return contents;
      })();
      const [contents] = await Promise.all([filled, written]);
      await rename(draft, file);
      return contents;
    } finally {
      await rm(folder, { recursive: true, force: true });
      await rm(draft, { force: true });
    }
  });
}

async function addFile(archive: ReturnType<typeof newArchive>, path: string, name: string) {
  const { size } = await stat(path);
  const hashed = hashThrough();
  await pipeline(createReadStream(path), hashed.stream, archive.entry({ name, size, mode: 0o600 }));
  return { bytes: size, sha256: hashed.sha256() };
}

async function listFiles(home: string): Promise<string[]> {
  const tops = (await readdir(home)).filter((name) => !LEFT_OUT.test(name));
  const found: string[] = [];
  for (const top of tops) {
    if ((await stat(join(home, top))).isFile()) found.push(top);
    else {
      const entries = await readdir(join(home, top), { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && !LEFT_OUT.test(entry.name));
      found.push(...files.map((entry) => relative(home, join(entry.parentPath, entry.name))));
    }
  }
  return found.sort();
}
