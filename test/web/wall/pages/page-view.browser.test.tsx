import '#web/ui/base.css';
import '#web/ui/tokens.css';
import { beforeAll, expect, test } from 'vitest';
import type { WallBoard } from '#data/schema/wall.ts';
import { expectNoAxeFaults } from '#test/fixture/axe-faults.ts';
import { show } from '#test/fixture/show.tsx';
import {
  calmBoard,
  clockLocal,
  emptyBoard,
  longBoard,
  manyBoard,
  monthsBoard,
  oneBoard,
  typicalBoard,
} from '#test/fixture/wall-board.ts';
import { wallGround } from '#test/fixture/wall-city.ts';
import { cutWords, faintWords, overlappingWords, redsAndGreens, wordsOn } from '#test/fixture/wall-looks.ts';
import { pagesOf, type WallPage } from '#web/wall/page.ts';
import { PageView } from '#web/wall/pages/page-view.tsx';

const FOOT = 126; // wall pixels that the screen keeps beneath a page

type Screen = { width: number; height: number; u: number };
const SCREENS: Record<string, Screen> = {
  '1920 by 1080': { width: 1920, height: 1080, u: 1 },
  '3840 by 2160': { width: 3840, height: 2160, u: 2 },
  'upright 1080 by 1920': { width: 1080, height: 1920, u: 1 },
  '1366 by 768, type kept': { width: 1366, height: 768, u: 1 },
  '1920 by 1080 from 6 m': { width: 1920, height: 1080, u: 1.4 },
  'upright from 6 m': { width: 1080, height: 1920, u: 1.4 },
};
const BOARDS: Record<string, WallBoard> = {
  typical: typicalBoard,
  calm: calmBoard,
  many: manyBoard,
  empty: emptyBoard,
  months: monthsBoard,
  long: longBoard,
  one: oneBoard,
};

beforeAll(() => document.fonts.load('650 40px Inter'));

type Shown = { board: WallBoard; page: WallPage; screen?: Screen | undefined; isStale?: boolean };

async function showPage({ board, page, screen = SCREENS['1920 by 1080'], isStale = false }: Shown): Promise<Element> {
  const { width, height, u } = screen ?? { width: 1920, height: 1080, u: 1 };
  const sized = { '--u': `${u}px`, width, height: height - FOOT * u, position: 'fixed', inset: 0 } as const;
  const host = await show(
    <div style={sized}>
      <PageView page={page} board={board} clockLocal={clockLocal} ground={wallGround} isStale={isStale} />
    </div>,
  );
  const section = host.querySelector('section');
  if (!section) throw new Error('the page draws no section');
  return section;
}

const pageOf = (board: WallBoard, kind: WallPage['kind']): WallPage => {
  const page = pagesOf(board).find((each) => each.kind === kind);
  if (!page) throw new Error(`the board has no page of ${kind}`);
  return page;
};

const cases = Object.keys(SCREENS).flatMap((screen) => Object.keys(BOARDS).map((board) => [screen, board] as const));

test.each(cases)('at %s every page of the %s board is large enough, whole and clear', async (name, boardName) => {
  const screen = SCREENS[name];
  const board = BOARDS[boardName];
  if (!screen || !board) throw new Error('no such case');
  for (const page of pagesOf(board)) {
    const section = await showPage({ board, page, screen });
    const words = wordsOn(section);
    expect(words.length, page.key).toBeGreaterThan(0);
    const small = words.filter(({ size }) => size < 37 * screen.u).map(({ text, size }) => `“${text}” ${size}`);
    expect({ page: page.key, small, cut: cutWords(section), overlapping: overlappingWords(section) }).toEqual({
      page: page.key,
      small: [],
      cut: [],
      overlapping: [],
    });
  }
});

test.each([false, true])('all text is clear of its ground and nothing is red or green; stale: %s', async (isStale) => {
  for (const board of [typicalBoard, calmBoard, longBoard, monthsBoard]) {
    for (const page of pagesOf(board)) {
      const section = await showPage({ board, page, isStale });
      expect({ page: page.key, faint: faintWords(section), hues: redsAndGreens(section) }).toEqual({
        page: page.key,
        faint: [],
        hues: [],
      });
    }
  }
});

test('a screen reader finds no fault in any kind of page', async () => {
  const kinds = new Map(pagesOf(typicalBoard).map((page) => [page.kind, page]));
  for (const page of kinds.values()) await expectNoAxeFaults(await showPage({ board: typicalBoard, page }));
});

test('the city page says how many are unusual, where, and against what', async () => {
  const text = (await showPage({ board: typicalBoard, page: pageOf(typicalBoard, 'city') })).textContent ?? '';
  for (const said of ['City, week of December 7', '3 unusual', 'Eastbank', '14', 'Theft from vehicle', 'usual 3 to 9'])
    expect(text).toContain(said);
  expect(text.replaceAll('\u00A0', ' ')).toContain('3 areas to watch, 19 as usual, 1 not judged');
});

test('where rows do not fit, the page says how many more there are', async () => {
  const screen = SCREENS['1366 by 768, type kept'];
  const section = await showPage({ board: manyBoard, page: pageOf(manyBoard, 'city'), screen });
  const rows = section.querySelectorAll('[data-row]').length;
  expect(rows).toBeGreaterThan(0);
  expect(section.querySelector('[data-more]')?.textContent).toBe(`and ${9 - rows} more`);
});

test('nothing unusual is said in words, and a list still being set says so', async () => {
  const calm = await showPage({ board: calmBoard, page: pageOf(calmBoard, 'city') });
  expect(calm.querySelector('h1')?.textContent).toBe('Nothing unusual');
  const calls = calmBoard.calls && { ...calmBoard.calls, isBudgetSet: false };
  const early = await showPage({ board: { ...calmBoard, calls }, page: pageOf(calmBoard, 'city') });
  expect(early.querySelector('h1')?.textContent).toBe('Nothing unusual so far');
  expect(early.textContent).toContain('still being set');
  const months = await showPage({ board: monthsBoard, page: pageOf(monthsBoard, 'city') });
  expect(months.querySelector('h1')?.textContent).toBe('Not judged');
});

test('an alert gives the count, its usual range, the concerns and a code to scan', async () => {
  const section = await showPage({ board: typicalBoard, page: pageOf(typicalBoard, 'alert') });
  expect(section.querySelector('h1')?.textContent).toBe('Eastbank, theft from vehicle');
  expect(section.textContent).toContain('14 last week. Usual range 3 to 9.');
  expect(section.textContent).toContain('2 concerns raised here');
  const code = typicalBoard.calls?.series[0]?.code ?? '';
  expect(section.querySelector(`svg[aria-label*="${code}"]`)?.getBoundingClientRect().width).toBeGreaterThan(170);
});

test('a withheld count is hatched, breaks the line and is never a zero', async () => {
  const fireworks = pagesOf(typicalBoard).filter(({ kind }) => kind === 'trends')[1];
  if (!fireworks) throw new Error('the board has no second page of trends');
  const section = await showPage({ board: typicalBoard, page: fireworks });
  const [chart] = section.querySelectorAll('svg[aria-label^="Calls a week"]');
  expect(chart?.querySelectorAll('[data-withheld]')).toHaveLength(5);
  expect(chart?.getAttribute('aria-label')).toContain('Dec 7 too few to tell');
  expect(chart?.querySelectorAll('[data-mark]')).toHaveLength(11);
});

test('what is owed to nobody is good news in words', async () => {
  for (const [kind, said] of [
    ['concerns', 'No concern is overdue'],
    ['groups', 'Every group was reached this quarter'],
    ['escalations', 'No escalation waits'],
  ] as const)
    expect((await showPage({ board: calmBoard, page: pageOf(calmBoard, kind) })).textContent).toContain(said);
});

test('days over, days without contact and what is left of the quarter are told apart', async () => {
  const groups = await showPage({ board: typicalBoard, page: pageOf(typicalBoard, 'groups') });
  expect(groups.textContent).toContain('17 days left');
  expect(groups.textContent).toContain('116 days');
  expect(groups.textContent).toContain('without contact');
  const concerns = await showPage({ board: typicalBoard, page: pageOf(typicalBoard, 'concerns') });
  expect(concerns.textContent).toContain('31 days over');
});
