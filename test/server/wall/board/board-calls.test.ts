import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CATEGORIES } from '#data/codes/categories.ts';
import { WallBoard, type WallSeries } from '#data/schema/wall.ts';
import { PUBLIC_KINDS } from '#server/brief/open-calls.ts';
import { keptThreshold } from '#server/wall/board/kept-threshold.ts';
import { type Board, openBoard } from '#server/wall/board/open-board.ts';
import { freshStore } from '#test/fixture/record-desk.ts';
import { openDesk } from './open-desk.ts';
import { NOW, WEEK, wallHome } from './wall-home.ts';

const records = await freshStore();
const log = pino({ level: 'silent' });
const opened: Board[] = [];
const open = (home: string): Board => {
  const board = openBoard(home, records, { nowLocal: () => NOW, log, onChange: () => {} });
  opened.push(board);
  return board;
};
afterAll(() => Promise.all(opened.map((board) => board.close())));

async function readUntil(board: Board, is: (read: WallBoard) => boolean): Promise<WallBoard> {
  for (;;) {
    const read = await board.read();
    if (is(read)) return read;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const isSet = ({ calls }: WallBoard): boolean => calls?.isBudgetSet === true;

const town = await wallHome();
let board: Board;
let first: WallBoard;
let settled: WallBoard;
beforeAll(async () => {
  board = open(town.home);
  first = await board.read();
  settled = await readUntil(board, isSet);
});

const seriesIn = ({ calls }: WallBoard): WallSeries[] => calls?.series ?? [];
const everySeries = (read: WallBoard): WallSeries[] => [...seriesIn(read), ...(read.calls?.trends ?? [])];
const isOpen = ({ category }: { category: string }) => PUBLIC_KINDS.some((kind) => kind.category === category);

test('the wall finds what a commander’s desk finds in the same calls, by the same threshold', async () => {
  const desk = await openDesk(town.home);
  const kept = await keptThreshold(town.home, 'groups');
  expect(kept?.watchP).toBe(desk.learned);
  const marked = desk
    .judge(desk.learned)
    .filter((one) => isOpen(one) && (one.verdict === 'unusual' || one.verdict === 'watch'));
  const shown = seriesIn(settled);
  const left = marked.filter(({ areaId, category }) => !shown.some((one) => one.key === `${areaId}~${category}`));
  expect(left.map(({ areaId, category }) => `${areaId} ${category}`)).toEqual(['corner noise']); // see below
  expect(shown.map(({ areaId, category, verdict, low, high }) => ({ areaId, category, verdict, low, high }))).toEqual(
    marked
      .filter((one) => !left.includes(one))
      .map(({ areaId, category, verdict, low, high }) => ({ areaId, category, verdict, low, high })),
  );
  for (const { areaId, category, observed } of shown) {
    const found = marked.find((one) => one.areaId === areaId && one.category === category)?.observed ?? 0;
    expect(observed).toBe(found < 5 ? null : found);
  }
  expect(shown.map(({ key }) => key)).toContain('south~burglary');
});

test('the list tells the week, sixteen weeks with their usual range, and what was not so the week before', () => {
  const burglary = seriesIn(settled).find(({ key }) => key === 'south~burglary');
  expect(settled.calls?.week).toBe(WEEK);
  expect(burglary).toMatchObject({
    area: 'The south',
    label: 'Burglary',
    observed: 22,
    verdict: 'unusual',
    isNew: true,
  });
  expect(burglary?.weeks).toHaveLength(16);
  expect(burglary?.weeks.at(-1)).toEqual({
    week: WEEK,
    count: 22,
    low: burglary?.low,
    high: burglary?.high,
    verdict: 'unusual',
  });
  expect(burglary?.weeks.at(-2)).toMatchObject({ week: '2024-11-18', verdict: 'usual' });
  expect(WallBoard.parse(settled)).toEqual(settled);
});

test('a renamed type of call is no news', () => {
  expect(seriesIn(settled).map(({ category }) => category)).not.toContain('nuisance');
});

test('until a threshold is known only what is unusual whatever it is stands on the list, and nothing then vanishes', () => {
  expect(seriesIn(first).filter(({ verdict }) => verdict !== 'unusual')).toEqual([]);
  const keys = seriesIn(settled).map(({ key }) => key);
  expect(seriesIn(first).every(({ key }) => keys.includes(key))).toBe(true);
});

test('protected kinds are nowhere on the board, and do not show through their area', async () => {
  const desk = await openDesk(town.home);
  const domestic = desk.judge(desk.learned).find((one) => one.areaId === 'south' && one.category === 'domestic');
  expect(domestic?.verdict).toBe('unusual'); // the desk has it
  const text = JSON.stringify(settled).toLowerCase();
  for (const { category, label } of CATEGORIES.filter(({ leastLevel }) => leastLevel !== 'public')) {
    if (category === 'other' || category === 'unknown') continue; // words of their own
    expect(text).not.toContain(`"${category}"`);
    expect(text).not.toContain(`~${category}"`);
    expect(text).not.toContain(`"${label.toLowerCase()}"`);
  }
  expect(text).not.toContain('made-up');
  expect(everySeries(settled).every(isOpen)).toBe(true);
});

test('no count from 1 to 4 is on the board, and none can be had by taking one from another', () => {
  const counts = everySeries(settled).flatMap(({ observed, weeks }) => [observed, ...weeks.map(({ count }) => count)]);
  expect(counts.length).toBeGreaterThan(100);
  expect(counts.filter((count) => count !== null && count > 0 && count < 5)).toEqual([]);
  const graffiti = seriesIn(settled).find(({ key }) => key === 'south~graffiti');
  expect(graffiti).toMatchObject({ observed: null, verdict: 'unusual' }); // 4 calls where there never was one
  expect(seriesIn(settled).map(({ key }) => key)).toContain('north~noise');
  expect(seriesIn(settled).map(({ key }) => key)).not.toContain('corner~noise'); // all but 3 of the north's
  expect(settled.calls?.areas.find(({ areaId }) => areaId === 'corner')?.verdict).toBe('unusual');
});

test('trends tell each public kind of the whole city, also calls without a place, in the order of the code book', () => {
  const trends = settled.calls?.trends ?? [];
  expect(trends.map(({ category }) => category)).toEqual(
    ['burglary', 'theft', 'graffiti', 'noise', 'parking', 'nuisance'].toSorted(byCodeBook),
  );
  expect(trends.find(({ category }) => category === 'theft')).toMatchObject({
    areaId: null,
    area: 'City',
    key: '~theft',
  });
  const noise = trends.find(({ category }) => category === 'noise');
  expect(noise).toMatchObject({ observed: 27, verdict: 'unusual' });
});
const byCodeBook = (a: string, b: string) => at(a) - at(b);
const at = (category: string) => CATEGORIES.findIndex((each) => each.category === category);

test('the same calls and records make the same board, also after a restart, which begins with the threshold it had', async () => {
  expect((await board.read()).board).toBe(settled.board);
  const again = await open(town.home).read();
  expect(again.calls?.isBudgetSet).toBe(true);
  expect(again.board).toBe(settled.board);
});

test('ages of sources: half as old again as expected is doubtful, three times is not to be relied on', () => {
  expect(settled.calls?.sources).toEqual([
    {
      ...{ source: 'town', title: 'Calls of the town', lastReceivedLocal: '2024-12-02T05:00:00' },
      ...{ incompleteDays: 0, amberHours: 36, redHours: 72 },
    },
  ]);
});

const crashes = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    day: Date.parse(`${WEEK}T00:00:00Z`) / 86_400_000 + (i % 7),
    ...{ hour: 3, category: 'crash', place: 'north' as const },
  }));

test('new calls make another board; until they are judged the former one stays', async () => {
  await town.take(crashes(25));
  const between = await board.read();
  expect([settled.board]).toContain(between.board);
  const next = await readUntil(board, ({ calls }) => calls?.manifest !== settled.calls?.manifest);
  expect(seriesIn(next).map(({ key }) => key)).toContain('north~crash');
  expect(next.calls?.isBudgetSet).toBe(true); // by the threshold of the calls before
  const desk = await openDesk(town.home);
  await readUntil(board, () => true);
  await expect
    .poll(async () => (await keptThreshold(town.home, 'groups'))?.watchP, { timeout: 20_000 })
    .toBe(desk.learned);
});

test('calls that are judged while they are cut stand on the first board that is read after that', async () => {
  const before = await board.read();
  await town.take(crashes(30), () => board.prepare());
  const { calls } = await board.read();
  expect(calls?.manifest).not.toBe(before.calls?.manifest);
  expect(calls?.series.find(({ key }) => key === 'north~crash')?.observed).toBe(30);
});

test('where only months are known nothing is judged', async () => {
  const { calls } = await open((await wallHome({ precision: 'month' })).home).read();
  expect(calls).toMatchObject({ series: [], trends: [], week: WEEK });
  expect(calls?.areas.map(({ verdict }) => verdict)).toEqual(['not-judged', 'not-judged', 'not-judged']);
});
