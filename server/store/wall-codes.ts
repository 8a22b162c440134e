import { createHash } from 'node:crypto';
import { eq, inArray, or, sql } from 'drizzle-orm';
import type { WallAsked } from '#data/schema/wall.ts';
import { RecordMissing } from '#server/errors.ts';
import type { Tx } from './record-store.ts';
import { wallCode } from './tables/walls.ts';

/** What a code opens, before it has one. */
export type WallQuestion = Pick<WallAsked, 'address' | 'words'>;

const LETTERS = '0123456789BCDFGHJKMNPQRSTVWXYZ'; // Crockford's, and no vowels: codes spell no words
const LENGTH = 4;

/** Codes as people write them from across a room: small letters, O for 0, I or L for 1, with a dash. */
export const plainCode = (said: string): string =>
  said.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/**
 * A code for each question, in the order asked. One that was shown before keeps its code for good, so a photo of a wall
 * still opens what it showed; a code that another question has is passed over. By the system alone.
 */
export async function codesFor(tx: Tx, nowLocal: string, asked: readonly WallQuestion[]): Promise<string[]> {
  if (asked.length === 0) return [];
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('wall_code'))`);
  const addresses = asked.map(({ address }) => address);
  const tries = asked.map(({ address }) => triesOf(address));
  const rows = await tx
    .select()
    .from(wallCode)
    .where(or(inArray(wallCode.address, addresses), inArray(wallCode.code, tries.flat())));
  const codeOf = new Map(rows.map(({ address, code }) => [address, code]));
  const taken = new Set(rows.map(({ code }) => code));
  const fresh: (typeof wallCode.$inferInsert)[] = [];
  for (const [at, { address, words }] of asked.entries()) {
    if (codeOf.has(address)) continue;
    const code = tries[at]?.find((each) => !taken.has(each));
    if (code === undefined) throw new Error(`every code for ${address} is taken`);
    taken.add(code);
    codeOf.set(address, code);
    fresh.push({ code, address, words, shownAt: nowLocal });
  }
  if (fresh.length > 0) await tx.insert(wallCode).values(fresh);
  const wordsOf = new Map(rows.map(({ address, words }) => [address, words]));
  for (const { address, words } of asked) {
    if ((wordsOf.get(address) ?? words) !== words)
      await tx.update(wallCode).set({ words, shownAt: nowLocal }).where(eq(wallCode.address, address));
  }
  return addresses.map((address) => codeOf.get(address) ?? '');
}

const TRIES = 12; // with a thousand codes of 810,000 in use, all of them are taken once in 10^35 times

/** The codes a question may get, the same every time; the first that is free is its own. */
const triesOf = (address: string): string[] =>
  Array.from({ length: TRIES }, (_, turn) => {
    const digest = createHash('sha256').update(`${turn} ${address}`).digest();
    const number = digest.readUInt32BE(0);
    return Array.from(
      { length: LENGTH },
      (_, i) => LETTERS[Math.floor(number / LETTERS.length ** i) % LETTERS.length],
    ).join('');
  });

/** What a code opens, however it is written. */
export async function questionOf(tx: Tx, said: string): Promise<WallAsked> {
  const code = plainCode(said);
  const { address, words } = wallCode;
  const [found] = await tx
    .select({ code: wallCode.code, address, words })
    .from(wallCode)
    .where(eq(wallCode.code, code));
  if (found === undefined) throw new RecordMissing(`The code ${code}`);
  return found;
}
