import '#web/ui/base.css';
import '#web/ui/tokens.css';
import { beforeAll, expect, test } from 'vitest';
import { show } from '#test/fixture/show.tsx';
import { clockLocal, manyBoard, typicalBoard } from '#test/fixture/wall-board.ts';
import { wallGround } from '#test/fixture/wall-city.ts';
import { luminance, overlappingWords } from '#test/fixture/wall-looks.ts';
import { groundParts } from '#web/wall/map/ground-parts.ts';
import { pagesOf } from '#web/wall/page.ts';
import { PageView } from '#web/wall/pages/page-view.tsx';

beforeAll(() => document.fonts.load('650 40px Inter'));

async function cityMap(board: typeof typicalBoard): Promise<SVGSVGElement> {
  const [page] = pagesOf(board);
  if (!page) throw new Error('the board has no page');
  const sized = { '--u': '1px', width: 1920, height: 950, position: 'fixed', inset: 0 } as const;
  const host = await show(
    <div style={sized}>
      <PageView page={page} board={board} clockLocal={clockLocal} ground={wallGround} isStale={false} />
    </div>,
  );
  const map = host.querySelector<SVGSVGElement>('svg[aria-label^="Map"]');
  if (!map) throw new Error('the page draws no map');
  return map;
}

const fill = (map: Element, selector: string): string => {
  const found = map.querySelector(selector);
  if (!found) throw new Error(`nothing on the map is ${selector}`);
  return getComputedStyle(found).fill;
};

test('in grey, unusual is far brighter than watch and watch than usual', async () => {
  const map = await cityMap(typicalBoard);
  const unusual = luminance(fill(map, '[data-verdict="unusual"]'));
  const usual = luminance(fill(map, '[data-verdict="usual"]'));
  const [ground, stripe] = [...map.querySelectorAll('pattern[id$="watch"] rect')].map(
    (rect) => getComputedStyle(rect).fill,
  );
  const watch = (9 * luminance(ground ?? '') + 5 * luminance(stripe ?? '')) / 14; // the stripe is 5 of 14 wide
  expect((unusual + 0.05) / (watch + 0.05)).toBeGreaterThan(4);
  expect((watch + 0.05) / (usual + 0.05)).toBeGreaterThan(2);
});

test('ground shared by an unusual and another area shows the class of both', async () => {
  const map = await cityMap(typicalBoard);
  const shared = [...map.querySelectorAll('[data-shared]')].map((path) => path.getAttribute('fill'));
  expect(shared.length).toBeGreaterThan(0);
  for (const each of shared) expect(each).toMatch(/shared-(usual|watch)\)$/);
});

test('every unusual area is named on the map or, where there is no place, not at all; no two names touch', async () => {
  for (const board of [typicalBoard, manyBoard]) {
    const map = await cityMap(board);
    const names = [...map.querySelectorAll('text')].map((text) => text.textContent);
    expect(names.length).toBeGreaterThan(2);
    expect(overlappingWords(map)).toEqual([]);
    const rim = map.getBoundingClientRect();
    for (const text of map.querySelectorAll('text')) {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      expect([left > rim.left, right < rim.right, top > rim.top, bottom < rim.bottom]).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }
  }
});

test('the map is drawn once for a board: a second of the clock leaves every part of it in place', async () => {
  const [page] = pagesOf(typicalBoard);
  if (!page) throw new Error('the board has no page');
  const sized = { '--u': '1px', width: 1920, height: 950 } as const;
  const at = (clock: string) => (
    <div style={sized}>
      <PageView page={page} board={typicalBoard} clockLocal={clock} ground={wallGround} isStale={false} />
    </div>
  );
  const { createRoot } = await import('react-dom/client');
  const { flushSync } = await import('react-dom');
  const host = document.createElement('main');
  document.body.append(host);
  const root = createRoot(host);
  flushSync(() => root.render(at('2026-12-14T07:42:16')));
  await expect.poll(() => host.querySelectorAll('svg[aria-label^="Map"] path').length).toBeGreaterThan(50);
  const changes: MutationRecord[] = [];
  const watch = new MutationObserver((seen) => changes.push(...seen));
  watch.observe(host, { subtree: true, childList: true, attributes: true });
  flushSync(() => root.render(at('2026-12-14T07:42:17')));
  await new Promise((resolve) => setTimeout(resolve, 100));
  watch.disconnect();
  expect(changes.map(({ target, type }) => [type, target.nodeName, target.textContent])).toEqual([]);
  root.unmount();
  host.remove();
});

test('a ground that does not say where it lies is left out', () => {
  expect(groundParts('')).toBeNull();
  expect(
    groundParts(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path class="wall-water" d="M0 0"/></svg>',
    ),
  ).toBeNull();
  const parts = groundParts(wallGround.image);
  expect(parts?.beneath.map(({ key }) => key)).toEqual(['wall-land0', 'wall-park1']);
  expect(parts?.over).toHaveLength(3);
});
