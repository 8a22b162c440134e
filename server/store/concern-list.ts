import { and, arrayContains, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { isProtected } from '#data/codes/protected-kinds.ts';
import { type ConcernList, type ConcernQuery, ConcernRow } from '#data/schema/records/concern-filing.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { concernChoices, isOverdue } from './concern-clock.ts';
import type { Tx } from './record-store.ts';
import { concern, concernUpdate } from './tables/concerns.ts';

const A_PAGE = 50;
const SUMMARY = 90;

/** The staff's summary; until somebody writes one, the beginning of the words. */
export function summaryOf({ title, words }: { title: string; words: string }): string {
  if (title !== '') return title;
  const line = words.replaceAll(/\s+/g, ' ');
  return line.length <= SUMMARY ? line : `${line.slice(0, SUMMARY).replace(/\s\S*$/, '')} …`;
}

const lastConveyed = (column: SQL) => sql<string | null>`(select ${column} from ${concernUpdate}
  where ${concernUpdate.concernId} = ${concern.concernId} and ${concernUpdate.kind} = 'conveyed'
  order by ${concernUpdate.at} desc, ${concernUpdate.updateId} desc limit 1)`;

/** A page of concerns, safety first, then the overdue, then the oldest; closed ones newest first. */
export async function listConcerns(tx: Tx, acting: Acting, asked: ConcernQuery): Promise<ConcernList> {
  const choices = await concernChoices(tx);
  const today = acting.nowLocal.slice(0, 10);
  const overdue = isOverdue(today, choices);
  const which = and(...conditions(acting, asked));
  const inTab = and(which, ofStatus(asked.status, overdue));
  const [counts] = await tx
    .select({
      new: counted(sql`${concern.status} = 'new'`),
      open: counted(sql`${concern.status} = 'open'`),
      overdue: counted(overdue),
      closed: counted(sql`${concern.status} = 'closed'`),
      total: counted(ofStatus(asked.status, overdue) ?? sql`true`),
    })
    .from(concern)
    .where(which);
  const rows = await tx
    .select({
      row: concern,
      isOverdue: overdue,
      ageDays: sql<number>`greatest(0, ${today}::date - ${concern.heardAt}::date)`,
      conveyedTo: lastConveyed(sql`${concernUpdate.to}`),
      conveyedOn: lastConveyed(sql`to_char(${concernUpdate.at}, 'YYYY-MM-DD')`),
    })
    .from(concern)
    .where(inTab)
    .orderBy(
      sql`case when ${concern.status} = 'closed' then 1 else 0 end`,
      desc(sql`${concern.status} <> 'closed' and ${concern.safetyNow}`),
      desc(overdue),
      sql`case when ${concern.status} = 'closed' then ${concern.closedOn} end desc nulls last`,
      concern.heardAt,
      concern.concernId,
    )
    .limit(A_PAGE)
    .offset((asked.page - 1) * A_PAGE);
  const { total = 0, ...found } = counts ?? { new: 0, open: 0, overdue: 0, closed: 0 };
  const seen = rows.map(({ row, ...more }) => toRow(row, more));
  const shown = acting.actor.role === 'city-partner' ? seen.map(forPartner) : seen;
  return { rows: shown.map((row) => ConcernRow.parse(row)), total, counts: found }; // what is no column of the list stays here
}

const counted = (which: SQL) => sql<number>`count(*) filter (where ${which})`.mapWith(Number);

type More = Pick<ConcernRow, 'isOverdue' | 'ageDays' | 'conveyedTo' | 'conveyedOn'>;

const toRow = (row: typeof concern.$inferSelect, more: More) => ({
  ...row,
  ...more,
  summary: summaryOf(row),
  hasPlace: row.place !== null,
});

/** The same row without anything a resident said or a member of the department keeps for itself. */
const forPartner = (row: ReturnType<typeof toRow>) => ({
  ...row,
  summary: row.title,
  placeWords: row.contactWish === 'anonymous' || isProtected(row.category) ? '' : row.placeWords,
  filedBy: '',
  ownerId: null,
  peopleCount: null,
  duplicateOf: null,
});

function ofStatus(status: ConcernQuery['status'], overdue: SQL): SQL | undefined {
  if (status === undefined) return undefined;
  if (status === 'overdue') return overdue;
  return status === 'waiting' ? sql`${concern.status} <> 'closed'` : eq(concern.status, status);
}

function conditions({ actor }: Acting, asked: ConcernQuery): (SQL | undefined)[] {
  const { group, owner, way, category, text, from, to, mine, batch } = asked;
  return [
    group ? arrayContains(concern.groupIds, [group]) : undefined,
    owner ? eq(concern.ownerId, owner) : undefined,
    way ? eq(concern.way, way) : undefined,
    category ? sql`${concern.category} = ${category}` : undefined,
    text ? holds(text, actor.role) : undefined,
    from ? gte(concern.heardAt, `${from}T00:00:00`) : undefined,
    to ? lt(sql`${concern.heardAt}::date`, sql`${to}::date + 1`) : undefined,
    batch ? eq(concern.importBatch, batch) : undefined,
    mine
      ? sql`(${concern.ownerId} = ${actor.personId} or ${concern.filedBy} = ${actor.personId}
          or exists (select from ${concernUpdate} where ${concernUpdate.concernId} = ${concern.concernId}
            and ${concernUpdate.by} = ${actor.personId} and ${concernUpdate.kind} = 'said'))`
      : undefined,
  ];
}

/** Words searched for. A partner searches only what a partner can read: a hit would tell the rest. */
function holds(text: string, role: string): SQL {
  const like = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  if (role === 'city-partner') return sql`(${concern.title} ilike ${like} or ${concern.concernId} ilike ${like})`;
  return sql`(${concern.title} ilike ${like} or ${concern.concernId} ilike ${like} or ${concern.words} ilike ${like}
    or ${concern.placeWords} ilike ${like})`;
}
