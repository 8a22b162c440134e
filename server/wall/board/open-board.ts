import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { WallBoard } from '#data/schema/wall.ts';
import { remember } from '#server/routes/remember.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { codesFor } from '#server/store/wall-codes.ts';
import { readWallRows } from '#server/store/wall-records.ts';
import { type HomeNames, readHomeNames, withDistrictNames } from './home-names.ts';
import { type JudgedCalls, keepCalls } from './keep-calls.ts';
import { dutyQuestions, seriesQuestions } from './questions.ts';
import { recordDuties } from './record-duties.ts';
import { wallCalls } from './wall-calls.ts';

export type BoardOptions = {
  readonly nowLocal: () => string;
  readonly log: Pick<Logger, 'error'>;
  readonly onChange: () => void; // the calls were judged, or their threshold became known: read it anew
};

/** What all walls show. */
export type Board = {
  /** As it is now. Throws where the database is away, and where calls that were never judged cannot be. */
  read(): Promise<WallBoard>;
  /** The store was replaced: its calls are judged while their manifests are being cut, so that `read` need not wait. */
  prepare(): void;
  close(): Promise<void>;
};

/** The board of a home: its calls judged once for each manifest, its records read each time. */
export function openBoard(home: string, records: RecordStore, options: BoardOptions): Board {
  const calls = keepCalls(home, options);
  const names = remember(join(home, 'store.json'), () => readHomeNames(home));
  const readRecords = (judged: JudgedCalls | null, homeNames: HomeNames) => {
    const acting = systemActing(options.nowLocal());
    return records.as(acting, async (tx): Promise<Omit<WallBoard, 'board' | 'city'>> => {
      const rows = withDistrictNames(await readWallRows(tx, acting), homeNames);
      const found = recordDuties(rows, acting.nowLocal);
      const series = judged === null ? [] : [...judged.picture.series, ...judged.picture.trends];
      const questions = judged === null ? [] : seriesQuestions(judged, series);
      const codes = await codesFor(tx, acting.nowLocal, [...questions, ...dutyQuestions(found)]);
      const duties = found.duties.map((duty, at) => ({ ...duty, code: codes[series.length + at] ?? '' }));
      return { calls: judged && wallCalls(judged, rows, codes), records: { ...found, duties } };
    });
  };
  return {
    read: async () => {
      const [judged, homeNames] = await Promise.all([calls.current(), names()]);
      return named({ city: homeNames.city, ...(await readRecords(judged, homeNames)) });
    },
    prepare: () => {
      calls.prepare().catch(() => undefined); // tried again, and told, when they are read
    },
    close: calls.close,
  };
}

/** Named by what it says, not by the moment at which it was read. */
function named(board: Omit<WallBoard, 'board'>): WallBoard {
  const { asOfLocal: _, ...said } = board.records;
  const hash = createHash('sha256').update(JSON.stringify({ ...board, records: said }));
  return { board: hash.digest('hex').slice(0, 16), ...board };
}
