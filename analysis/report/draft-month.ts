import type { ReportItem, ReportPart } from '#data/schema/records/report.ts';
import { nextStepSentence } from './concern-lines.ts';
import { isOpenAfter } from './concern-state.ts';
import { itemOf, partOf, type ReportDraft } from './draft.ts';
import { gapsOf } from './gaps.ts';
import { concernParts } from './month-concerns.ts';
import { contactsPart, meetingsPart } from './month-contacts.ts';
import { entryParts } from './month-entries.ts';
import type { Period } from './period.ts';
import { figureOf } from './printed.ts';
import { concernTitle, type ReportRecords } from './report-records.ts';
import { recordsFor, type Scope } from './scope.ts';

const NONE = 'None this month.';

/** The monthly report (1902.2 A.4) of an officer, of a group, or of the whole division. */
export function draftMonth(period: Period, scope: Scope, all: ReportRecords): ReportDraft {
  const records = recordsFor(scope, all, period);
  const parts = [
    coveredPart(records),
    contactsPart(period, records),
    meetingsPart(period, records),
    ...concernParts(period, records),
    ...entryParts(period, records),
    recommendedPart(period, records),
    commandPart(period, records, all),
  ];
  return {
    reportId: `${period.name}/${scope.subject}`,
    kind: scope.kind,
    subject: scope.subject,
    from: period.from,
    to: period.to,
    summary: '',
    parts: parts.map((part) => (part.items.length === 0 ? { ...part, none: NONE } : part)),
    amends: null,
  };
}

function coveredPart({ groups }: ReportRecords): ReportPart {
  const rows = groups.map(({ groupId }) => groupId);
  return partOf({
    part: 'groups',
    title: 'Groups covered',
    clause: 'A.4',
    drafted: '{groups}.',
    figures: [figureOf('groups', rows, 'group', 'groups')],
    items: groups.map(({ groupId, name, status }) =>
      itemOf({ itemId: groupId, title: name, groupId, drafted: status === 'inactive' ? 'Inactive.' : 'Active.' }),
    ),
  });
}

function recommendedPart(period: Period, records: ReportRecords): ReportPart {
  const open = records.concerns.filter((concern) => isOpenAfter(concern, period));
  const rows = open.map(({ concernId }) => concernId);
  return partOf({
    part: 'recommended',
    title: 'Recommended actions',
    clause: 'A.4',
    drafted: '{left-open} at the end of the month.',
    figures: [figureOf('left-open', rows, 'concern is open', 'concerns are open')],
    items: open.map(
      (concern): ReportItem =>
        itemOf({
          itemId: concern.concernId,
          title: concernTitle(concern),
          groupId: concern.groupIds[0] ?? null,
          drafted: nextStepSentence(concern, records, period),
        }),
    ),
  });
}

function commandPart(period: Period, records: ReportRecords, all: ReportRecords): ReportPart {
  const gaps = gapsOf(records, all, period);
  const rows = gaps.map(({ recordId }) => recordId);
  return partOf({
    part: 'command',
    title: 'For command',
    clause: 'A.4',
    drafted: '{gaps}.',
    figures: [figureOf('gaps', rows, 'matter needs command', 'matters need command')],
    items: gaps.map(({ recordId, title, groupId, drafted, figures }) =>
      itemOf({ itemId: recordId, title, groupId, drafted, figures }),
    ),
  });
}
