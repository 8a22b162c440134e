import { expect, test } from 'vitest';
import { openPairingCodes } from '#server/auth/pairing-codes.ts';

const keyOf = (x: string) => ({ kty: 'EC', crv: 'P-256', x, y: 'y' }) as const;

test('a screen that is put off in a rush keeps the code that it shows', () => {
  const codes = openPairingCodes(() => new Date(0));
  const shown = codes.offer(keyOf('own'), '');
  for (let n = 1; n < 60; n++) expect(codes.offer(keyOf(`other-${n}`), '')).not.toBeNull();
  expect(codes.offer(keyOf('own'), '')).toBeNull();
  expect(codes.take((shown?.code ?? '').replace('-', ''))?.deviceId).toBe(shown?.deviceId);
});
