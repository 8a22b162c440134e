import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ComparedGroup, compareFairly, FAIR_DEFAULTS, type FairReason } from '#analysis/fair/fair.ts';
import { comparisonInWords, ownPastInWords, refusalInWords } from '#analysis/fair/said.ts';
import { standsAgainst } from '#analysis/fair/stands-against.ts';
import { CATEGORIES } from '#data/codes/categories.ts';
import witness from '#test/fixture/methods/fair.json' with { type: 'json' };

const aGroup = (groupId: string, changes: Partial<ComparedGroup> = {}): ComparedGroup => ({
  ...{ groupId, name: groupId, kind: 'association', residents: 4000, addresses: 1800, calls: 40 },
  ...{ from: '2026-09-14', to: '2026-12-13' },
  ...changes,
});
const NOISE = { category: 'noise', sharedGround: 0 };
const ask = (a: Partial<ComparedGroup>, b: Partial<ComparedGroup>, question: Partial<typeof NOISE> = {}) =>
  compareFairly([aGroup('Eastbank', a), aGroup('Millrace', b)], { ...NOISE, ...question });

test('limits of both rates and of their ratio agree with poisson.test of R 4.2.2', () => {
  expect(witness.madeWith).toContain('R version 4.2.2');
  const near = (ours: unknown, theirs: unknown) =>
    typeof theirs === 'number' ? expect(ours).toBeCloseTo(theirs, 8) : expect(ours).toEqual(theirs);
  for (const { calls, of, rates, ratioLimits } of witness.cases) {
    const [first, second] = [0, 1].map((at) => ({ calls: calls[at] ?? 0, residents: of[at] ?? 0 }));
    const { findings, leftOut } = compareFairly([aGroup('Eastbank', first), aGroup('Millrace', second)], NOISE);
    expect(leftOut).toEqual([]);
    const [found] = findings;
    found?.rates.forEach(({ low, high }, at) => {
      near(low, rates[at]?.low);
      near(high, rates[at]?.high);
    });
    near(found?.ratioLimits.low, ratioLimits.low);
    near(found?.ratioLimits.high, ratioLimits.high);
  }
});

test('a clear difference says how many times as many, and never which place is worse', () => {
  const { findings } = ask({ calls: 120 }, { calls: 64, residents: 4100 });
  const said = findings.map((found) => comparisonInWords(found, 'Noise'));
  expect(said).toEqual([
    'Eastbank had more calls about noise than Millrace for each 1,000 residents: 30 against 16. Eastbank had about 1.9 times as many (from 1.4 to 2.6 times, allowing for chance).',
  ]);
  const turned = ask({ calls: 64, residents: 4100 }, { calls: 120 }).findings.map((found) =>
    comparisonInWords(found, 'Noise'),
  );
  expect(turned[0]).toContain('Eastbank had fewer calls about noise than Millrace');
  expect(turned[0]).toContain('Millrace had about 1.9 times as many (from 1.4 to 2.6 times');
  expect([...said, ...turned].join()).not.toMatch(/worst|worse|rank|%/i);
});

test('a difference that chance could make is called none, with the ratios that it leaves open', () => {
  const [found] = ask({ calls: 48, residents: 3915 }, { calls: 31, residents: 3498 }).findings;
  expect(found?.said).toBe('no-clear-difference');
  expect(found && comparisonInWords(found, 'Noise')).toBe(
    'No clear difference: for each 1,000 residents, Eastbank had 12 calls about noise and Millrace 8.9. Eastbank may truly have anything from 0.9 to 2.2 times as many.',
  );
});

test('none at all against some has a least ratio and no middle', () => {
  const [found] = ask({ calls: 0 }, { calls: 14 }).findings;
  expect(found?.ratio).toBe(0);
  expect(found && comparisonInWords(found, 'Noise')).toContain('Millrace had at least 3.3 times as many');
});

const REFUSED: [FairReason, Partial<ComparedGroup>, Partial<ComparedGroup>, Partial<typeof NOISE>, string][] = [
  [
    'unlike-kinds',
    { kind: 'business' },
    {},
    {},
    'Eastbank is a place of business and Millrace a place where people live',
  ],
  [
    'unlike-sizes',
    { residents: 321 },
    { residents: 6000 },
    {},
    'Eastbank has 321 residents, Millrace has 6,000 residents',
  ],
  ['denominator-small', { residents: 40 }, { residents: 300 }, {}, 'Eastbank has 40 residents: with so few'],
  ['denominator-unknown', { residents: null }, {}, {}, 'How many residents there are is not known for Eastbank'],
  ['shared-ground', {}, {}, { sharedGround: 0.3 }, 'About a third of the smaller group’s ground lies in the other'],
  ['follows-visitors', {}, {}, { category: 'shoplifting' }, 'follow those who pass through'],
  ['follows-traffic', {}, {}, { category: 'crash' }, 'follow the traffic on the roads'],
  ['different-days', { from: '2026-06-14' }, {}, {}, 'counted over different days'],
  ['too-few-calls', { calls: 4 }, { calls: 5 }, {}, 'fewer than 10 calls in both together'],
  ['calls-of-visitors', { calls: 1100 }, {}, {}, 'come from visitors here'],
  ['same-group', { groupId: 'Millrace' }, {}, {}, 'Both are the same group'],
  ['not-a-count', { calls: 1.5 }, {}, {}, 'could not be read'],
];

test.each(REFUSED)('%s is refused in words, with what may be asked instead', (reason, a, b, question, why) => {
  const { findings, leftOut, options } = ask(a, b, question);
  expect(findings).toEqual([]);
  expect(leftOut.map((left) => left.reason)).toEqual([reason]);
  const asked = { ...NOISE, label: 'Noise', ...question };
  const refusal = refusalInWords(reason, [aGroup('Eastbank', a), aGroup('Millrace', b)], asked, options);
  expect(refusal.why).toContain(why);
  expect(refusal.instead).toMatch(/Choose|Look|Enter/);
});

test('a forty-resident site against six thousand is refused twice over', () => {
  const { leftOut } = ask({ residents: 40 }, { residents: 6000 });
  expect(leftOut.map(({ reason }) => reason)).toEqual(['denominator-small', 'unlike-sizes']);
});

test('three or more are never put in an order: each is sent to its own past', () => {
  const groups = ['Eastbank', 'Millrace', 'Cordery'].map((name) => aGroup(name));
  const { findings, leftOut } = compareFairly(groups, NOISE);
  expect(findings).toEqual([]);
  expect(leftOut).toEqual([{ what: 'Eastbank, Millrace, Cordery', reason: 'more-than-two' }]);
  const said = refusalInWords('more-than-two', groups, { ...NOISE, label: 'Noise' }, FAIR_DEFAULTS);
  expect(said.instead).toContain('each against its own past');
  const own = { usual: { low: 38, high: 60 }, against: 'as-usual', leastShown: 5 } as const;
  expect(ownPastInWords({ name: 'Eastbank', calls: 47 }, 'Noise', own)).toBe(
    'Eastbank: 47 calls about noise, as usual for it (38 to 60).',
  );
});

test('a count withheld from the reader is told neither as a number nor as a rate', () => {
  const few = compareFairly([aGroup('Eastbank', { calls: 3 }), aGroup('Millrace')], NOISE, { leastShown: 5 });
  expect(few.leftOut.map(({ reason }) => reason)).toEqual(['withheld']);
  expect(few.findings).toEqual([]);
  expect(
    ownPastInWords({ name: 'Eastbank', calls: null }, 'Noise', { usual: null, against: 'not-judged', leastShown: 5 }),
  ).toBe('Eastbank: fewer than 5 calls about noise, so the number is not shown.');
});

test('two business groups are set against addresses, whatever the call is about', () => {
  const [found] = ask(
    { kind: 'business', residents: 3, addresses: 485 },
    { kind: 'business', addresses: 154 },
  ).findings;
  expect(found?.denominator).toBe('addresses');
  expect(found?.rates.map(({ denominator }) => denominator)).toEqual([485, 154]);
});

test('turning the two round turns the ratio round, and no verdict depends on who was asked first', () => {
  const count = fc.integer({ min: 0, max: 400 });
  const size = fc.integer({ min: 2000, max: 9000 });
  const opposite = { more: 'fewer', fewer: 'more', 'no-clear-difference': 'no-clear-difference' } as const;
  fc.assert(
    fc.property(count, count, size, size, (a, b, m, n) => {
      const [one] = ask({ calls: a, residents: m }, { calls: b, residents: n }).findings;
      const [other] = ask({ calls: b, residents: n }, { calls: a, residents: m }).findings;
      if (a + b < 10) expect(one).toBeUndefined();
      if (a + b < 10) return;
      if (one === undefined || other === undefined) throw new Error('both were compared');
      expect(other.said).toBe(opposite[one.said]);
      if (typeof one.ratio === 'number' && typeof other.ratio === 'number' && one.ratio > 0)
        expect(other.ratio).toBeCloseTo(1 / one.ratio, 8);
    }),
    { numRuns: 60 },
  );
});

test('every kind that may be public stands against something that was decided, or is refused', () => {
  const open = CATEGORIES.filter(({ leastLevel }) => leastLevel === 'public');
  expect(open.filter(({ category }) => standsAgainst(category) === 'residents').length).toBeGreaterThan(8);
  for (const category of ['shoplifting', 'domestic', 'nothing-known']) expect(standsAgainst(category)).toBe('visitors');
  for (const category of ['crash', 'parking']) expect(standsAgainst(category)).toBe('traffic');
});
