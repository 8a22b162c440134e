import { ConcernStory } from '#data/schema/records/concern-story.ts';

const KEPT = { revision: 4, createdAt: '2024-10-07T18:00:00', createdBy: 'p-boateng' };
const line = (updateId: string, kind: string, at: string, from: string, to: string, words: string) => ({
  ...{ updateId, concernId: 'C-0388', kind, at: `${at}T12:00:00`, by: 'p-whitlock', from, to, words },
});

/** A concern of the small city with all that its page can show. */
export const aStory = (differs: Partial<ConcernStory['concern']> = {}): ConcernStory =>
  ConcernStory.parse({
    concern: {
      concernId: 'C-0388',
      words: 'Car stereos blasting on weekday evenings, always the back row of the lot.',
      title: 'Loud cars by the Tern Park lot',
      category: 'noise',
      way: 'meeting',
      heardAt: '2024-10-07T18:30:00',
      place: null,
      placeWords: '2400 block, Tern Park Road',
      placeConfidence: 'words-only',
      groupIds: ['g-west'],
      ...{ whenHappens: 'Weekdays, 6 to 9 pm', since: 'Since summer', howOften: 'Most evenings', whoAffected: '' },
      safetyNow: false,
      peopleCount: 3,
      contactWish: 'may-call',
      ...{ contactName: 'Dana', contactReach: '555-0142', language: 'en' },
      efforts: 'Spoke with the owner of the lot.',
      recommendedSolutions: 'Move or fence the back row.',
      caseNumbers: [],
      status: 'open',
      ownerId: 'p-whitlock',
      filedBy: 'p-boateng',
      meetingId: null,
      duplicateOf: null,
      sharedWithCity: true,
      isSignificant: false,
      firstActionOn: '2024-11-04',
      lastToldOn: '2024-12-10',
      nextStep: 'Tell the group what changed.',
      nextStepOn: '2025-01-16',
      ...{ closedOn: null, closeReason: null, closeWords: '', residentAgrees: null },
      ...KEPT,
      ...{ updatedAt: '2024-12-10T09:00:00', updatedBy: 'p-whitlock' },
      ...differs,
    },
    hidesReach: false,
    updates: [
      line(
        'U-6',
        'told',
        '2024-12-10',
        'CRO Whitlock',
        'the group',
        'Patrols go on to Jan 31. Lamps still with the city.',
      ),
      line('U-5', 'conveyed', '2024-12-04', 'CRO Whitlock', 'City, street lamps', 'Nudge 2, by e-mail.'),
      line('U-4', 'did', '2024-11-20', 'CRO Whitlock', '', 'Security survey of the lot: 4 recommendations.'),
      line(
        'U-3',
        'conveyed',
        '2024-11-16',
        'CRO Whitlock',
        'City, street lamps',
        'Referred: the lamps belong to the city.',
      ),
      line(
        'U-2',
        'said',
        '2024-11-16',
        'The group',
        'CRO Whitlock',
        'Two lamps at that end have been out since summer.',
      ),
      line('U-1', 'did', '2024-11-04', 'CRO Whitlock', '', 'Evening patrols, Wednesday and Thursday.'),
    ],
    referrals: [
      {
        ...{ referralId: 'R-0012', concernId: 'C-0388', to: 'City, street lamps', toEmail: 'lamps@city.example' },
        ...{ isInside: false, whyNeeded: 'The lamps belong to the city.', referredOn: '2024-11-16' },
        ...{ expectedBy: '2024-11-30', status: 'waiting', answer: '', answeredOn: null },
        nudges: [{ on: '2024-12-04', by: 'p-whitlock', way: 'email', words: '' }],
        ...{
          ...KEPT,
          revision: 2,
          updatedAt: '2024-12-04T09:00:00',
          updatedBy: 'p-whitlock',
          ageDays: 51,
          isSilent: true,
        },
      },
    ],
    silentAfterDays: 14,
    writesTo: { resident: null, representatives: ['Dana Ortiz'] },
    duplicates: [{ concernId: 'C-0391', title: '' }],
    participants: ['p-whitlock', 'p-boateng'],
    people: [
      { personId: 'p-whitlock', name: 'Whitlock', title: 'CRO', role: 'officer' },
      { personId: 'p-boateng', name: 'Boateng', title: 'Analyst', role: 'analyst' },
    ],
    groups: [{ groupId: 'g-west', name: 'West' }],
    changes: [
      {
        ...{ number: 12, localAt: '2024-12-10T09:00:00', personId: 'p-whitlock', action: 'change', kind: 'concern' },
        ...{ recordId: 'C-0388', changed: { last_told_on: [null, '2024-12-10'], words: 'withheld' } },
      },
    ],
  });
