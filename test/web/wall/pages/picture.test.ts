import { expect, test } from 'vitest';
import { calmBoard, emptyBoard, monthsBoard, typicalBoard } from '#test/fixture/wall-board.ts';
import { pictureOf } from '#web/wall/pages/picture.ts';

test('the areas of a picture add up, each under its strongest verdict', () => {
  const { tally, areas, unusual, verdict } = pictureOf(typicalBoard, null);
  expect(tally).toEqual({ unusual: 3, watch: 3, usual: 19, 'not-judged': 1 });
  expect(areas).toHaveLength(26);
  expect(unusual.map(({ area }) => area)).toEqual(['Eastbank', 'Pell Street', 'Cordery']);
  expect(verdict).toBe('unusual');
});

test('a district shows its own areas and series only', () => {
  const { areas, unusual } = pictureOf(typicalBoard, 'District 2');
  expect(new Set(areas.map(({ district }) => district))).toEqual(new Set(['District 2']));
  expect(unusual.map(({ area }) => area)).toEqual(['Eastbank']);
});

test('what could not be judged is not called usual', () => {
  expect(pictureOf(monthsBoard, null).verdict).toBe('not-judged');
  expect(pictureOf(emptyBoard, null).verdict).toBe('not-judged');
  expect(pictureOf(calmBoard, null).verdict).toBe('usual');
});

test('a district’s share of a list that names its longest only is a lower limit', () => {
  const [duty] = typicalBoard.records.duties;
  if (!duty) throw new Error('the board has no duties');
  const cut = { ...duty, count: 40 };
  const board = { ...typicalBoard, records: { ...typicalBoard.records, duties: [cut] } };
  expect(pictureOf(board, 'District 2').waiting[0]?.isAtLeast).toBe(true);
  expect(pictureOf(typicalBoard, 'District 2').waiting[0]?.isAtLeast).toBe(false);
});
