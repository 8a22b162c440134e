import { expect, test } from 'vitest';
import { gather } from '#server/wall/hub/gather.ts';

test('those that ask in the same moment are answered by one piece of work, later ones by another', async () => {
  const done: (readonly string[])[] = [];
  const ask = gather(async (keys: readonly string[]) => void done.push(keys));
  await Promise.all(['a', 'b', 'c'].map(ask));
  await ask('d');
  expect(done).toEqual([['a', 'b', 'c'], ['d']]);
});

test('work that fails fails all that asked for it, and no other', async () => {
  const ask = gather(async (keys: readonly string[]) => {
    if (keys.includes('bad')) throw new Error('away');
  });
  const both = await Promise.allSettled([ask('bad'), ask('beside')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(ask('later')).resolves.toBeUndefined();
});
