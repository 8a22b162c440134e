import { expect, test } from 'vitest';
import { createLatestWins } from '#web/compute/latest-wins.ts';

/** A question whose end the test decides. */
function question(log: string[], name: string) {
  let finish = () => {};
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const start = async () => {
    log.push(name);
    await ended;
    return name;
  };
  return { start, finish };
}
const settled = (promise: Promise<unknown>) => promise.then(String, (trouble) => trouble.code);

test('a later question of a slot cancels the earlier, and one that never began is never asked', async () => {
  const queue = createLatestWins();
  const log: string[] = [];
  const [first, second, third] = ['first', 'second', 'third'].map((name) => question(log, name));
  const answers = [first, second, third].map((one) =>
    settled(queue.ask('map', () => one?.start() ?? Promise.resolve(''))),
  );
  for (const one of [first, second, third]) one?.finish();
  expect(await Promise.all(answers)).toEqual(['canceled', 'canceled', 'third']);
  expect(log).toEqual(['first', 'third']);
});

test('questions of different slots are all answered, one after the other', async () => {
  const queue = createLatestWins();
  const log: string[] = [];
  const map = question(log, 'map');
  const list = question(log, 'list');
  const answers = [settled(queue.ask('map', map.start)), settled(queue.ask('list', list.start))];
  list.finish();
  expect(log).toEqual(['map']);
  map.finish();
  expect(await Promise.all(answers)).toEqual(['map', 'list']);
});

test('a failed question does not hold up the next', async () => {
  const queue = createLatestWins();
  const failed = settled(queue.ask('map', () => Promise.reject({ code: 'broken' })));
  const next = settled(queue.ask('list', async () => 'list'));
  expect(await Promise.all([failed, next])).toEqual(['broken', 'list']);
});

test('canceling a slot, or all of them, says why', async () => {
  const queue = createLatestWins();
  const map = settled(queue.ask('map', () => new Promise(() => {})));
  queue.cancel('map');
  expect(await map).toBe('canceled');
  const list = settled(queue.ask('list', () => new Promise(() => {})));
  queue.cancelAll({ code: 'signed-out', message: '' });
  expect(await list).toBe('signed-out');
});

test('a question that is being worked out is told to stop when it is canceled or replaced, another is left alone', async () => {
  let stops = 0;
  const queue = createLatestWins(() => {
    stops++;
  });
  const log: string[] = [];
  const [scan, later] = [question(log, 'scan'), question(log, 'later')];
  const first = settled(queue.ask('method', scan.start));
  const map = settled(queue.ask('map', async () => 'map'));
  queue.cancel('map');
  expect(stops).toBe(0);
  const second = settled(queue.ask('method', later.start));
  expect(stops).toBe(1);
  scan.finish();
  later.finish();
  expect(await Promise.all([first, map, second])).toEqual(['canceled', 'canceled', 'later']);
});
