import type { Concern } from '#data/schema/records/concern.ts';
import type { Group } from '#data/schema/records/group.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { CHIEF, COORDINATOR, LIAISON_OF } from './people.ts';
import { entriesOf } from './register-entry.ts';

/** One liaison for each group that has one; Fallow Gate has none, and two businesses wished for theirs. */
export function makeLiaisons(groups: readonly Group[]): RegisterEntry[] {
  const servesOf = { business: 'business', neighborhood: 'neighborhood-without-an-association' } as const;
  const assigned = groups.flatMap(({ groupId, name, kind }) => {
    const ownerId = LIAISON_OF[groupId];
    if (ownerId === undefined) return [];
    const serves = kind === 'business' || kind === 'neighborhood' ? servesOf[kind] : 'association';
    return [
      {
        groupId,
        title: name,
        status: 'current',
        ownerId,
        happenedOn: '2024-06-14',
        dueOn: '2027-01-31',
        fields: { serves },
      },
    ];
  });
  const wished = ['Ashel Cold Storage', 'Marigold Nurseries'].map((business, i) => ({
    title: business,
    status: 'current',
    ownerId: i === 0 ? 'p-denby' : 'p-teague',
    happenedOn: '2026-02-16',
    dueOn: '2027-02-16',
    fields: { serves: 'business', business, note: 'The business wished for a liaison.' },
  }));
  return entriesOf('liaison', [...assigned, ...wished]);
}

export function makeDepartment(concerns: readonly Concern[]): RegisterEntry[] {
  const like = (category: string, count: number) =>
    concerns
      .filter((one) => one.category === category && one.duplicateOf === null)
      .slice(-count)
      .map(({ concernId }) => concernId);
  const solved = concerns.filter(
    ({ closeReason, residentAgrees }) => closeReason === 'resolved' && residentAgrees === true,
  );
  return [
    ...entriesOf('appointment', [
      {
        title: 'Community Outreach Coordinator',
        status: 'ended',
        ownerId: 'p-keane',
        happenedOn: '2024-06-14',
        fields: { isActing: true, order: 'Memo 24-031', endedOn: '2025-01-06' },
      },
      {
        title: 'Community Outreach Coordinator',
        status: 'current',
        ownerId: COORDINATOR,
        happenedOn: '2025-01-06',
        fields: { isActing: false, order: 'Memo 25-002', handedOverBy: 'p-keane', handedOver: 14 },
      },
    ]),
    ...entriesOf('objective', [
      objective(
        '2025-01-15',
        'dropped',
        'Every member can say what a liaison officer does',
        'Asked in the spring survey of members.',
        '2025-06-30',
      ),
      objective(
        '2026-01-12',
        'current',
        'Each resident who told us a concern hears what became of it',
        'Question 3 of the citizen survey above 60 percent.',
        '2026-12-31',
      ),
      objective(
        '2026-07-13',
        'current',
        'Prevention cards in Spanish at every meeting where they are wanted',
        'Cards given, by language.',
        '2027-03-31',
      ),
    ]),
    ...entriesOf('proposal', [
      proposal(
        '2025-12-08',
        'approved',
        'Porch lockers at the library',
        'p-whitlock',
        'Lockers for parcels in December.',
        'Packages gone from porches in four groups.',
        'PG-0015',
        'Yes, for one year. Tell me in January what it did.',
      ),
      proposal(
        '2026-05-11',
        'declined',
        'Night market patrol by volunteers',
        'p-castell',
        'Volunteers in vests walk the night market.',
        'Fights at closing time.',
        null,
        'No: the risk for the volunteers is too great. A foot patrol instead.',
      ),
      proposal(
        '2026-12-02',
        'proposed',
        'Coffee at the bus stop',
        'p-denby',
        'An officer and a thermos at a bus stop once a month.',
        'Cedar Hollow has nowhere to meet.',
        null,
        '',
      ),
    ]),
    ...entriesOf('policy-suggestion', [
      suggestion(
        '2026-03-16',
        'adopted',
        'Game-day parking',
        'One side of the street free on game days, told to residents a week before.',
        'Fire trucks could not have passed.',
        like('parking', 4),
        'In force since August.',
      ),
      suggestion(
        '2026-10-19',
        'considered',
        'Word back to residents',
        'Whoever tells us a concern hears something within ten days, even if it is that nothing is known.',
        'Several said that nobody called back.',
        like('noise', 3),
        '',
      ),
    ]),
    ...entriesOf('publication', [
      publication(
        '2025-07-14',
        'published',
        'success',
        'The underpass is clean',
        'You told us of paint on the underpass. It is painted over within two days now, each time.',
        'web-page',
        solved.slice(0, 1).map(({ concernId }) => concernId),
      ),
      publication(
        '2026-02-09',
        'published',
        'objective',
        'What we set ourselves for 2026',
        'Whoever tells us a concern hears what became of it.',
        'web-page',
        [],
      ),
      publication(
        '2026-06-15',
        'published',
        'problem',
        'Fireworks before the Fourth',
        'Last year calls for fireworks were fifteen times the usual in these weeks. Here is what is allowed and where to call.',
        'social-media',
        [],
      ),
      publication(
        '2026-10-05',
        'published',
        'success',
        'Sheds in Upper Linden',
        'Neighbors marked their tools and lit the alley. No shed was opened since the end of September.',
        'print',
        solved.slice(-1).map(({ concernId }) => concernId),
      ),
      publication(
        '2026-12-10',
        'draft',
        'prevention-material',
        'Your car on weekday afternoons',
        'Nothing in sight, not even a cord.',
        'print',
        [],
      ),
    ]),
    ...entriesOf('practice-change', [
      practice(
        '2025-02-17',
        'in-force',
        'police',
        'Owners learned of an open garage the next day',
        'Officers ring at once, until eleven',
        'Garages were emptied between midnight and morning.',
        '2025-03-01',
      ),
      practice(
        '2026-04-13',
        'in-force',
        'communications',
        'Dispatch sent residents to the web form',
        'Dispatch files the concern while the resident is on the line',
        'Older residents gave up at the form.',
        '2026-05-01',
      ),
      practice(
        '2026-08-10',
        'trial',
        'both',
        'Spanish speakers were called back the next day',
        'An interpreter is on the line within three minutes',
        'Cedar Hollow and Riverbend asked for it.',
        '2026-09-01',
      ),
      practice(
        '2026-11-30',
        'proposed',
        'police',
        'Reports to a group were written by hand',
        'The one-page hand-out goes to every meeting',
        'Groups asked for figures by block.',
        null,
      ),
    ]),
    ...entriesOf('training-need', [
      need(
        '2026-01-26',
        'met',
        'citizen-representatives',
        'language-access',
        'patrol',
        'Say the first three sentences in Spanish.',
        'Four evenings with a teacher',
      ),
      need(
        '2026-05-18',
        'planned',
        'supervisors',
        'community-policing',
        'community-officers',
        'Write a project so that its measure can fail.',
        'Workshop in February',
      ),
      {
        title: 'Courtesy and listening',
        status: 'open',
        ownerId: COORDINATOR,
        happenedOn: '2026-09-14',
        fields: { sourceKind: 'internal-investigations', topic: 'courtesy-and-listening', audience: 'patrol' },
      },
      need(
        '2026-11-09',
        'open',
        'citizen-representatives',
        'communications-and-dispatch',
        'communications-officers',
        'Tell callers what happens next before hanging up.',
        '',
      ),
    ]),
  ];
}

const objective = (happenedOn: string, status: string, title: string, measure: string, dueOn: string) => ({
  title,
  status,
  ownerId: COORDINATOR,
  happenedOn,
  dueOn,
  release: 'public' as const,
  fields: { statement: `${title}.`, why: 'Residents asked for it at the meetings.', measure },
});

const proposal = (
  happenedOn: string,
  status: string,
  title: string,
  ownerId: string,
  about: string,
  why: string,
  programId: string | null,
  answer: string,
) => ({
  title,
  status,
  ownerId,
  happenedOn,
  fields: { about, need: why, resources: 'Two hours a week', countsOnly: false, answer, programId },
  ...(status === 'approved' ? { approvedBy: CHIEF, approvedOn: '2026-01-12' } : { approvedBy: null, approvedOn: null }),
});

const suggestion = (
  happenedOn: string,
  status: string,
  policy: string,
  words: string,
  why: string,
  concernIds: string[],
  answer: string,
) => ({
  title: policy,
  status,
  ownerId: COORDINATOR,
  happenedOn,
  concernIds,
  dueOn: status === 'considered' ? '2027-01-29' : null,
  fields: { policy, suggestion: words, why, answer },
});

const publication = (
  happenedOn: string,
  status: string,
  publicationKind: string,
  title: string,
  words: string,
  outlet: string,
  concernIds: string[],
) => ({
  title,
  status,
  ownerId: COORDINATOR,
  happenedOn,
  concernIds,
  release: status === 'published' ? ('public' as const) : ('internal' as const),
  fields: { publicationKind, words, outlet, publishedOn: status === 'published' ? happenedOn : null },
});

const practice = (
  happenedOn: string,
  status: string,
  bearsOn: string,
  before: string,
  after: string,
  why: string,
  inForceOn: string | null,
) => ({
  title: after,
  status,
  ownerId: COORDINATOR,
  happenedOn,
  dueOn: status === 'trial' ? '2027-03-01' : null,
  fields: { bearsOn, before, after, why, inForceOn },
});

const need = (
  happenedOn: string,
  status: string,
  sourceKind: string,
  topic: string,
  audience: string,
  words: string,
  training: string,
) => ({
  title: words,
  status,
  ownerId: COORDINATOR,
  happenedOn,
  fields: { sourceKind, topic, audience, need: words, training },
});
