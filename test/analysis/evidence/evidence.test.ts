import { expect, test } from 'vitest';
import { fisher } from '#analysis/evidence/combine.ts';
import { type EvidenceFinding, findEvidence } from '#analysis/evidence/evidence.ts';
import type { EvidenceConcern, EvidenceSeries } from '#analysis/evidence/series-days.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import witness from '#test/fixture/methods/evidence.json' with { type: 'json' };

const LAST = toDayNumber('2026-06-28');
const SPLIT = LAST - 27;
const SPAN = { firstDay: SPLIT - 182, lastDay: LAST };

/** `now` days in the judged window, `before` in the baseline, spread over each. */
const daysOf = (now = 0, before = 0): number[] => [
  ...Array.from({ length: now }, (_, i) => SPLIT + (i % 28)),
  ...Array.from({ length: before }, (_, i) => SPLIT - 1 - (i % 182)),
];
const told = (days: readonly number[], causedCall: EvidenceConcern['causedCall'] = 'no') =>
  days.map((day, i): EvidenceConcern => ({ concernId: `C-${day}-${i}`, day, causedCall }));
const series = (category: string, callDays: number[], concerns: EvidenceConcern[] = []): EvidenceSeries => ({
  areaId: 'eastbank',
  category,
  callDays,
  concerns,
});
const pairsOf = (findings: readonly EvidenceFinding[]) => findings.filter((one) => one.kind === 'pair');
const aroundOf = (findings: readonly EvidenceFinding[]) => findings.filter((one) => one.kind === 'concern');

test('p, q and the combined p are those of scipy and statsmodels', () => {
  const given = witness.cases.map(([a, b, c, d], i) => series(`type-${i}`, daysOf(a, b), told(daysOf(c, d))));
  const pairs = pairsOf(findEvidence(given, SPAN).findings);
  expect(pairs).toHaveLength(witness.cases.length);
  for (const { category, calls, concerns, combinedP, combinedBy } of pairs) {
    const i = Number(category.slice(5));
    expect(calls.p).toBeCloseTo(witness.callsP[i] ?? -1, 10);
    expect(calls.q).toBeCloseTo(witness.callsQ[i] ?? -1, 10);
    if (combinedBy === 'calls-alone') expect(combinedP).toBe(calls.p);
    else {
      expect(concerns.p).toBeCloseTo(witness.concernsP[i] ?? -1, 10);
      expect(concerns.q).toBeCloseTo(witness.concernsQ[i] ?? -1, 10);
      expect(combinedP).toBeCloseTo(witness.fisher[i] ?? -1, 10);
    }
  }
});

test('before and after a concern are compared as scipy does, the day itself in neither', () => {
  const day = LAST - 60;
  for (const { before, after, p } of witness.around) {
    const days = [
      ...Array.from({ length: before }, () => day - 3),
      ...Array.from({ length: after }, () => day + 28),
      day,
    ];
    const [around] = aroundOf(findEvidence([series('noise', days, told([day]))], SPAN).findings);
    expect(around).toMatchObject({ before, after, onTheDay: 1 });
    expect(around?.p).toBeCloseTo(p, 10);
  }
});

test('the four states are told apart, and the unheard rise is marked', () => {
  const { findings } = findEvidence(
    [
      series('both', daysOf(40, 70), told(daysOf(8, 3))),
      series('calls', daysOf(40, 70), told(daysOf(0, 3))),
      series('concerns', daysOf(10, 70), told(daysOf(8, 3))),
      series('neither', daysOf(10, 70), told(daysOf(1, 6))),
    ],
    SPAN,
  );
  const states = Object.fromEntries(pairsOf(findings).map((one) => [one.category, [one.state, one.isRisingUnheard]]));
  expect(states).toEqual({
    both: ['both', false],
    calls: ['calls-only', true],
    concerns: ['concerns-only', false],
    neither: ['neither', false],
  });
});

test('a concern that made a call breaks independence: the larger p stands', () => {
  const ask = (causedCall: EvidenceConcern['causedCall'], callDays = daysOf(40, 70)) =>
    pairsOf(findEvidence([series('noise', callDays, told(daysOf(5, 3), causedCall))], SPAN).findings)[0];
  const linked = ask('yes');
  expect(linked?.combinedBy).toBe('larger');
  expect(linked?.combinedP).toBe(Math.max(linked?.calls.p ?? 0, linked?.concerns.p ?? 0));
  expect(ask('no')?.combinedBy).toBe('fisher');
  expect(ask('no')?.combinedP).toBeLessThan(linked?.combinedP ?? 0);
  expect(ask('not-said')?.combinedBy, 'a call on the same day may be the same trouble').toBe('larger');
  const far = Array.from({ length: 30 }, () => SPLIT + 20);
  expect(ask('not-said', far)?.combinedBy).toBe('fisher');
});

test('a concern is without calls only where none of its areas has one', () => {
  const concern: EvidenceConcern = { concernId: 'C-1', day: LAST - 60, causedCall: 'not-said' };
  const quiet = { areaId: 'a', category: 'noise', callDays: [], concerns: [concern] };
  const loud = { areaId: 'b', category: 'noise', callDays: [LAST - 58], concerns: [concern] };
  expect(aroundOf(findEvidence([quiet], SPAN).findings)).toMatchObject([
    { isWithoutCalls: true, verdict: 'no-clear-change' },
  ]);
  expect(aroundOf(findEvidence([quiet, loud], SPAN).findings).map((one) => one.isWithoutCalls)).toEqual([false, false]);
});

test('a concern of the last weeks is too early to be judged, one before the calls has too little before', () => {
  const concerns = told([LAST - 5, SPAN.firstDay + 3]);
  const { findings, leftOut } = findEvidence([series('noise', daysOf(20, 70), concerns)], SPAN);
  expect(aroundOf(findings)).toMatchObject([{ verdict: 'too-early', p: 1 }]);
  expect(leftOut).toEqual([{ what: concerns[1]?.concernId, reason: 'too-little-before' }]);
});

test('what cannot be judged is left out by name', () => {
  expect(findEvidence([], SPAN)).toMatchObject({ findings: [], leftOut: [] });
  expect(findEvidence([series('noise', [])], SPAN).leftOut).toEqual([
    { what: 'eastbank noise', reason: 'nothing-here' },
  ]);
  const reversed = { firstDay: LAST, lastDay: LAST - 1 };
  expect(findEvidence([series('noise', [LAST])], reversed).leftOut[0]?.reason).toBe('reversed-span');
  const short = { firstDay: LAST - 40, lastDay: LAST };
  expect(findEvidence([series('noise', [LAST])], short).leftOut[0]?.reason).toBe('too-little-history');
  const dateless = { concernId: 'C-9', day: Number.NaN, causedCall: 'no' as const };
  expect(findEvidence([series('noise', [LAST], [dateless])], SPAN).leftOut).toEqual([
    { what: 'C-9', reason: 'no-date' },
  ]);
  expect(() => findEvidence([], SPAN, { recentDays: 0 })).toThrow(/recentDays/);
});

test('a shorter history is compared by its own length', () => {
  const span = { firstDay: SPLIT - 56, lastDay: LAST };
  const [pair] = pairsOf(findEvidence([series('noise', [...daysOf(10), SPLIT - 1, SPLIT - 2])], span).findings);
  expect(pair?.calls).toMatchObject({ now: 10, before: 2, expected: 1 });
});

test('order, splitting and a shift of all days change nothing', () => {
  const whole = [
    series('noise', daysOf(30, 60), told(daysOf(4, 2), 'not-said')),
    series('theft', daysOf(9, 80), told(daysOf(0, 5), 'not-said')),
  ];
  const answer = findEvidence(whole, SPAN).findings;
  const split = whole.flatMap((one) => [
    { ...one, callDays: Array.from(one.callDays).reverse().slice(0, 20), concerns: one.concerns.slice(3) },
    { ...one, callDays: Array.from(one.callDays).reverse().slice(20), concerns: one.concerns.slice(0, 3) },
  ]);
  expect(findEvidence(split.reverse(), SPAN).findings).toEqual(answer);
  const later = whole.map((one) => ({
    ...one,
    callDays: Array.from(one.callDays, (day) => day + 700),
    concerns: one.concerns.map((concern) => ({ ...concern, day: concern.day + 700 })),
  }));
  const shifted = findEvidence(later, { firstDay: SPAN.firstDay + 700, lastDay: LAST + 700 }).findings;
  expect(pairsOf(shifted)).toEqual(pairsOf(answer));
});

test('Fisher’s p is bounded, also at the ends', () => {
  expect(fisher(0, 0.3)).toBe(0);
  expect(fisher(1, 1)).toBe(1);
  expect(fisher(0.05, 0.05)).toBeCloseTo(0.017479, 6);
});
