import { and, desc, eq, gte, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { AuditLine } from '#data/schema/records/audit.ts';
import type { Tx } from './record-store.ts';
import { audit } from './tables/notices.ts';

export type AuditFilter = {
  personId?: string | undefined;
  kind?: string | undefined;
  action?: string | undefined;
  from?: string | undefined; // days of the city's clock
  to?: string | undefined;
};

/** Lines that fit, newest first, before line `before`. */
export async function listAudit(
  tx: Tx,
  filter: AuditFilter,
  before: number | null,
  atMost: number,
): Promise<AuditLine[]> {
  const rows = await tx
    .select()
    .from(audit)
    .where(and(...fitting(filter), before === null ? undefined : lt(audit.number, before)))
    .orderBy(desc(audit.number))
    .limit(atMost);
  return rows.map(asLine);
}

function fitting({ personId, kind, action, from, to }: AuditFilter): (SQL | undefined)[] {
  return [
    personId === undefined ? undefined : eq(audit.personId, personId),
    kind === undefined ? undefined : eq(audit.kind, kind),
    action === undefined ? undefined : eq(audit.action, action),
    from === undefined ? undefined : gte(audit.localAt, from),
    to === undefined ? undefined : lte(audit.localAt, `${to}T23:59:59`),
  ];
}

type Row = typeof audit.$inferSelect;

const asLine = (row: Row): AuditLine => ({ ...row, action: row.action as AuditLine['action'] }); // only write_audit writes there

/** What the filters can ask for: the kinds and people the audit names. */
export async function listAuditNames(
  tx: Tx,
): Promise<{ kinds: string[]; people: { personId: string; name: string }[] }> {
  const kinds = await tx.execute<{ kind: string }>(sql`select distinct kind from audit order by kind`);
  const people = await tx.execute<{ personId: string; name: string }>(
    sql`select a.person_id as "personId", coalesce(p.name, a.person_id) as name
        from (select distinct person_id from audit) a left join person p using (person_id) order by name`,
  );
  return { kinds: kinds.rows.map(({ kind }) => kind), people: people.rows };
}
