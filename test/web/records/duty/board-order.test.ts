import { expect, test } from 'vitest';
import { USUAL_CHOICES } from '#data/policy/choices.ts';
import type { BoardGroup, DutyBoard } from '#data/schema/records/duty.ts';
import { axisOf, monthsOf, noticeStandOf, placeOf, shelve } from '#web/records/duty/board-order.ts';

const span = { label: '2026-Q4', from: '2026-10-01', to: '2026-12-31' };
type Clock = NonNullable<BoardGroup['clock']>;
const group = (name: string, clock: Partial<Clock> | null, more: Partial<BoardGroup> = {}): BoardGroup => ({
  groupId: name.toLowerCase(),
  name,
  liaisonId: null,
  clock: clock && { span, owed: true, state: 'soon', dueOn: span.to, daysLeft: 17, attempts: 0, plan: null, ...clock },
  inactive: null,
  marks: [],
  plans: [],
  lastMadeOn: null,
  missed: null,
  notice: null,
  representatives: [],
  geometry: null,
  ...more,
});
const today = '2026-12-14';
const board = (more: Partial<DutyBoard> = {}): DutyBoard => ({
  today,
  quarter: span,
  choices: USUAL_CHOICES,
  chosenClock: 'calendar',
  groups: [],
  people: [],
  ...more,
});

test('those without a plan stand first, longest unreached at the top; the inactive stand nowhere', () => {
  const shelves = shelve([
    group('Vesper', {}, { lastMadeOn: '2026-09-17' }),
    group('Harrow', {}, { lastMadeOn: '2026-08-20' }),
    group('Never', {}),
    group('Orchard', { state: 'planned', plan: { on: '2026-12-17', what: '' } }),
    group('Brackett', { state: 'planned', plan: { on: '2026-12-16', what: '' } }),
    group('Millrace', { state: 'done' }),
    group('Canal', { state: 'done' }),
    group('Young', { owed: false, state: 'due', dueOn: null, daysLeft: null }),
    group('Resting', null),
  ]);
  const names = Object.entries(shelves).map(([shelf, groups]) => [shelf, groups.map(({ name }) => name)]);
  expect(Object.fromEntries(names)).toEqual({
    noPlan: ['Never', 'Harrow', 'Vesper'],
    planned: ['Brackett', 'Orchard'],
    reached: ['Canal', 'Millrace'],
    young: ['Young'],
  });
});

test('by the rolling clock each group has days of its own: the fewest left stand first, reached or not', () => {
  const left = (name: string, daysLeft: number | null, state: Clock['state'], lastMadeOn: string | null = null) =>
    group(name, { state, daysLeft }, { lastMadeOn });
  const { noPlan, reached } = shelve([
    left('Ample', 40, 'due', '2026-08-01'),
    left('Late', -3, 'late', '2026-09-10'),
    left('Near', 2, 'soon', '2026-09-15'),
    left('Safe', 80, 'done'),
    left('Next', 61, 'done'),
  ]);
  expect([...noPlan, ...reached].map(({ name }) => name)).toEqual(['Late', 'Near', 'Ample', 'Next', 'Safe']);
});

test('a notice stands ready after three attempts, is told once, and a quarter that passed comes first', () => {
  const stand = (each: BoardGroup) => noticeStandOf(each, board()).stand;
  expect(stand(group('A', { attempts: 2 }))).toBe('none');
  expect(stand(group('A', { attempts: 3 }))).toBe('ready');
  expect(stand(group('A', { attempts: 3, state: 'done' }))).toBe('none');
  const notice: BoardGroup['notice'] = {
    noticeId: 'N-1',
    kind: 'no-contact',
    onceKey: 'no-contact/a/2026-Q4',
    clause: '1902.2 C',
    toRole: 'section-commander',
    toPersonId: null,
    groupId: 'a',
    concernIds: [],
    title: 'A',
    words: 'A',
    sentAt: '2026-12-10T09:00:00',
    acknowledgments: [],
    revision: 1,
    createdAt: '2026-12-10T09:00:00',
    createdBy: 'p',
    updatedAt: '2026-12-10T09:00:00',
    updatedBy: 'p',
  };
  expect(stand(group('A', { attempts: 3 }, { notice }))).toBe('told');
  expect(stand(group('A', {}, { notice: { ...notice, sentAt: '2026-06-01T09:00:00' } }))).toBe('none');
  const looked = board({ choices: { ...USUAL_CHOICES, quarterClock: 'rolling-92-days' } });
  expect(noticeStandOf(group('A', { attempts: 3 }), looked).stand).toBe('none');
  const missed = { label: '2026-Q3', from: '2026-07-01', to: '2026-09-30' };
  expect(stand(group('A', { attempts: 3 }, { missed, notice }))).toBe('passed');
});

test('the axis is the quarter, or as far back as ahead by the rolling clock', () => {
  expect(axisOf(board())).toMatchObject({ from: '2026-10-01', to: '2026-12-31' });
  const rolling = axisOf(board({ choices: { ...USUAL_CHOICES, quarterClock: 'rolling-92-days' } }));
  expect(rolling).toEqual({ from: '2026-09-13', to: '2027-03-16' });
  expect(placeOf(rolling, today)).toBeCloseTo(50, 5);
  expect(monthsOf(span)).toEqual(['2026-10-01', '2026-11-01', '2026-12-01']);
  expect(placeOf(span, '2027-06-01')).toBe(100);
});
