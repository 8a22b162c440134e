import type { Trouble } from '#web/compute/door.ts';

const CODES: readonly Trouble['code'][] = [
  'too-large',
  'unreadable',
  'refused',
  'query',
  'canceled',
  'signed-out',
  'broken',
];

/** What was thrown, as trouble the page can say. Only its own codes cross from the worker; the rest is `broken`. */
export function toTrouble(thrown: unknown): Trouble {
  const message = thrown instanceof Error ? thrown.message : messageOf(thrown);
  const code = CODES.find(
    (each) => typeof thrown === 'object' && thrown !== null && Reflect.get(thrown, 'code') === each,
  );
  return { code: code ?? 'broken', message };
}

function messageOf(thrown: unknown): string {
  const message = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'message') : thrown;
  return typeof message === 'string' && message !== '' ? message : 'something failed and did not say what';
}
