import { expect, test } from 'vitest';
import { createEachItsTurn } from '#web/compute/latest-wins.ts';

const never = () => new Promise<string>(() => {});

test('long work of one slot does not wait for that of another', async () => {
  const turns = createEachItsTurn(() => {});
  void turns.ask('budget', never);
  expect(await turns.ask('method', async () => 'scan')).toBe('scan');
});

test('a later question of a slot stops only what runs in that slot', async () => {
  const stopped: string[] = [];
  const turns = createEachItsTurn((slot) => stopped.push(slot));
  void turns.ask('budget', never);
  const first = turns.ask('method', never).catch(({ code }) => code);
  void turns.ask('method', never);
  expect(await first).toBe('canceled');
  expect(stopped).toEqual(['method']);
});

test('at the end every slot hears why', async () => {
  const turns = createEachItsTurn(() => {});
  const asked = ['budget', 'method'].map((slot) => turns.ask(slot, never).catch(({ message }) => message));
  turns.cancelAll({ code: 'signed-out', message: 'Gone.' });
  expect(await Promise.all(asked)).toEqual(['Gone.', 'Gone.']);
});
