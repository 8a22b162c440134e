import { expect, test } from 'vitest';
import { clocksOf, findMissedContacts } from '#analysis/duty/contact-duties.ts';
import type { DutyScene } from '#analysis/duty/duty-state.ts';
import { type DutyRows, findDuties } from '#analysis/duty/find-duties.ts';
import { USUAL_CHOICES } from '#data/policy/choices.ts';
import { clauseOf } from '#data/policy/profiles.ts';
import type { Notice } from '#data/schema/records/notice.ts';

const people: DutyScene['people'] = [
  { personId: 'p-amaro', name: 'Amaro', title: '', role: 'officer', isActive: true },
  { personId: 'p-gone', name: 'Gone', title: '', role: 'officer', isActive: false },
  { personId: 'p-coordinator', name: 'Rowan', title: '', role: 'coordinator', isActive: true },
  { personId: 'p-section', name: 'Vance', title: '', role: 'section-commander', isActive: true },
  { personId: 'p-chief', name: 'Okafor', title: '', role: 'chief', isActive: true },
];
const scene = (today: string, more: Partial<DutyScene['choices']> = {}): DutyScene => ({
  today,
  people,
  choices: { ...USUAL_CHOICES, ...more },
});
const eastbank = {
  groupId: 'eastbank',
  name: 'Eastbank',
  kind: 'association' as const,
  liaisonId: 'p-amaro',
  status: 'active' as const,
  createdAt: '2024-05-01T09:00:00',
};
const none: DutyRows = {
  groups: [],
  designations: [],
  contacts: [],
  plans: [],
  toldKeys: new Set(),
  reports: [],
  concerns: [],
  referrals: [],
  promises: [],
  meetings: [],
  entries: [],
  notices: [],
};
const find = (today: string, rows: Partial<DutyRows>, more: Partial<DutyScene['choices']> = {}) =>
  findDuties(scene(today, more), { ...none, ...rows });
const one = (today: string, rows: Partial<DutyRows>, clause: string) =>
  find(today, rows).find((duty) => duty.clause === clause);

test('a group without a liaison, or with one who left, is the coordinator’s', () => {
  const orphan = { ...eastbank, liaisonId: 'p-gone' };
  expect(one('2026-12-14', { groups: [orphan] }, '1902.2 C')?.owes).toEqual(['p-coordinator']);
  expect(one('2026-12-14', { groups: [eastbank] }, '1902.2 C')?.owes).toEqual(['p-amaro']);
});

test('a quarter that passed without contact is owed as a notice until it is told', () => {
  const key = 'no-contact/eastbank/2026-Q3';
  const missed = find('2026-10-01', { groups: [eastbank] }).find(({ dutyId }) => dutyId.includes('/notice/'));
  expect(missed).toMatchObject({ state: 'late', dueOn: '2026-10-01', owes: ['p-amaro'] });
  const rows = { ...none, groups: [eastbank], toldKeys: new Set([key]) };
  expect(findMissedContacts(scene('2026-10-01'), rows)[0]?.isTold).toBe(true);
  expect(findDuties(scene('2026-10-01'), rows).find(({ dutyId }) => dutyId.includes('/notice/'))?.state).toBe('done');
});

test('a neighborhood where no group has formed has no clock', () => {
  const unformed = { ...eastbank, kind: 'neighborhood' as const };
  expect(clocksOf(scene('2026-12-14'), { ...none, groups: [unformed] }).size).toBe(0);
  expect(findMissedContacts(scene('2026-12-14'), { ...none, groups: [unformed] })).toEqual([]);
});

test('an inactive group owes nothing', () => {
  const designations = [{ groupId: 'eastbank', status: 'inactive' as const, decidedOn: '2026-07-06' }];
  expect(clocksOf(scene('2026-12-14'), { ...none, groups: [eastbank], designations }).size).toBe(0);
});

test('A.4: last month’s report is late the day after its due day, and done once it is sent', () => {
  const state = (today: string, rows: Partial<DutyRows> = {}) =>
    find(today, { groups: [eastbank], ...rows }).find(({ dutyId }) => dutyId === 'A.4/p-amaro/2026-11')?.state;
  expect(state('2026-11-20')).toBe('due');
  expect(state('2026-12-05')).toBe('soon');
  expect(state('2026-12-06')).toBe('late');
  const sent = {
    reportId: '2026-11/p-amaro',
    kind: 'monthly-officer' as const,
    subject: 'p-amaro',
    from: '2026-11-01',
    status: 'sent' as const,
    sentAt: '2026-12-04T10:00:00',
    amends: null,
  };
  expect(state('2026-12-06', { reports: [sent] })).toBe('done');
  expect(state('2026-12-06', { reports: [{ ...sent, sentAt: null }] })).toBe('late');
});

test('V.B.3: the quarterly report is the coordinator’s until it is sent, and then the chief’s to receive', () => {
  const quarterly = (rows: Partial<DutyRows>) => find('2026-10-10', rows).filter(({ clause }) => clause === 'V.B.3');
  expect(quarterly({}).map(({ dutyId, state, dueOn }) => [dutyId, state, dueOn])).toEqual([
    ['V.B.3/2026-Q3', 'soon', '2026-10-15'],
    ['V.B.3/2026-Q4', 'due', '2027-01-15'],
  ]);
  const sent = {
    reportId: '2026-Q3',
    kind: 'quarterly' as const,
    subject: null,
    from: '2026-07-01',
    status: 'sent' as const,
    sentAt: '2026-10-09T10:00:00',
    amends: null,
  };
  expect(quarterly({ reports: [sent] }).map(({ owes, state }) => [owes, state])).toEqual([
    [['p-coordinator'], 'due'],
    [['p-chief'], 'due'],
    [['p-coordinator'], 'done'],
  ]);
});

test('a concern waits from the day it was heard, or from the last word to the group', () => {
  const concern = {
    concernId: 'C-0291',
    title: 'Racing on Linnet Avenue',
    status: 'open' as const,
    ownerId: 'p-amaro',
    heardAt: '2026-10-01T18:00:00',
    lastToldOn: null,
  };
  expect(one('2026-12-14', { concerns: [concern] }, 'A.6')).toMatchObject({ state: 'late', dueOn: '2026-10-31' });
  const told = { ...concern, lastToldOn: '2026-12-01' };
  expect(one('2026-12-14', { concerns: [told] }, 'A.6')).toMatchObject({ state: 'due', dueOn: '2026-12-31' });
  const untaken = { ...concern, status: 'new' as const, ownerId: null };
  expect(one('2026-12-14', { concerns: [untaken] }, 'V.B.2.e')?.owes).toEqual(['p-coordinator']);
  expect(
    find('2026-12-14', { concerns: [{ ...concern, status: 'closed' as const }] }).map(({ clause }) => clause),
  ).not.toContain('A.6');
});

test('a referral is watched by the owner of the concern and falls due at the earlier of two days', () => {
  const concerns = [
    {
      concernId: 'C-1',
      title: '',
      status: 'open' as const,
      ownerId: 'p-amaro',
      heardAt: '2026-12-01T08:00:00',
      lastToldOn: null,
    },
  ];
  const referral = {
    referralId: 'R-1',
    concernId: 'C-1',
    to: 'Traffic Unit',
    status: 'waiting' as const,
    referredOn: '2026-12-02',
    expectedBy: '2026-12-10',
  };
  expect(one('2026-12-14', { concerns, referrals: [referral] }, 'A.7')).toMatchObject({
    owes: ['p-amaro'],
    state: 'late',
    dueOn: '2026-12-10',
  });
  const later = { ...referral, expectedBy: '2027-03-01' };
  expect(one('2026-12-14', { concerns, referrals: [later] }, 'A.7')?.dueOn).toBe('2026-12-16');
});

test('what is owed under a policy that is not in force is not listed', () => {
  const duties = find('2026-12-14', { groups: [eastbank] }, { profiles: ['andover-p3103'] });
  expect(duties.map(({ clause }) => clause)).not.toContain('1902.2 C');
  expect(duties.map(({ clause }) => clause)).toContain('V.B.3');
});

test('leadership owes an acknowledgment; one holder of the role reads for all', () => {
  const notice: Notice = {
    noticeId: 'N-1',
    kind: 'escalation',
    onceKey: 'e/1',
    clause: 'A.8',
    toRole: 'section-commander',
    toPersonId: null,
    groupId: null,
    concernIds: [],
    title: 'Four concerns',
    words: 'Four concerns.',
    sentAt: '2026-12-10T08:00:00',
    acknowledgments: [],
    revision: 1,
    createdAt: '2026-12-10T08:00:00',
    createdBy: 'system',
    updatedAt: '2026-12-10T08:00:00',
    updatedBy: 'system',
  };
  expect(one('2026-12-14', { notices: [notice] }, 'A.8')?.owes).toEqual(['p-section']);
  const read = { ...notice, acknowledgments: [{ by: 'p-x', name: 'X', at: notice.sentAt, words: '' }] };
  expect(one('2026-12-14', { notices: [read] }, 'A.8')).toBeUndefined();
  const toAll = { ...read, toRole: null };
  expect(one('2026-12-14', { notices: [toAll] }, 'A.8')?.owes).toHaveLength(4);
});

test('a program without activity this quarter is listed without a day; with it, it is done', () => {
  const program = {
    entryId: 'PG-1',
    kind: 'program' as const,
    title: 'Garage Door Program',
    status: 'active',
    ownerId: 'p-amaro',
    happenedOn: '2020-01-01',
    dueOn: null,
    fields: { letter: 'd' },
  };
  const activity = {
    ...program,
    entryId: 'PA-1',
    kind: 'program-activity' as const,
    status: 'done',
    happenedOn: '2026-10-05',
    fields: { programId: 'PG-1' },
  };
  expect(one('2026-12-14', { entries: [program] }, 'V.A.1.d')).toMatchObject({ state: 'due', dueOn: null });
  expect(one('2026-12-14', { entries: [program, activity] }, 'V.A.1.d')).toMatchObject({
    state: 'done',
    proof: ['PA-1'],
  });
});

test('late stands first, then by day; and every duty’s clause can be read', () => {
  const duties = find('2026-12-14', { groups: [eastbank] });
  const order = ['late', 'soon', 'due', 'planned', 'done'];
  const places = duties.map(({ state }) => order.indexOf(state));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(duties.length).toBeGreaterThan(4);
  expect(duties.filter(({ clause }) => clauseOf(clause) === undefined)).toEqual([]);
});
