import { openEmbedded } from './embedded-postgres.ts';
import { openRecordStore, type RecordStore } from './record-store.ts';
import { troubleOf } from './trouble.ts';

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
    let isReviving = false;
    const revive = async () => {
      if (isReviving) return;
      isReviving = true;
      await embedded
        .revive()
        .catch((cause: Error) => say?.(`The database of records does not start: ${cause.message}`));
      isReviving = false;
    };
    return {
      ...store,
      as: (acting, work) =>
        store.as(acting, work).catch((error: unknown) => {
          if (troubleOf(error) === 'away') void revive();
          throw error;
        }),
      close: async () => {
        await store.close();
        await embedded.stop();
      },
    };
  } catch (cause) {
    await embedded.stop();
    throw cause;
  }
}
