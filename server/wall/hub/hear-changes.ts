import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { listenToRecords } from './listen-records.ts';

/** Kinds of the audit that no board tells of: who signs in, what was printed, pages for groups, letters. */
const SILENT =
  /^(session|audit|hand[-_]out.*|bulletin|pattern|report|proof|mail_in|sweep_verdict|officer-sheet|wall_device)$/;
const OF_WHO_LOOKS = /^(wall_device|person)$/;

type World = {
  readonly home: string;
  readonly pool: pg.Pool;
  readonly look: number; // at the manifest, every so many milliseconds: another process may have cut it
  readonly onChange: () => void; // of what a board tells of, or may have been while nobody heard
  readonly onPeople: () => void; // of who may look
  readonly onHeard: (isHeard: boolean) => void; // whether the database tells us
};

export type Hearing = { ping(): void; stop(): void };

/** Hears what changes: records from the database, calls from the manifest. */
export function hearChanges({ home, pool, look, onChange, onPeople, onHeard }: World): Hearing {
  const listening = listenToRecords({
    pool,
    onTold: (kind) => {
      if (OF_WHO_LOOKS.test(kind)) onPeople();
      if (!SILENT.test(kind)) onChange();
    },
    onOpen: () => {
      onHeard(true);
      onChange();
      onPeople();
    },
    onLost: () => onHeard(false),
  });
  const manifests = (['public', 'restricted'] as const).map((level) => join(home, `manifest-${level}.json`)); // what is shown, and what it is judged by
  for (const manifest of manifests) watchFile(manifest, { interval: look, persistent: false }, onChange);
  return {
    ping: () => {
      void listening.ping().then((isThere) => isThere && onHeard(true));
    },
    stop: () => {
      for (const manifest of manifests) unwatchFile(manifest, onChange);
      listening.close();
    },
  };
}
