import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClockContact,
  type ClockGroup,
  type ClockOptions,
  type ClockPlan,
  clockOf,
  findMissedSpan,
} from '#analysis/duty/group-clock.ts';
import { addDays } from '#analysis/shared/days.ts';

const calendar: ClockOptions = { clock: 'calendar', soonDays: 21 };
const rolling: ClockOptions = { clock: 'rolling-92-days', soonDays: 21 };
const group = (more: Partial<ClockGroup> = {}): ClockGroup => ({
  groupId: 'eastbank',
  foundedOn: '2024-01-01',
  turns: [],
  ...more,
});
const made = (on: string): ClockContact => ({ contactId: `made-${on}`, on, result: 'made' });

describe('by calendar quarter', () => {
  test('a contact made this quarter is done; one made the last day before is not', () => {
    expect(clockOf(group(), [made('2026-10-01')], [], '2026-12-14', calendar)?.state).toBe('done');
    const missed = clockOf(group(), [made('2026-09-30')], [], '2026-12-14', calendar);
    expect(missed).toMatchObject({ state: 'soon', daysLeft: 17, dueOn: '2026-12-31', lastMadeOn: '2026-09-30' });
  });

  test('what is planned is planned, and nothing more; past the quarter it does not help', () => {
    const plan = (on: string): ClockPlan => ({ on, what: 'Visit' });
    expect(clockOf(group(), [], [plan('2026-12-16')], '2026-12-14', calendar)?.state).toBe('planned');
    expect(clockOf(group(), [], [plan('2027-01-05')], '2026-12-14', calendar)?.state).toBe('soon');
    expect(clockOf(group(), [], [plan('2026-12-10')], '2026-12-14', calendar)?.plan).toBeNull();
  });

  test('a contact logged for a day to come does not count yet', () => {
    expect(clockOf(group(), [made('2026-12-20')], [], '2026-12-14', calendar)?.state).toBe('soon');
  });

  test('a group founded within the quarter owes none until the next', () => {
    const young = group({ foundedOn: '2026-11-10' });
    expect(clockOf(young, [], [], '2026-12-31', calendar)).toMatchObject({ owed: false, dueOn: null, state: 'due' });
    expect(findMissedSpan(young, [], '2027-01-01', calendar)).toBeNull();
    expect(clockOf(young, [], [], '2027-03-20', calendar)).toMatchObject({ owed: true, state: 'soon' });
    expect(findMissedSpan(young, [], '2027-04-01', calendar)?.label).toBe('2027-Q1');
  });

  const rested = (from: string, to: string) =>
    group({
      turns: [
        { on: from, status: 'inactive' },
        { on: to, status: 'active' },
      ],
    });

  test('a group taken back is owed its contact in that quarter: the day before, the day of and the day after its end', () => {
    const back = rested('2026-07-06', '2026-11-20');
    expect(clockOf(back, [], [], '2026-11-19', calendar)).toBeNull();
    expect(findMissedSpan(back, [], '2026-10-01', calendar)).toBeNull();
    expect(clockOf(back, [], [], '2026-11-20', calendar)).toMatchObject({
      owed: true,
      dueOn: '2026-12-31',
      daysLeft: 41,
    });
    expect(clockOf(back, [], [], '2026-12-30', calendar)).toMatchObject({ state: 'soon', daysLeft: 1 });
    expect(clockOf(back, [], [], '2026-12-31', calendar)).toMatchObject({ state: 'soon', daysLeft: 0 });
    expect(findMissedSpan(back, [], '2026-12-31', calendar)).toBeNull();
    expect(findMissedSpan(back, [], '2027-01-01', calendar)?.label).toBe('2026-Q4');
  });

  test('the contact that brought it back counts, though it rested then', () => {
    const back = rested('2026-07-06', '2026-11-20');
    expect(clockOf(back, [made('2026-11-18')], [], '2026-11-20', calendar)?.state).toBe('done');
    expect(findMissedSpan(back, [made('2026-11-18')], '2027-01-01', calendar)).toBeNull();
  });

  test('a rest of a day in mid-quarter renews nothing; a rest over the quarter’s end owes nothing for it', () => {
    expect(findMissedSpan(rested('2026-12-01', '2026-12-02'), [], '2027-01-01', calendar)?.label).toBe('2026-Q4');
    expect(findMissedSpan(rested('2026-12-01', '2026-12-31'), [], '2027-01-01', calendar)?.label).toBe('2026-Q4');
    const over = rested('2026-12-01', '2027-01-01');
    expect(findMissedSpan(over, [], '2027-01-01', calendar)).toBeNull();
    expect(clockOf(over, [], [], '2027-01-01', calendar)).toMatchObject({ owed: true, dueOn: '2027-03-31' });
  });

  test('by the rolling clock a group taken back has 92 days from that day', () => {
    const back = rested('2026-07-06', '2026-11-20');
    expect(clockOf(back, [made('2026-05-01')], [], '2026-11-20', rolling)?.dueOn).toBe('2027-02-20');
    expect(findMissedSpan(back, [made('2026-05-01')], '2027-02-20', rolling)).toBeNull();
    expect(findMissedSpan(back, [made('2026-05-01')], '2027-02-21', rolling)?.to).toBe('2027-02-20');
  });

  test('a second word that a group is active does not start its clock again', () => {
    const turns = [{ on: '2026-11-20', status: 'active' as const }];
    expect(clockOf(group({ turns }), [], [], '2026-12-01', calendar)?.owed).toBe(true);
  });

  test('a group not yet founded has no clock', () => {
    expect(clockOf(group({ foundedOn: '2027-02-01' }), [], [], '2026-12-14', calendar)).toBeNull();
  });
});

describe('rolling', () => {
  test('it is due 92 days after the last contact, leap day counted', () => {
    expect(clockOf(group(), [made('2027-12-15')], [], '2028-01-10', rolling)).toMatchObject({
      dueOn: '2028-03-16', // 16 + 31 + 29 + 16
      state: 'done',
    });
    expect(clockOf(group(), [made('2027-12-15')], [], '2028-03-16', rolling)).toMatchObject({
      state: 'soon',
      daysLeft: 0,
    });
    expect(clockOf(group(), [made('2027-12-15')], [], '2028-03-17', rolling)).toMatchObject({
      state: 'late',
      daysLeft: -1,
    });
  });

  test('the commander is told the day after, not before', () => {
    expect(findMissedSpan(group(), [made('2027-12-15')], '2028-03-16', rolling)).toBeNull();
    expect(findMissedSpan(group(), [made('2027-12-15')], '2028-03-17', rolling)?.to).toBe('2028-03-16');
  });

  test('a group never reached has 92 days from its founding', () => {
    const young = group({ foundedOn: '2026-11-10' });
    expect(clockOf(young, [], [], '2026-12-14', rolling)).toMatchObject({ dueOn: '2027-02-10', state: 'due' });
  });
});

const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2025-01-01', days));
const life = fc.record({
  foundedOn: day,
  contacts: fc.array(fc.tuple(day, fc.constantFrom('attempted' as const, 'made' as const)), { maxLength: 12 }),
  today: day,
  options: fc.constantFrom(calendar, rolling),
});
const contactsOf = (pairs: [string, 'attempted' | 'made'][]): ClockContact[] =>
  pairs.map(([on, result], at) => ({ contactId: `c${at}`, on, result }));

describe('whatever the life of a group', () => {
  test('attempts alone change no state and no missed quarter', () => {
    fc.assert(
      fc.property(life, ({ foundedOn, contacts, today, options }) => {
        const all = contactsOf(contacts);
        const without = all.filter(({ result }) => result === 'made');
        const one = group({ foundedOn });
        const { attempts: _, ...clock } = clockOf(one, all, [], today, options) ?? { attempts: 0 };
        const { attempts: none, ...bare } = clockOf(one, without, [], today, options) ?? { attempts: 0 };
        expect(none).toBe(0);
        expect(clock).toEqual(bare);
        expect(findMissedSpan(one, all, today, options)).toEqual(findMissedSpan(one, without, today, options));
      }),
    );
  });

  test('a contact made today is done today, and no quarter is missed before one was wholly lived', () => {
    fc.assert(
      fc.property(life, ({ foundedOn, contacts, today, options }) => {
        const one = group({ foundedOn });
        if (foundedOn > today) return;
        const reached = [...contactsOf(contacts), made(today)];
        expect(clockOf(one, reached, [], today, options)?.state).toBe('done');
        const missed = findMissedSpan(one, contactsOf(contacts), today, options);
        if (missed) expect(missed.from >= foundedOn && missed.to < today).toBe(true);
      }),
    );
  });
});
