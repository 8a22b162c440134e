import fc from 'fast-check';
import { expect, test } from 'vitest';
import { releaseCells } from '#analysis/release/release.ts';

const calls = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => `call-${from + i}`);
const cell = (name: string, ...spans: [number, number][]) => ({
  cell: name,
  calls: spans.flatMap(([a, b]) => calls(a, b)),
});
const shownOf = (answer: ReturnType<typeof releaseCells>) =>
  answer.findings.map(({ cell: name, shown }) => `${name} ${shown}`);

test('a small count is withheld, zero is told as zero', () => {
  const answer = releaseCells([cell('a', [0, 4]), cell('b'), cell('c', [10, 15])], []);
  expect(answer.findings).toEqual([
    { cell: 'a', shown: 'withheld', calls: null },
    { cell: 'b', shown: 'zero', calls: 0 },
    { cell: 'c', shown: 'count', calls: 5 },
  ]);
  expect(answer.leftOut).toEqual([{ what: 'a', reason: 'small' }]);
});

test('old boundary minus new boundary: the strip between them held 3, so the new count is withheld', () => {
  const answer = releaseCells([cell('new', [0, 20])], [cell('old', [0, 23])]);
  expect(answer.leftOut).toEqual([{ what: 'new', reason: 'tells-small-with-others' }]);
  expect(shownOf(releaseCells([cell('new', [0, 20])], [cell('old', [0, 25])]))).toEqual(['new count']);
});

test('a quarter minus two told months would give the third, which is small', () => {
  const months = [cell('October', [0, 8]), cell('November', [8, 20])];
  expect(shownOf(releaseCells([cell('quarter', [0, 22])], months))).toEqual(['quarter withheld']);
  expect(shownOf(releaseCells([cell('quarter', [0, 22])], months.slice(0, 1)))).toEqual(['quarter count']);
});

test('two groups that overlap, and the two together: the shared ground held 4', () => {
  const told = [cell('east', [0, 10]), cell('west', [6, 16])];
  expect(shownOf(releaseCells([cell('both', [0, 16])], told))).toEqual(['both withheld']);
});

test('the larger number is told and the smaller one withheld when both together say too much', () => {
  expect(shownOf(releaseCells([cell('part', [0, 17]), cell('whole', [0, 20])], []))).toEqual([
    'part withheld',
    'whole count',
  ]);
});

test('a number that could be worked out before is told', () => {
  const told = [cell('October', [0, 8]), cell('November', [8, 20])];
  expect(shownOf(releaseCells([cell('both', [0, 20])], told))).toEqual(['both count']);
});

test('what was told and has since become small holds back its own surroundings alone', () => {
  const told = [cell('old', [0, 3])]; // calls were struck out since
  const answer = releaseCells([cell('round it', [0, 12]), cell('elsewhere', [50, 60])], told);
  expect(shownOf(answer)).toEqual(['round it withheld', 'elsewhere count']);
});

// The attacker works with every told number; the check is a rank of its own, over whole numbers modulo a prime.
test('no set of 1 to 4 calls can be worked out from what is told, whatever the cells', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 28 }), fc.integer({ min: 0, max: 16 }));
  const someCells = fc.array(fc.array(span, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(someCells, fc.nat(9), (drawn, split) => {
      const cells = drawn.map((spans, at) => ({
        cell: `c${at}`,
        calls: [...new Set(spans.flatMap(([from, length]) => calls(from, from + length)))],
      }));
      const first = releaseCells(cells.slice(0, split), []);
      const toldFirst = cells.slice(0, split).filter((_, at) => first.findings[at]?.shown !== 'withheld');
      const second = releaseCells(cells.slice(split), toldFirst);
      const told = [...toldFirst, ...cells.slice(split).filter((_, at) => second.findings[at]?.shown !== 'withheld')];
      expect(smallSetsOf(told)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const PRIME = 1_000_003n;
const modulo = (n: bigint): bigint => ((n % PRIME) + PRIME) % PRIME;

function rankOf(rows: readonly (readonly number[])[]): number {
  let left = rows.map((row) => row.map(BigInt));
  let rank = 0;
  while (true) {
    const pivot = left.find((row) => row.some((n) => n !== 0n));
    if (pivot === undefined) return rank;
    rank += 1;
    const at = pivot.findIndex((n) => n !== 0n);
    const lead = pivot[at] ?? 1n;
    left = left
      .filter((row) => row !== pivot)
      .map((row) => row.map((n, i) => modulo(n * lead - (row[at] ?? 0n) * (pivot[i] ?? 0n))));
  }
}

function smallSetsOf(told: readonly { calls: readonly string[] }[]): string[][] {
  const signatures = new Map<string, string[]>();
  for (const call of new Set(told.flatMap((each) => each.calls))) {
    const name = told.map((each) => (each.calls.includes(call) ? 1 : 0)).join();
    signatures.set(name, [...(signatures.get(name) ?? []), call]);
  }
  const atoms = [...signatures];
  const rows = told.map((_, at) => atoms.map(([name]) => Number(name.split(',')[at])));
  const rank = rankOf(rows);
  const subsets = (from: number, room: number): number[][] =>
    atoms.flatMap(([, held], at) => {
      if (at < from || held.length > room) return [];
      return [[at], ...subsets(at + 1, room - held.length).map((rest) => [at, ...rest])];
    });
  return subsets(0, 4)
    .filter((set) => rankOf([...rows, atoms.map((_, at) => (set.includes(at) ? 1 : 0))]) === rank)
    .map((set) => set.flatMap((at) => atoms[at]?.[1] ?? []));
}
