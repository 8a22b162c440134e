import type { AuditVerdict } from '#data/schema/records/audit.ts';
import { HEADS } from '#server/store/audit-head.ts';
import type { Found } from './check-machine.ts';

const OUTSIDE =
  'somebody changed the database from outside; keep it as it is, tell the auditor and compare with a backup';

/** What was found of the audit, as `doctor` says it: first what is wrong, then what an auditor should know. */
export function tellVerdict({ lines, brokenAt, heads }: AuditVerdict): Found {
  const { kept, last, astray, restores, unreadableAt } = heads;
  const wrong = [
    ...(brokenAt === null ? [] : [`line ${brokenAt} does not follow from the one before it: ${OUTSIDE}`]),
    ...(astray === null ? [] : [`${tellAstray(astray, lines)}: ${OUTSIDE}`]),
    ...(unreadableAt === null
      ? []
      : [`line ${unreadableAt} of ${HEADS} is no head: somebody changed the file; keep it, and compare with a copy`]),
  ];
  if (wrong.length > 0) return { state: 'broken', detail: wrong.join('. ') };
  const whole = 'every line follows from the one before it';
  if (last === null) {
    const detail = `${whole}; no head of the chain is kept in ${HEADS}: the next start, night or backup keeps one; where this home has run through a night, the file was taken away`;
    return { state: lines === 0 ? 'ok' : 'note', detail };
  }
  const agree = `${whole}, through ${kept} kept ${kept === 1 ? 'head' : 'heads'}, the last of line ${last.number} at ${last.at}`;
  const told = restores.map(tellRestore);
  return { state: told.length > 0 ? 'note' : 'ok', detail: [agree, ...told].join('; ') };
}

function tellAstray({ number, at, isMissing, goodTo }: NonNullable<AuditVerdict['heads']['astray']>, lines: number) {
  const found = isMissing
    ? `line ${number}, kept at ${at}, is missing: the audit has ${lines} lines`
    : `line ${number} is not the one that was kept at ${at}: the chain was made anew`;
  return goodTo === null
    ? `${found}, and no earlier head still stands`
    : `${found}, after line ${goodTo.number} of ${goodTo.at}`;
}

function tellRestore({ at, backupOf, cameTo, lostTo }: AuditVerdict['heads']['restores'][number]): string {
  const came = `at ${at} the records came back from a backup of ${backupOf}, which ends at line ${cameTo}`;
  return lostTo === null ? came : `${came}: what had been written after it, up to line ${lostTo} at least, is not here`;
}
