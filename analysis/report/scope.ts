import { isWithin, type Period } from './period.ts';
import type { ReportRecords } from './report-records.ts';

/** Whose month it is. */
export type Scope =
  | { readonly kind: 'monthly-officer'; readonly subject: string } // personId
  | { readonly kind: 'monthly-group'; readonly subject: string } // groupId
  | { readonly kind: 'monthly-division'; readonly subject: string }; // the division's name

/** The records of a month that belong to an officer, to a group, or to all. */
export function recordsFor(scope: Scope, records: ReportRecords, period: Period): ReportRecords {
  if (scope.kind === 'monthly-division') return { ...records, ...inMonth(records, period) };
  return scope.kind === 'monthly-group'
    ? narrowed(records, period, new Set([scope.subject]), null)
    : narrowed(records, period, groupsOf(records, scope.subject), scope.subject);
}

const groupsOf = ({ groups }: ReportRecords, personId: string): Set<string> =>
  new Set(groups.filter(({ liaisonId }) => liaisonId === personId).map(({ groupId }) => groupId));

const inMonth = ({ contacts, meetings }: ReportRecords, period: Period) => ({
  contacts: contacts.filter(({ at }) => isWithin(at, period)),
  meetings: meetings.filter(({ startsAt, status }) => isWithin(startsAt, period) && status !== 'cancelled'),
});

/** By group, or by the officer's own hand where there is one. */
function narrowed(
  records: ReportRecords,
  period: Period,
  groupIds: ReadonlySet<string>,
  officer: string | null,
): ReportRecords {
  const { contacts, meetings } = inMonth(records, period);
  const isOurs = (groupId: string | null) => groupId !== null && groupIds.has(groupId);
  const concerns = records.concerns.filter((concern) =>
    officer === null ? concern.groupIds.some(isOurs) : concern.ownerId === officer,
  );
  const held = new Set(concerns.map(({ concernId }) => concernId));
  return {
    people: records.people,
    groups: records.groups.filter(({ groupId }) => groupIds.has(groupId)),
    contacts: contacts.filter((each) => (officer === null ? isOurs(each.groupId) : each.officerId === officer)),
    meetings: meetings.filter(
      (each) => isOurs(each.groupId) || (officer !== null && each.attendedBy.includes(officer)),
    ),
    concerns,
    updates: records.updates.filter(({ concernId }) => held.has(concernId)),
    referrals: records.referrals.filter(({ concernId }) => held.has(concernId)),
    entries: records.entries.filter((each) => isOurs(each.groupId) || (officer !== null && each.ownerId === officer)),
    promises: records.promises.filter((each) => (officer === null ? isOurs(each.groupId) : each.ownerId === officer)),
    notices: records.notices.filter((each) => isOurs(each.groupId)),
  };
}
