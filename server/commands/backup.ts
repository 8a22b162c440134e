import type { Command } from 'commander';
import { writeBackup } from '#server/store/backup.ts';
import { openRecords } from '#server/store/open-records.ts';
import { restoreBackup } from '#server/store/restore.ts';
import { clockOf } from './city-clock.ts';

type Words = { home: string; json: boolean };

export function addBackup(command: Command): void {
  command
    .argument('<file>', 'a .tar.gz to write')
    .option('--home <folder>', 'data home', '.commonbeat')
    .option('--json', 'what was written, as JSON', false)
    .action(backup);
}

/** `restore`: the other way. */
export function addRestore(command: Command): void {
  command
    .argument('<file>', 'a backup')
    .option('--home <folder>', 'data home', '.commonbeat')
    .option('--json', 'what was restored, as JSON', false)
    .action(restore);
}

async function backup(file: string, { home, json }: Words): Promise<void> {
  const store = await openRecords({ home, databaseUrl: process.env.DATABASE_URL });
  try {
    tell('Wrote', file, json, await writeBackup(home, store, file, await clockOf(home, store)));
  } finally {
    await store.close();
  }
}

async function restore(file: string, { home, json }: Words): Promise<void> {
  const place = { home, databaseUrl: process.env.DATABASE_URL };
  tell('Restored', file, json, await restoreBackup(file, place, (store) => clockOf(home, store)));
}

function tell(
  done: string,
  file: string,
  json: boolean,
  { records, files }: Awaited<ReturnType<typeof restoreBackup>>,
): void {
  const rows = records.tables.reduce((sum, table) => sum + table.rows, 0);
  if (json)
    console.log(
      JSON.stringify({ file, rows, tables: records.tables.length, files: files.length, auditHead: records.auditHead }),
    );
  else console.log(`${done} ${file}: ${rows} records in ${records.tables.length} tables, ${files.length} files.`);
}
