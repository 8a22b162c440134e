import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** A DuckDB that never reaches for the network, and a folder for what it spills; both are gone after. */
export type Workspace = {
  connection: DuckDBConnection;
  another: () => Promise<DuckDBConnection>; // a second connection to the same tables, but not to the temporary ones
  folder: string;
};

const ABANDONED_AFTER_MS = 86_400_000;

/** Runs `work` in a fresh workspace below `parent`. Folders that a killed run left behind a day ago are removed. */
export async function withWorkspace<T>(parent: string, work: (workspace: Workspace) => Promise<T>): Promise<T> {
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent);
  const folder = join(parent, randomUUID());
  await mkdir(folder);
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: '1GB',
    temp_directory: join(folder, 'spill'),
    preserve_insertion_order: 'true',
  });
  const connection = await instance.connect();
  try {
    return await work({ connection, another: () => instance.connect(), folder });
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const found = await stat(join(parent, name)).catch(() => null);
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}
