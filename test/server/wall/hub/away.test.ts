import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openRecords } from '#server/store/open-records.ts';
import { homeFolder } from '#test/fixture/home-folder.ts';
import { boardsOf, pulsesOf, servedHub } from './served-hub.ts';

const home = await homeFolder('hub-away');
const records = await openRecords({ home });
const { hear, enter, change, hub, setClock, app } = await servedHub(records);
const wall = await enter();
afterAll(async () => {
  await records.close();
  await rm(home, { recursive: true, force: true });
});

test('a killed database is told, the board stays as of the last moment it was good; it comes back by itself', async () => {
  const hearing = await hear(wall);
  await change('before');
  await expect.poll(() => boardsOf(hearing).at(-1)?.records.duties[0]?.count).toBe(1);
  setClock('2027-01-04T09:04:00');
  await expect.poll(() => pulsesOf(hearing).at(-1)?.clockLocal).toMatch(/^2027-01-04T09:04/);
  const beats = pulsesOf(hearing).length;
  await expect.poll(() => pulsesOf(hearing).length).toBeGreaterThan(beats + 1);

  process.kill(Number(readFileSync(join(home, 'records', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  const isAway = () => pulsesOf(hearing).some(({ database }) => database === 'away');
  await expect.poll(isAway, { timeout: 15_000, interval: 20 }).toBe(true);
  await expect
    .poll(() => boardsOf(hearing).at(-1)?.records)
    .toMatchObject({
      asOfLocal: '2027-01-04T09:04:00',
      duties: [expect.objectContaining({ count: 1 })],
    });
  const asked = await app.request('/api/wall/board', { headers: { cookie: wall } });
  expect([200, 503]).toContain(asked.status); // whose session it is may not be known just now

  await expect.poll(() => pulsesOf(hearing).at(-1)?.database, { timeout: 60_000, interval: 100 }).toBe('ok');
  await change('after');
  await expect.poll(() => boardsOf(hearing).at(-1)?.records.duties[0]?.count, { timeout: 15_000 }).toBe(2);
  expect(hearing.isOver()).toBe(false);
  expect(hub.counts().streams).toBe(1);
}, 120_000);
