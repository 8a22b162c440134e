import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineInWords } from '#analysis/briefing/answer.ts';
import { type CountedKind, sumUpBriefing } from '#analysis/briefing/briefing.ts';

const kind = (label: string, calls: number, usual: CountedKind['usual'] = null): CountedKind => ({
  category: label.toLowerCase(),
  label,
  calls,
  usual,
});
const range = (low: number, high: number) => ({ low, high, expected: (low + high) / 2 });

test('what is more than usual comes first and is the answer; the rest is told to be as usual', () => {
  const { findings } = sumUpBriefing([
    kind('Disturbance', 47, range(38, 60)),
    kind('Theft from vehicle', 33, range(18, 30)),
    kind('Burglary', 0, range(0, 4)),
  ]);
  expect(findings.answer).toBe(
    'More calls than usual: theft from vehicle 33 (usual 18 to 30). Other calls were as usual.',
  );
  expect(findings.lines.map(({ label, against }) => [label, against])).toEqual([
    ['Theft from vehicle', 'more'],
    ['Disturbance', 'as-usual'],
    ['Burglary', 'as-usual'],
  ]);
  expect(findings.callsShown).toBe(80);
});

test('a zero is printed as zero; 1 to 4 are withheld together with their range and verdict; 5 is printed', () => {
  const { findings, leftOut } = sumUpBriefing([
    kind('Arson', 0, range(0, 1)),
    kind('Robbery', 1, range(0, 2)),
    kind('Fraud', 4, range(9, 20)),
    kind('Noise', 5, range(2, 9)),
  ]);
  const said = Object.fromEntries(findings.lines.map((line) => [line.label, lineInWords(line, findings.leastShown)]));
  expect(said).toEqual({
    Arson: '0, where 0 to 1 is usual',
    Robbery: 'fewer than 5, not shown',
    Fraud: 'fewer than 5, not shown',
    Noise: '5, where 2 to 9 is usual',
  });
  expect(findings.lines.find(({ label }) => label === 'Fraud')).toEqual({
    ...{ category: 'fraud', label: 'Fraud', shown: 'withheld', calls: null, usual: null, against: 'not-judged' },
  });
  expect(leftOut).toEqual([
    { what: 'fraud', reason: 'withheld' },
    { what: 'robbery', reason: 'withheld' },
  ]);
});

test('nothing printed changes when a withheld count changes', () => {
  const counts = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 4 }), (calls, small) => {
      const page = (withheldOnes: number) =>
        sumUpBriefing(
          calls.map((count, i) => kind(`Kind ${i}`, count > 0 && count < 5 ? withheldOnes : count, range(3, 20))),
        ).findings;
      expect(page(small)).toEqual(page(1));
    }),
  );
});

test('a difference of fewer than 3 calls is not called a difference', () => {
  const { findings } = sumUpBriefing([kind('Noise', 6, { low: 2, high: 5, expected: 3.5 })]);
  expect(findings.lines[0]?.against).toBe('as-usual');
});

test('fewer than usual is told as plainly as more', () => {
  const { findings } = sumUpBriefing([kind('Noise', 0, range(6, 14)), kind('Theft', 30, range(8, 20))]);
  expect(findings.answer).toBe(
    'More calls than usual: theft 30 (usual 8 to 20). Fewer calls than usual: noise 0 (usual 6 to 14).',
  );
});

test('three kinds above their range are counted, and two of them named', () => {
  const names = ['Theft', 'Noise', 'Fraud', 'Alarm'];
  const { findings } = sumUpBriefing(names.map((name, i) => kind(name, 50 - i, range(5, 20))));
  expect(findings.answer).toBe(
    'More calls than usual: theft 50 (usual 5 to 20), noise 49 (usual 5 to 20) and 2 more, marked below.',
  );
});

test('without a past nothing is compared, and without calls that is said', () => {
  expect(sumUpBriefing([kind('Noise', 9)]).findings.answer).toBe(
    'These are the calls that came in. They are not compared with what is usual.',
  );
  expect(sumUpBriefing([kind('Noise', 0, range(0, 3))]).findings.answer).toBe('No call of these kinds came in.');
  expect(() => sumUpBriefing([kind('Noise', -1)])).toThrow('noise counts -1 calls, which is no count');
});
