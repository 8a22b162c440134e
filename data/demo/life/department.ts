import type { Concern } from '#data/schema/records/concern.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { CHIEF, COORDINATOR } from './people.ts';
import { entriesOf } from './register-entry.ts';

/** Who coordinates, what the department set itself, and what members and residents suggest. */
export function makeDepartment(concerns: readonly Concern[]): RegisterEntry[] {
  const like = (category: string, count: number) =>
    concerns
      .filter((one) => one.category === category && one.duplicateOf === null)
      .slice(-count)
      .map(({ concernId }) => concernId);
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
