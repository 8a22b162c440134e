import { sql } from 'drizzle-orm';
import type { AuditVerdict } from '#data/schema/records/audit.ts';
import { type KeptHead, readHeads } from './audit-head.ts';
import type { Tx } from './record-store.ts';

type Heads = AuditVerdict['heads'];
type Line = { number: number; hash: string };

/**
 * Whether every line follows from the one before it, and whether the chain still passes through each head that was
 * kept outside the database. Distrust a verdict that compared no head: whoever owns the database can make a chain anew.
 */
export async function judgeAudit(db: Pick<Tx, 'execute'>, home: string): Promise<AuditVerdict> {
  const { heads, unreadable } = await readHeads(home); // before the chain, which only grows meanwhile
  const chain = await db.execute<{ lines: number; brokenAt: number | null }>(
    sql`select (select count(*)::int from audit) as lines, find_audit_break() as "brokenAt"`,
  );
  const numbers = heads.map(({ number }) => number);
  const found = await db.execute<Line>(
    sql`select number, hash from audit where number = any(${sql.param(numbers)}::int[])`,
  );
  const { lines, brokenAt } = chain.rows[0] ?? { lines: 0, brokenAt: null };
  return { lines, brokenAt, heads: { ...compareHeads(heads, found.rows), unreadableAt: unreadable[0] ?? null } };
}

function compareHeads(heads: readonly KeptHead[], found: readonly Line[]): Omit<Heads, 'unreadableAt'> {
  const hashOf = new Map(found.map(({ number, hash }) => [number, hash]));
  const restores = heads.flatMap((head, row) =>
    head.backupOf === null ? [] : [{ ...head, backupOf: head.backupOf, row }],
  );
  const isLost = (number: number, row: number) => restores.some((each) => each.row > row && each.number <= number);
  const standing = heads.filter(({ number }, row) => !isLost(number, row)).toSorted((a, b) => a.number - b.number);
  const stray = standing.find(({ number, hash }) => hashOf.get(number) !== hash);
  const good = standing.filter(({ number }) => stray === undefined || number < stray.number).at(-1);
  const last = heads.at(-1);
  return {
    kept: standing.length,
    last: last ? whenKept(last) : null,
    astray: stray
      ? { ...whenKept(stray), isMissing: !hashOf.has(stray.number), goodTo: good ? whenKept(good) : null }
      : null,
    restores: restores.map(({ number, at, backupOf, row }) => {
      const lost = heads.slice(0, row).flatMap((head) => (head.number >= number ? head.number : []));
      return { at, backupOf, cameTo: number - 1, lostTo: lost.length > 0 ? Math.max(...lost) : null };
    }),
  };
}

const whenKept = ({ number, at }: KeptHead) => ({ number, at });
