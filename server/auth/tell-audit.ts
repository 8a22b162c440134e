import type { AuditLine } from '#data/schema/records/audit.ts';
import type { Actor } from '#data/schema/records/person.ts';
import { auditAct, systemActing } from '#server/store/record-store.ts';
import type { Accounts } from './accounts.ts';

/** Writes what happened to a session; in nobody's name where nobody is known. */
export function tellAudit(
  { records, nowLocal }: Accounts,
  actor: Actor | null,
  act: Pick<AuditLine, 'action' | 'recordId' | 'words'>,
): Promise<void> {
  const moment = nowLocal();
  const acting = actor ? { actor, nowLocal: moment } : systemActing(moment);
  return records.as(acting, (tx) => auditAct(tx, { ...act, kind: 'session' }));
}
