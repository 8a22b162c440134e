import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hourOfWeekOf, weekdayOf, weekOf } from '#analysis/shared/days.ts';
import { maskSetsOf, NO_WEEKDAY } from '#analysis/tally/columns.ts';
import { failedParts, keptRows, type TallyFilter } from '#analysis/tally/sieve.ts';
import { countAreas, tally } from '#analysis/tally/tally.ts';
import { seriesOf, weeklyByAreaAndCategory } from '#analysis/tally/weekly.ts';
import { addsUp } from '#data/schema/record-counts.ts';
import { ALL, SET_MEMBERS, someCalls, someFilter, type TestCall, toColumns } from './random-calls.ts';

const passes = (mask: Uint8Array | null, at: number) => mask === null || mask[at] === 1;

function passesHour(call: TestCall, mask: Uint8Array | null): boolean {
  if (mask === null) return true;
  if (call.hour < 24) return mask[hourOfWeekOf(call.day, call.hour)] === 1;
  const start = 24 * weekdayOf(call.day);
  return call.hour === 255 && mask.subarray(start, start + 24).every((bit) => bit === 1);
}

/** The filter said the slow way, with one part left out. */
function keeps(call: TestCall, row: number, filter: TallyFilter, without: string): boolean {
  const placed = call.placement === 0;
  const parts: Record<string, boolean> = {
    date: call.day >= filter.from && call.day <= filter.to,
    hour: passesHour(call, filter.hourOfWeek),
    kind: passes(filter.categories, call.category) && passes(filter.types, call.type),
    area: filter.sets === null || (placed && passes(filter.sets, call.set)),
    place: filter.places === null || (placed && passes(filter.places, call.place)),
    origin: filter.origin === null || call.origin === filter.origin,
    shape: filter.inShape === null || (placed && passes(filter.inShape, row)),
  };
  return Object.entries(parts).every(([part, passed]) => part === without || passed);
}

const callsAndFilter = someCalls.chain((calls) => fc.tuple(fc.constant(calls), someFilter(calls.length)));

test('every view counts the calls that pass all parts of the filter but its own', () => {
  fc.assert(
    fc.property(callsAndFilter, ([calls, filter]) => {
      const { columns, placed } = toColumns(calls);
      const got = tally(columns, placed, filter);
      const keptBut = (part: string) => calls.filter((call, row) => keeps(call, row, filter, part));
      const countOf = (list: TestCall[], test: (call: TestCall) => boolean) => list.filter(test).length;

      const all = keptBut('nothing');
      expect(got.calls).toBe(all.length);
      expect(addsUp(got.records)).toBe(true);
      expect(got.records).toEqual({
        read: all.length,
        inside: countOf(all, (c) => c.placement === 0 && SET_MEMBERS[c.set]?.length === 1),
        inSeveral: countOf(all, (c) => c.placement === 0 && (SET_MEMBERS[c.set]?.length ?? 0) > 1),
        outside: countOf(all, (c) => c.placement === 0 && c.set === 0),
        unplaced: countOf(all, (c) => c.placement === 1),
        quarantined: countOf(all, (c) => c.placement > 1),
      });
      got.weeks.forEach((count, week) => {
        expect(count).toBe(
          countOf(keptBut('date'), (c) => c.hour !== NO_WEEKDAY && weekOf(c.day) === got.firstWeek + 7 * week),
        );
      });
      expect(got.weeks.reduce((a, b) => a + b, 0)).toBe(countOf(keptBut('date'), (c) => c.hour !== NO_WEEKDAY));
      got.hourOfWeek.forEach((count, cell) => {
        expect(count).toBe(countOf(keptBut('hour'), (c) => c.hour < 24 && hourOfWeekOf(c.day, c.hour) === cell));
      });
      expect(got.withoutHour).toBe(countOf(keptBut('hour'), (c) => c.hour > 23));
      got.types.forEach((count, type) => {
        expect(count).toBe(countOf(keptBut('kind'), (c) => c.type === type));
      });
      got.categories.forEach((count, category) => {
        expect(count).toBe(countOf(keptBut('kind'), (c) => c.category === category));
      });
      got.places.forEach((count, place) => {
        expect(count).toBe(countOf(keptBut('place'), (c) => c.placement === 0 && c.place === place));
      });
      got.sets.forEach((count, set) => {
        expect(count).toBe(countOf(keptBut('area'), (c) => c.placement === 0 && c.set === set));
      });
    }),
    { numRuns: 60 },
  );
});

test('the order of the calls does not change a count', () => {
  fc.assert(
    fc.property(
      someCalls.chain((calls) => fc.tuple(fc.constant(calls), fc.shuffledSubarray(calls, { minLength: calls.length }))),
      ([calls, shuffled]) => {
        const [a, b] = [toColumns(calls), toColumns(shuffled)];
        expect(tally(b.columns, b.placed, ALL)).toEqual(tally(a.columns, a.placed, ALL));
      },
    ),
    { numRuns: 30 },
  );
});

test('two halves of the calls add up to the whole', () => {
  fc.assert(
    fc.property(someCalls, fc.nat(60), (calls, cut) => {
      const areaTotals = (part: TestCall[]) => {
        const { columns, placed } = toColumns(part);
        return tally(columns, placed, ALL).sets;
      };
      const whole = areaTotals(calls);
      const [head, tail] = [areaTotals(calls.slice(0, cut)), areaTotals(calls.slice(cut))];
      expect(head.map((count, set) => count + (tail[set] ?? 0))).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

test('countAreas splits each area into calls only here and calls in several', () => {
  const { placed } = toColumns([]);
  const { onlyHere, inSeveral } = countAreas(Uint32Array.of(7, 10, 20, 3, 1), placed, 3);
  expect([...onlyHere]).toEqual([10, 20, 0]);
  expect([...inSeveral]).toEqual([4, 4, 1]);
});

test('maskSetsOf passes each set that touches a chosen area', () => {
  const { placed } = toColumns([]);
  expect([...maskSetsOf(placed, [2])]).toEqual([0, 0, 0, 0, 1]);
  expect([...maskSetsOf(placed, [0])]).toEqual([0, 1, 0, 1, 1]);
});

test('keptRows lists the rows that no part of the filter refuses', () => {
  expect([...keptRows(Uint8Array.of(0, 1, 0, 128))]).toEqual([0, 2]);
});

test('weeklyByAreaAndCategory ignores the dates chosen and counts a call in each of its areas', () => {
  fc.assert(
    fc.property(callsAndFilter, ([calls, filter]) => {
      const { columns, placed } = toColumns(calls);
      const firstWeek = weekOf(18_690);
      const span = { firstWeek, weekCount: 3, areaCount: 3 };
      const weekly = weeklyByAreaAndCategory(columns, placed, failedParts(columns, placed, filter), span);
      const kept = calls.filter((call, row) => call.placement === 0 && keeps(call, row, filter, 'date'));
      for (const area of [0, 1, 2]) {
        for (const category of [0, 1, 2]) {
          const expected = [0, 1, 2].map(
            (week) =>
              kept.filter(
                (c) =>
                  c.category === category &&
                  c.hour !== NO_WEEKDAY &&
                  weekOf(c.day) === firstWeek + 7 * week &&
                  SET_MEMBERS[c.set]?.includes(area),
              ).length,
          );
          expect([...seriesOf(weekly, area, category)]).toEqual(expected);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('no calls at all are an answer of zeros', () => {
  const { columns, placed } = toColumns([]);
  const got = tally(columns, placed, ALL);
  expect(got.calls).toBe(0);
  expect(got.weeks.length).toBe(0);
  expect(got.hourOfWeek.length).toBe(168);
});
