import { eq } from 'drizzle-orm';
import type { Tx } from './record-store.ts';
import { group } from './tables/groups.ts';

const MOST = 10;

/** The active groups whose names stand in the words, whole. */
export async function namedGroups(tx: Tx, words: string): Promise<string[]> {
  const groups = await tx.select().from(group).where(eq(group.status, 'active'));
  const said = ` ${plain(words)} `;
  return groups
    .filter(({ name }) => said.includes(` ${plain(name)} `))
    .map(({ groupId }) => groupId)
    .sort()
    .slice(0, MOST);
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
