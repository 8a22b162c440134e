import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Manifest } from '#data/schema/manifest.ts';
import type { WallBoard } from '#data/schema/wall.ts';
import { show } from '#test/fixture/show.tsx';
import { calmBoard, manyBoard, typicalBoard } from '#test/fixture/wall-board.ts';
import { wallGround } from '#test/fixture/wall-city.ts';
import { useGround } from '#web/wall/map/use-ground.ts';

const AGAIN = 30_000;
const [FIRST, NEXT] = ['a1a7cfdd20849936', 'b2b7cfdd20849936'];

const withManifest = (board: WallBoard, manifest: string): WallBoard => ({
  ...board,
  calls: board.calls && { ...board.calls, manifest },
});
const manifestOf = (manifest: string, version: string): Manifest => ({
  ...{ manifest, releaseLevel: 'public', city: 'Small City', timeZone: 'America/New_York' },
  ...{ madeAt: '2026-12-14T07:42:00Z', cutoffLocal: '2026-12-14T07:42:00', reportingLagDays: 0, rows: 0 },
  ...{ quarantined: 0, withheld: 0, bbox: null, center: [0, 0], extracts: [], sources: [] },
  areas: [{ layer: 'groups', title: 'Groups', kind: 'group', count: wallGround.areas.length, version }],
});

let asked: string[];
let answers: Record<string, unknown>; // by address; what is not here answers 404
beforeEach(() => {
  asked = [];
  answers = {
    [`/api/manifests/${FIRST}`]: manifestOf(FIRST, 'v1'),
    '/api/areas/groups/v1': { type: 'FeatureCollection', features: wallGround.areas },
    [`/api/wall/ground/${FIRST}.svg`]: wallGround.image,
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    const answer = await answers[address];
    if (answer === undefined) return new Response(null, { status: 404 });
    return typeof answer === 'string' ? new Response(answer) : Response.json(answer);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

let give: (board: WallBoard) => void;
/** Says on what ground the board's map would lie. */
function Probe({ first }: { first: WallBoard }) {
  const [board, setBoard] = useState(first);
  give = setBoard;
  const ground = useGround(board);
  const said = ground && `${ground.manifest}, ${ground.areas.length} areas, streets ${ground.image.length}`;
  return <output>{`${board.board}: ${said ?? 'no ground'}`}</output>;
}
const expectSaid = (said: string) => expect.element(page.getByRole('status')).toHaveTextContent(said);
const ground = (manifest: string, areas = wallGround.areas.length, streets = wallGround.image.length) =>
  `${manifest}, ${areas} areas, streets ${streets}`;
const drawnFirst = [`/api/manifests/${FIRST}`, '/api/areas/groups/v1', `/api/wall/ground/${FIRST}.svg`];

async function shown() {
  await show(<Probe first={typicalBoard} />);
  await expectSaid(`${typicalBoard.board}: ${ground(FIRST)}`);
  expect(asked).toEqual(drawnFirst);
}

test('another board of the same manifest lies on the same ground, and nothing is asked', async () => {
  await shown();
  for (const board of [calmBoard, manyBoard, typicalBoard]) {
    give(board);
    await expectSaid(`${board.board}: ${ground(FIRST)}`);
  }
  expect(asked).toEqual(drawnFirst);
});

test('new calls within the same boundaries ask for their manifest only', async () => {
  await shown();
  answers[`/api/manifests/${NEXT}`] = manifestOf(NEXT, 'v1');
  give(withManifest(calmBoard, NEXT));
  await expectSaid(`calm: ${ground(NEXT)}`);
  expect(asked).toEqual([...drawnFirst, `/api/manifests/${NEXT}`]);
});

test('new boundaries are fetched with their ground, and the former one stays until they are here', async () => {
  await shown();
  let arrive = () => {};
  const boundaries = new Promise<unknown>((resolve) => {
    arrive = () => resolve({ type: 'FeatureCollection', features: wallGround.areas.slice(0, 1) });
  });
  answers[`/api/manifests/${NEXT}`] = manifestOf(NEXT, 'v2');
  answers['/api/areas/groups/v2'] = boundaries;
  answers[`/api/wall/ground/${NEXT}.svg`] = '<svg/>';
  give(withManifest(calmBoard, NEXT));
  await expect.poll(() => asked).toContain(`/api/wall/ground/${NEXT}.svg`);
  await expectSaid(`calm: ${ground(FIRST)}`);
  arrive();
  await expectSaid(`calm: ${ground(NEXT, 1, 6)}`);
});

test('what fails is asked for again after half a minute, and the former ground stays meanwhile', async () => {
  await shown();
  const changed = withManifest(calmBoard, NEXT);
  answers[`/api/manifests/${NEXT}`] = manifestOf(NEXT, 'v2');
  give(changed);
  await expect.poll(() => vi.getTimerCount()).toBe(1);
  const once = asked.length;
  vi.advanceTimersByTime(AGAIN - 1);
  expect(asked).toHaveLength(once);
  await expectSaid(`calm: ${ground(FIRST)}`);
  answers['/api/areas/groups/v2'] = { type: 'FeatureCollection', features: wallGround.areas.slice(1) };
  answers[`/api/wall/ground/${NEXT}.svg`] = '<svg/>';
  vi.advanceTimersByTime(1);
  await expectSaid(`calm: ${ground(NEXT, wallGround.areas.length - 1, 6)}`);
  expect(vi.getTimerCount()).toBe(0);
});

test('without streets the areas are drawn alone; the next manifest asks for them again', async () => {
  delete answers[`/api/wall/ground/${FIRST}.svg`];
  await show(<Probe first={typicalBoard} />);
  await expectSaid(`${typicalBoard.board}: ${ground(FIRST, wallGround.areas.length, 0)}`);
  answers[`/api/manifests/${NEXT}`] = manifestOf(NEXT, 'v1');
  answers[`/api/wall/ground/${NEXT}.svg`] = wallGround.image;
  give(withManifest(calmBoard, NEXT));
  await expectSaid(`calm: ${ground(NEXT)}`);
});

test('at a desk of another release level the desk’s own manifest tells the boundaries', async () => {
  answers['/api/manifest'] = answers[`/api/manifests/${FIRST}`];
  delete answers[`/api/manifests/${FIRST}`];
  await show(<Probe first={typicalBoard} />);
  await expectSaid(`${typicalBoard.board}: ${ground(FIRST)}`);
  expect(asked.slice(0, 2)).toEqual([`/api/manifests/${FIRST}`, '/api/manifest']);
});
