import { openEmbedded } from './embedded-postgres.ts';
import { keepRunning } from './keep-running.ts';
import { openRecordStore, type RecordStore } from './record-store.ts';

export type RecordsPlace = {
  home: string; // the data home; the database stands in its folder records
  databaseUrl?: string | undefined; // a PostgreSQL of the department's instead
  say?: (line: string) => void;
};

/** Opens the records of a home: in the PostgreSQL that `databaseUrl` names, else in one of its own. */
export async function openRecords({ home, databaseUrl, say }: RecordsPlace): Promise<RecordStore> {
  if (databaseUrl) return openRecordStore(databaseUrl);
  const embedded = await openEmbedded(home, say);
  try {
    const store = await openRecordStore(embedded.url);
    const letDie = keepRunning(embedded, say);
    return {
      ...store,
      close: async () => {
        await store.close();
        await letDie();
        await embedded.stop();
      },
    };
  } catch (cause) {
    await embedded.stop();
    throw cause;
  }
}
