import type { Contact } from '#data/schema/records/contact.ts';
import type { ReportPart } from '#data/schema/records/report.ts';
import { itemOf, partOf } from './draft.ts';
import type { Period } from './period.ts';
import { dayInWords, figureOf } from './printed.ts';
import { groupInWords, listedNames, personInWords, type ReportRecords } from './report-records.ts';

const idsOf = (contacts: readonly Contact[]) => contacts.map(({ contactId }) => contactId);
const madeOf = (contacts: readonly Contact[]) => contacts.filter(({ result }) => result === 'made');
const triedOf = (contacts: readonly Contact[]) => contacts.filter(({ result }) => result === 'attempted');

export function contactsPart(period: Period, records: ReportRecords): ReportPart {
  const { contacts } = records;
  const groupIds = [...new Set(contacts.map(({ groupId }) => groupId))].sort();
  return partOf({
    part: 'contacts',
    title: 'Contacts',
    clause: 'A.4',
    drafted: '{contacts-made} and {contacts-tried}, with {groups-reached}.',
    figures: [
      figureOf('contacts-made', idsOf(madeOf(contacts)), 'contact made', 'contacts made'),
      figureOf('contacts-tried', idsOf(triedOf(contacts)), 'attempt', 'attempts'),
      figureOf(
        'groups-reached',
        madeOf(contacts).map(({ groupId }) => groupId),
        'group reached',
        'groups reached',
      ),
    ],
    items: groupIds.map((groupId) => {
      const here = contacts.filter((each) => each.groupId === groupId);
      const last = madeOf(here)
        .map(({ at }) => at)
        .sort()
        .at(-1);
      return itemOf({
        itemId: groupId,
        title: groupInWords(records, groupId),
        groupId,
        drafted: `{made}, {tried}. ${last ? `Last reached ${dayInWords(last, period.to)}.` : 'Not reached.'}`,
        figures: [
          figureOf('made', idsOf(madeOf(here)), 'contact made', 'contacts made'),
          figureOf('tried', idsOf(triedOf(here)), 'attempt', 'attempts'),
        ],
      });
    }),
  });
}

export function meetingsPart(period: Period, records: ReportRecords): ReportPart {
  const { meetings, promises } = records;
  const held = meetings.filter(({ status }) => status === 'held');
  const rows = (which: typeof held) => which.map(({ meetingId }) => meetingId);
  return partOf({
    part: 'meetings',
    title: 'Meetings',
    clause: 'A.4',
    drafted: '{meetings-held}; {meetings-attended} by us.',
    figures: [
      figureOf('meetings-held', rows(held), 'meeting held', 'meetings held'),
      figureOf(
        'meetings-attended',
        rows(held.filter(({ attendedBy }) => attendedBy.length > 0)),
        'attended',
        'attended',
      ),
    ],
    items: meetings.map((meeting) => {
      const made = promises.filter(({ meetingId }) => meetingId === meeting.meetingId);
      return itemOf({
        itemId: meeting.meetingId,
        title: `${groupInWords(records, meeting.groupId)}, ${dayInWords(meeting.startsAt, period.to)}`,
        groupId: meeting.groupId,
        drafted: `${attendance(meeting, records)} {promises-made}.`,
        figures: [
          figureOf(
            'promises-made',
            made.map(({ promiseId }) => promiseId),
            'promise made',
            'promises made',
          ),
        ],
      });
    }),
  });
}

function attendance(
  { status, attendedBy, attendance: came }: ReportRecords['meetings'][number],
  records: ReportRecords,
) {
  if (status === 'planned') return 'No record says that it was held.';
  const who =
    attendedBy.length === 0 ? 'None of us came' : listedNames(attendedBy.map((id) => personInWords(records, id)));
  const ours = attendedBy.length === 0 ? who : `Attended by ${who}`;
  return came === null ? `${ours}.` : `${ours}; ${came} people came.`;
}
