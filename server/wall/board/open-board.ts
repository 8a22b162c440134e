import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { WallBoard, WallRecords } from '#data/schema/wall.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { codesFor } from '#server/store/wall-codes.ts';
import { readWallRows } from '#server/store/wall-records.ts';
import { dutyQuestions } from './questions.ts';
import { recordDuties } from './record-duties.ts';

export type BoardOptions = {
  readonly nowLocal: () => string;
  readonly log: Pick<Logger, 'error'>;
  readonly onChange: () => void; // the calls were judged, or their threshold became known: read it anew
};

/** What all walls show. */
export type Board = {
  /** As it is now. Throws where the database is away, and where calls that were never judged cannot be. */
  read(): Promise<WallBoard>;
  close(): Promise<void>;
};

/** The board of a home: its calls judged once for each manifest, its records read each time. */
export function openBoard(home: string, records: RecordStore, { nowLocal }: BoardOptions): Board {
  return {
    read: async () => {
      const acting = systemActing(nowLocal());
      const { city } = await readStoreIndex(home);
      const told = await records.as(acting, async (tx): Promise<WallRecords> => {
        const found = recordDuties(await readWallRows(tx, acting), acting.nowLocal);
        const codes = await codesFor(tx, acting.nowLocal, dutyQuestions(found));
        return { ...found, duties: found.duties.map((duty, at) => ({ ...duty, code: codes[at] ?? '' })) };
      });
      return named({ city, calls: null, records: told });
    },
    close: async () => undefined,
  };
}

/** Named by what it says, not by the moment at which it was read. */
function named(board: Omit<WallBoard, 'board'>): WallBoard {
  const { asOfLocal: _, ...said } = board.records;
  const hash = createHash('sha256').update(JSON.stringify({ ...board, records: said }));
  return { board: hash.digest('hex').slice(0, 16), ...board };
}
