import { expect, test } from 'vitest';
import { calmBoard, emptyBoard, manyBoard, oneBoard, typicalBoard } from '#test/fixture/wall-board.ts';
import { pagesOf, shownTrends } from '#web/wall/page.ts';

const keysOf = (...[board]: Parameters<typeof pagesOf>) => pagesOf(board).map(({ key }) => key);

test('pages come in one order, so that people learn it', () => {
  expect(pagesOf(typicalBoard).map(({ kind }) => kind)).toEqual([
    'city',
    'district',
    'district',
    'district',
    'alert',
    'alert',
    'alert',
    'trends',
    'trends',
    'concerns',
    'groups',
    'escalations',
  ]);
});

test('what is unusual gets a page of its own, at most three of them, and is marked to stay longer', () => {
  expect(pagesOf(manyBoard).filter(({ isAlert }) => isAlert)).toHaveLength(3);
  expect(pagesOf(calmBoard).filter(({ isAlert }) => isAlert)).toHaveLength(0);
});

test('a city of one district or of none has no page for it', () => {
  expect(keysOf(oneBoard)).not.toContain('district');
  const calls = typicalBoard.calls && {
    ...typicalBoard.calls,
    areas: typicalBoard.calls.areas.map((area) => ({ ...area, district: 'District 1' })),
  };
  expect(pagesOf({ ...typicalBoard, calls }).map(({ kind }) => kind)).not.toContain('district');
});

test('without calls the city page and what is owed are still shown', () => {
  expect(keysOf(emptyBoard)).toEqual(['city', 'concerns', 'groups', 'escalations']);
});

test('no two pages share a key', () => {
  const keys = keysOf(typicalBoard);
  expect(new Set(keys).size).toBe(keys.length);
});

test('of many kinds those out of their range and the largest get a chart, in the order of the code book', () => {
  const [unusual, usual] = typicalBoard.calls?.trends ?? [];
  if (!unusual || !usual) throw new Error('the board has no trends');
  const small = Array.from({ length: 20 }, (_, i) => ({
    ...usual,
    key: `~small-${i}`,
    weeks: usual.weeks.map((week) => ({ ...week, count: i })),
  }));
  const shown = shownTrends([...small, { ...unusual, weeks: [] }]);
  expect(shown.map(({ key }) => key)).toEqual([...small.slice(13).map(({ key }) => key), unusual.key]);
});
