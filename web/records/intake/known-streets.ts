import { z } from 'zod';
import { BlockStreet } from '#data/schema/records/concern-filing.ts';
import { ApiFailed } from '#web/api.ts';
import { getJson } from '#web/records/shared/send.ts';
import { joinedStreets } from './joined-streets.ts';
import type { Known, Street } from './kept-on-phone.ts';
import { readStreets } from './read-streets.ts';

export const hasBlocks = (streets: readonly Street[]): boolean => streets.some(({ blocks }) => blocks.length > 0);

/** The streets of the city: as its tiles draw them, with the blocks that the server knows. Read once, then kept on this phone. */
export async function readKnownStreets({ streets, basemap, bbox }: Known): Promise<Street[]> {
  const isDrawn = streets.length > 0 || basemap === null || bbox === null;
  const [drawn, blocks] = await Promise.all([
    isDrawn ? new Map(streets.map(({ name, lines }) => [name, lines])) : readStreets(basemap, bbox),
    getJson(z.array(BlockStreet), '/api/records/concern-blocks').catch(nothingYet),
  ]);
  return joinedStreets(drawn, blocks);
}

/** Without a connection there are the streets alone; the blocks are asked for when the form is opened again. */
function nothingYet(thrown: unknown): BlockStreet[] {
  if (thrown instanceof ApiFailed || thrown instanceof z.ZodError) return [];
  throw thrown;
}
