import { createHash } from 'node:crypto';
import type { WallBoard } from '#data/schema/wall.ts';

/** A board as it goes out: written once for all walls. */
export type SealedBoard = {
  readonly board: WallBoard;
  readonly text: string; // JSON
  readonly frame: Uint8Array; // the event of it
  readonly says: string; // the name that it was made with: of all but the moment when the records were read
};

export function seal(board: WallBoard, says = board.board): SealedBoard {
  const text = JSON.stringify(board);
  return { board, text, frame: frameOf({ event: 'board', id: board.board, data: text }), says };
}

/** The same board, known to hold at this moment and not after: under another name, so that every wall is sent it. */
export function sealAsOf({ board, says }: SealedBoard, asOfLocal: string): SealedBoard {
  const name = createHash('sha256').update(`${says} ${asOfLocal}`).digest('hex').slice(0, 16);
  return seal({ ...board, board: name, records: { ...board.records, asOfLocal } }, says);
}

type ServerEvent = { event: string; data: string; id?: string; retry?: number };

const encoder = new TextEncoder();

/** An event of a stream of server-sent events; JSON has no line break, so its data is one line. */
export function frameOf({ event, data, id, retry }: ServerEvent): Uint8Array {
  const lines = [`event: ${event}`, `data: ${data}`];
  if (id !== undefined) lines.push(`id: ${id}`);
  if (retry !== undefined) lines.push(`retry: ${retry}`);
  return encoder.encode(`${lines.join('\n')}\n\n`);
}
