import type { ReportFigure } from '#data/schema/records/report.ts';
import { isSilent, wasWaitingIn } from './concern-state.ts';
import { isWithin, type Period } from './period.ts';
import { dayInWords, figureOf, unbraced } from './printed.ts';
import { groupInWords, type ReportRecords } from './report-records.ts';

/** What is missing in a month, said before anything is written: it may still be mended, or command must know. */
export type Gap = {
  readonly kind: 'no-contact' | 'silent-referral' | 'meeting-not-attended' | 'late-promise' | 'not-acknowledged';
  readonly recordId: string; // of the group, referral, meeting, promise or notice
  readonly groupId: string | null;
  readonly title: string;
  readonly drafted: string;
  readonly figures: ReportFigure[];
};

/** The gaps of a month, of records that `recordsFor` has narrowed; a group is reached by whoever of us reached it. */
export const gapsOf = (records: ReportRecords, all: ReportRecords, period: Period): Gap[] => [
  ...noContact(
    records.groups,
    all.contacts.filter(({ at }) => isWithin(at, period)),
  ),
  ...silentReferrals(records, period),
  ...unattended(records, period),
  ...latePromises(records, period),
  ...unacknowledged(records, period),
];

function noContact(groups: ReportRecords['groups'], contacts: ReportRecords['contacts']): Gap[] {
  const reached = new Set(contacts.filter(({ result }) => result === 'made').map(({ groupId }) => groupId));
  return groups
    .filter(({ groupId, kind, status }) => kind !== 'neighborhood' && status === 'active' && !reached.has(groupId))
    .map(({ groupId, name }) => {
      const tried = contacts.filter((each) => each.groupId === groupId).map(({ contactId }) => contactId);
      return {
        kind: 'no-contact',
        recordId: groupId,
        groupId,
        title: name,
        drafted: 'No contact was made this month; {attempts}.',
        figures: [figureOf('attempts', tried, 'attempt', 'attempts')],
      };
    });
}

function silentReferrals({ referrals, concerns }: ReportRecords, period: Period): Gap[] {
  return referrals
    .filter((each) => wasWaitingIn(each, period) && isSilent(each, period.to))
    .map(({ referralId, concernId, to, referredOn, expectedBy }) => ({
      kind: 'silent-referral',
      recordId: referralId,
      groupId: concerns.find((each) => each.concernId === concernId)?.groupIds[0] ?? null,
      title: `${to}, about ${concernId}`,
      drafted: `Asked ${dayInWords(referredOn, period.to)}, expected ${dayInWords(expectedBy, period.to)}; no answer.`,
      figures: [],
    }));
}

function unattended(records: ReportRecords, period: Period): Gap[] {
  return records.meetings
    .filter(({ status, attendedBy }) => status === 'held' && attendedBy.length === 0)
    .map(({ meetingId, groupId, startsAt, place }) => ({
      kind: 'meeting-not-attended',
      recordId: meetingId,
      groupId,
      title: `${groupInWords(records, groupId)}, ${dayInWords(startsAt, period.to)}`,
      drafted: `Held at ${unbraced(place)}; none of us came.`,
      figures: [],
    }));
}

function latePromises({ promises }: ReportRecords, period: Period): Gap[] {
  return promises
    .filter(({ status, dueOn }) => status === 'open' && dueOn <= period.to)
    .map(({ promiseId, groupId, words, dueOn }) => ({
      kind: 'late-promise',
      recordId: promiseId,
      groupId,
      title: words,
      drafted: `Promised for ${dayInWords(dueOn, period.to)}, and open.`,
      figures: [],
    }));
}

function unacknowledged({ notices }: ReportRecords, period: Period): Gap[] {
  return notices
    .filter(
      ({ kind, sentAt, acknowledgments }) =>
        TOLD.has(kind) && sentAt.slice(0, 10) <= period.to && acknowledgments.length === 0,
    )
    .map(({ noticeId, groupId, title, sentAt }) => ({
      kind: 'not-acknowledged',
      recordId: noticeId,
      groupId,
      title,
      drafted: `Told ${dayInWords(sentAt, period.to)}, and not acknowledged.`,
      figures: [],
    }));
}

const TOLD = new Set(['escalation', 'no-contact']);
