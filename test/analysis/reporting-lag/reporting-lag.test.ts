import { expect, test } from 'vitest';
import { arrivedByDay } from '#analysis/reporting-lag/arrival.ts';
import { findLag } from '#analysis/reporting-lag/reporting-lag.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import { poisson, randomFrom } from '#test/fixture/methods/random.ts';

const SUNDAY = toDayNumber('2026-11-15');

/** Calls of 20 weeks, four a day, known after delays of mean 4 days; only those known by the Sunday are here. */
function fileOf(seed: number, until = SUNDAY) {
  const random = randomFrom(seed);
  const all: { occurred: number; known: number }[] = [];
  for (let day = SUNDAY - 139; day <= SUNDAY; day++) {
    for (let i = poisson(random, 4); i > 0; i--) {
      all.push({ occurred: day, known: day + Math.floor(-4 * Math.log(1 - random())) });
    }
  }
  const here = all.filter(({ known }) => known <= until);
  return { all, occurred: here.map(({ occurred }) => occurred), known: here.map(({ known }) => known) };
}

const shareWithin = (days: number) => 1 - Math.exp(-(days + 1) / 4); // of such delays, in whole days

test('the delays are those that made the file, though the newest late ones are not here', () => {
  const { occurred, known } = fileOf(1);
  const finding = findLag({ occurred, known }, { today: SUNDAY }).findings[0];
  for (const days of [0, 2, 5, 10]) expect(finding?.arrived[days]).toBeCloseTo(shareWithin(days), 1);
  expect(finding?.lagDays).toBeGreaterThanOrEqual(13);
  expect(finding?.lagDays).toBeLessThanOrEqual(18);
});

// By hand: of what is 1 day old or more, 3 of 4 came at once; of what is older than 2 days, 4 of 5 within a day.
test('a file small enough to reckon by hand', () => {
  const records = [
    ...[0, 0, 0, 1].map((delay) => ({ day: 7, delay })),
    ...[2].map((delay) => ({ day: 7, delay })),
    ...[0, 0].map((delay) => ({ day: 10, delay })),
  ];
  const arrived = arrivedByDay(records, 10, 2);
  expect(arrived[2]).toBe(1);
  expect(arrived[1]).toBeCloseTo(4 / 5, 12);
  expect(arrived[0]).toBeCloseTo((4 / 5) * (3 / 4), 12);
});

test('the last week looks quiet, and the nowcast covers what will have come', () => {
  let [covered, quiet] = [0, 0];
  for (let seed = 1; seed <= 60; seed++) {
    const { all, occurred, known } = fileOf(seed);
    const week = findLag({ occurred, known }, { today: SUNDAY }).findings[0]?.weeks.at(-1);
    const truth = all.filter(({ occurred: day }) => day > SUNDAY - 7).length;
    if (week === undefined) throw new Error('a week is looked at');
    if (week.observed < truth) quiet++;
    if (week.low <= truth && truth <= week.high) covered++;
  }
  expect(quiet).toBe(60);
  expect(covered).toBeGreaterThan(51);
});

test('weeks are complete, nowcast or left out by the share that is here', () => {
  const { occurred, known } = fileOf(2);
  const verdicts = (today: number) => {
    const at = known.flatMap((day, i) => (day <= today ? [i] : []));
    const seen = { occurred: at.map((i) => occurred[i] ?? 0), known: at.map((i) => known[i] ?? 0) };
    const { findings, leftOut } = findLag(seen, { today, weeks: 3, nowcastShare: 0.65 });
    return [...(findings[0]?.weeks.map(({ verdict }) => verdict) ?? []), ...leftOut.map(({ reason }) => reason)];
  };
  expect(verdicts(SUNDAY)).toEqual(['complete', 'nowcast', 'left-out', 'still-arriving']);
  expect(verdicts(SUNDAY - 1).slice(0, 3)).toEqual(['complete', 'complete', 'nowcast']); // that Sunday is not over
});

test('where all is known at once nothing is nowcast', () => {
  const days = Array.from({ length: 140 }, (_, i) => SUNDAY - i);
  const finding = findLag({ occurred: days, known: days }, { today: SUNDAY }).findings[0];
  expect(finding).toMatchObject({ medianDays: 0, lagDays: 0 });
  expect(
    finding?.weeks.every(({ verdict, observed, expected }) => verdict === 'complete' && expected === observed),
  ).toBe(true);
});

test('reversed, broken and later dates are counted and used for nothing', () => {
  const { occurred, known } = fileOf(3);
  const plain = findLag({ occurred, known }, { today: SUNDAY });
  const spoiled = findLag(
    { occurred: [...occurred, SUNDAY, Number.NaN, SUNDAY], known: [...known, SUNDAY - 3, SUNDAY, SUNDAY + 9] },
    { today: SUNDAY },
  );
  expect(spoiled.findings).toEqual(plain.findings);
  expect(spoiled.leftOut.slice(0, 3)).toEqual([
    { what: '1 record', reason: 'known-before-it-happened' },
    { what: '1 record', reason: 'not-a-date' },
    { what: '1 record', reason: 'after-today' },
  ]);
});

test('the order of the records changes nothing, and too few are not judged', () => {
  const { occurred, known } = fileOf(4);
  const turned = { occurred: occurred.toReversed(), known: known.toReversed() };
  expect(findLag(turned, { today: SUNDAY })).toEqual(findLag({ occurred, known }, { today: SUNDAY }));
  expect(findLag({ occurred: [], known: [] }, { today: SUNDAY }).leftOut).toEqual([
    { what: '0 records', reason: 'too-few-records' },
  ]);
});
