import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { BOARDS, simulateWall } from './simulated-wall.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

// The whole week is `npm run bench -- wall-week`: there the nodes fall back to 338 or to 364, however long it ran.
const COMES_AND_GOES = 30; // nodes; one left behind by each pulse of three hours would make 360
test('four hours of boards, pages, pulses and broken streams leave no node, no listener and no heap behind', async () => {
  const wall = await simulateWall(browser);
  const hours = async (count: number) => {
    for (let step = 0; step < count * 120; step++) {
      await wall.pass(30);
      const board = BOARDS[(step / 30) % BOARDS.length];
      if (step % 30 === 0 && board) await wall.hear({ ...board, board: `board ${step}` });
      if (step % 100 === 99) await wall.breakStream();
    }
    return wall.held();
  };
  await hours(1); // the browser makes ready what runs often
  const first = await hours(1);
  const later = await hours(3);
  expect(first.nodes).toBeGreaterThan(100);
  expect(later.nodes).toBeLessThanOrEqual(first.nodes + COMES_AND_GOES);
  expect(later.listeners).toBeLessThanOrEqual(first.listeners);
  expect(later.heapMb).toBeLessThan(first.heapMb * 1.1);
  await wall.close();
});

test('a wall that draws no more is loaded anew as soon as the server is there, and then not again at once', async () => {
  const wall = await simulateWall(browser);
  const minutes = async (count: number) => {
    for (let step = 0; step < 2 * count; step++) await wall.pass(30);
  };
  await minutes(4);
  expect(wall.loads()).toBe(1); // it draws

  wall.setServer(false);
  await wall.stopDrawing();
  await minutes(3);
  expect(wall.loads()).toBe(1); // the browser's own error page would stay for good
  wall.setServer(true);
  await wall.leap(5);
  await expect.poll(wall.loads).toBe(2);

  await wall.greet();
  await wall.stopDrawing();
  await minutes(4);
  expect(wall.loads()).toBe(2); // what a load did not mend is not tried again for ever
  await wall.leap(120);
  await expect.poll(wall.loads).toBe(3);
  await wall.close();
});
