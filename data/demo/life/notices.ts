import type { DrawnConcern } from '#data/demo/concerns.ts';
import type { Concern } from '#data/schema/records/concern.ts';
import type { Notice } from '#data/schema/records/notice.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import type { SweepVerdict } from '#data/schema/records/sweep.ts';
import { keptAt, reference } from './kept.ts';
import { ANALYST, COORDINATOR, DIVISION_COMMANDER, LIAISON_OF, PEOPLE, SECTION_COMMANDER, spoken } from './people.ts';
import { CHANGES_OF_LEADER } from './representatives.ts';
import { makeVerdicts } from './sweeps.ts';

type Told = Omit<Notice, 'noticeId' | 'revision' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'> & {
  by: string;
};

const read = (by: string, at: string, words = ''): Notice['acknowledgments'][number] => ({
  by,
  name: spoken(by),
  at,
  words,
});

const told = (
  notice: Pick<Told, 'kind' | 'onceKey' | 'clause' | 'title' | 'words' | 'sentAt' | 'by'> & Partial<Told>,
): Told => ({
  toRole: null,
  toPersonId: null,
  groupId: null,
  concernIds: [],
  acknowledgments: [],
  ...notice,
});

/** What was told to whom, and who has read it. */
export function makeNotices(
  drawn: readonly DrawnConcern[],
  concerns: readonly Concern[],
  entries: readonly RegisterEntry[],
): Notice[] {
  const all = [
    WESTMOOR,
    ...CHANGES_OF_LEADER.map(changeOfLeader),
    ...recurring(drawn),
    ...entries.filter(({ kind }) => kind === 'objective').map(objectiveTold),
    ...concerns.filter(({ status }) => status === 'new').map(filed),
    ...makeVerdicts().flatMap(judged),
  ];
  all.sort((a, b) => a.sentAt.localeCompare(b.sentAt));
  return all.map(({ by, ...notice }, i) => ({
    noticeId: reference('N', i + 1),
    ...notice,
    ...keptAt(notice.sentAt, by, 1 + notice.acknowledgments.length),
  }));
}

const WESTMOOR = told({
  kind: 'no-contact',
  onceKey: 'no-contact/westmoor-watch/2026-Q3',
  clause: '1902.2 C',
  toRole: 'section-commander',
  groupId: 'westmoor-watch',
  title: 'No contact with Westmoor Watch this quarter',
  words: 'Last contact June 18. CRO Quill called, wrote and went by; nobody answered. The captain may have moved.',
  sentAt: '2026-09-28T10:20:00',
  acknowledgments: [read(SECTION_COMMANDER, '2026-09-29T08:05:00', 'Seen. Try the pool house on a meeting night.')],
  by: 'p-quill',
});

function changeOfLeader({ groupId, was, now, on }: (typeof CHANGES_OF_LEADER)[number]): Told {
  const by = LIAISON_OF[groupId] ?? COORDINATOR;
  return told({
    kind: 'representative-changed',
    onceKey: `representative-changed/${groupId}/${on}`,
    clause: '1902.3 B',
    toRole: 'division-commander',
    groupId,
    title: 'A group has a new leader',
    words: `${was} → ${now}`,
    sentAt: `${on}T15:00:00`,
    acknowledgments: on < '2026-11-01' ? [read(DIVISION_COMMANDER, `${on}T17:40:00`)] : [],
    by,
  });
}

/** Recurring issues that leadership was told of; those of this season still wait for the chief. */
function recurring(drawn: readonly DrawnConcern[]): Told[] {
  const stories = [...new Set(drawn.flatMap(({ story }) => (story?.startsWith('recurring-') ? [story] : [])))].sort();
  return stories.flatMap((story) => {
    const like = drawn.filter((one) => one.story === story);
    const last = like.at(-1);
    const first = like[0];
    const groupId = story.replace('recurring-', '');
    if (!last || !first) return [];
    const isSettled = last.raisedOn < '2026-09-01';
    const roles = ['division-commander', 'chief'] as const;
    return roles.map((toRole) =>
      told({
        kind: 'escalation',
        onceKey: `escalation/recurring/${groupId}/${first.concernId}/1/${toRole}`,
        clause: 'A.8',
        toRole,
        groupId,
        concernIds: like.map(({ concernId }) => concernId),
        title: `Recurring: ${last.title}`,
        words: `${like.length} like concerns since ${spokenDay(first.raisedOn)}.`,
        sentAt: `${last.raisedOn}T18:30:00`,
        acknowledgments:
          isSettled || toRole === 'division-commander' ? [read(holderOf(toRole), `${last.raisedOn}T20:15:00`)] : [],
        by: LIAISON_OF[groupId] ?? COORDINATOR,
      }),
    );
  });
}

const holderOf = (role: Notice['toRole']): string =>
  PEOPLE.find((person) => person.role === role)?.personId ?? COORDINATOR;

const filed = ({ concernId, title, heardAt, filedBy, groupIds }: Concern): Told =>
  told({
    kind: 'concern-filed',
    onceKey: `concern-filed/${concernId}`,
    clause: 'V.B.4',
    toRole: 'coordinator',
    groupId: groupIds[0] ?? null,
    concernIds: [concernId],
    title: `${concernId}: ${title}`,
    words: `Filed by ${spoken(filedBy)}.`,
    sentAt: heardAt,
    by: filedBy,
  });

/** A verdict of the sweep, to those it was sent to; that of the last Monday is not read yet. */
const judged = ({ verdictId, groupIds, title, sentence, reason, choice, watchFrom, patternId, sentTo }: SweepVerdict) =>
  sentTo.map(({ personId, at }) =>
    told({
      kind: 'sweep',
      onceKey: `sweep/${verdictId}/${personId}`,
      clause: 'A.9',
      toPersonId: personId,
      groupId: groupIds[0] ?? null,
      title,
      words: [
        sentence,
        `${choice === 'pattern' ? `Made into pattern ${patternId}.` : `Watched; shown again from ${watchFrom} on.`} By ${spoken(ANALYST)}.`,
        `Why: ${reason}`,
        `In Commonbeat: ${patternId === null ? '/spikes' : `/patterns/${patternId}`}`,
      ].join('\n'),
      sentAt: at,
      acknowledgments: at < '2026-12-01' ? [read(personId, `${at.slice(0, 10)}T13:05:00`)] : [],
      by: ANALYST,
    }),
  );

const STAFF = PEOPLE.filter(({ role }) => role !== 'wall' && role !== 'city-partner').map(({ personId }) => personId);

/** To all personnel (V.B.2.b); of the newest, some have not read it yet. */
function objectiveTold({ entryId, title, happenedOn, fields }: RegisterEntry): Told {
  const isNew = happenedOn > '2026-06-01';
  const readers = isNew ? STAFF.filter((_, i) => i % 5 !== 3) : STAFF;
  return told({
    kind: 'objective',
    onceKey: `objective/${entryId}`,
    clause: 'V.B.2.b',
    title,
    words: String(fields.statement ?? title),
    sentAt: `${happenedOn}T09:00:00`,
    acknowledgments: readers.map((by, i) => read(by, `${happenedOn}T${10 + (i % 8)}:${10 + i}:00`)),
    by: COORDINATOR,
  });
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** October 12, as a person writes it. */
const spokenDay = (day: string): string => `${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8))}`;
