import { expect, test } from 'vitest';
import { openPairingCodes } from '#server/auth/pairing-codes.ts';

const keyOf = (x: string) => ({ kty: 'EC', crv: 'P-256', x, y: 'y' }) as const;

test('a screen that is put off in a rush keeps the code that it shows', () => {
  const codes = openPairingCodes(() => new Date(0));
  const shown = codes.offer(keyOf('own'), '', '10.0.0.7');
  for (let n = 1; n < 60; n++) expect(codes.offer(keyOf(`other-${n}`), '', '10.0.0.7')).not.toBeNull();
  expect(codes.offer(keyOf('own'), '', '10.0.0.7')).toBeNull();
  expect(codes.take((shown?.code ?? '').replace('-', ''))?.deviceId).toBe(shown?.deviceId);
});

test('a network that floods keeps no screen of another from its code, nor takes one away', () => {
  let now = 0;
  const codes = openPairingCodes(() => new Date(now));
  const quiet = codes.offer(keyOf('quiet'), '', '10.0.0.7');
  for (let minute = 0; minute < 8; minute++) {
    for (let n = 0; n < 60; n++) codes.offer(keyOf(`flood-${minute}-${n}`), '', '10.6.6.6');
    expect(codes.offer(keyOf(`flood-${minute}-more`), '', '10.6.6.6')).toBeNull();
    expect(codes.offer(keyOf(`late-${minute}`), '', '10.0.0.8')).not.toBeNull();
    now += 60_000;
  }
  expect(codes.secondsLeft(quiet?.deviceId ?? '')).toBe(120);
});

test('where all waiting screens are of one network, the oldest gives way to a newcomer', () => {
  let now = 0;
  const codes = openPairingCodes(() => new Date(now));
  const offers = Array.from({ length: 201 }, (_, n) => {
    now += 1_100; // so many in four minutes, and no more than 60 in any of them
    return codes.offer(keyOf(`screen-${n}`), '', 'proxy');
  });
  const isWaiting = offers.map((offer) => codes.secondsLeft(offer?.deviceId ?? '') !== null);
  expect(isWaiting).toEqual([false, ...Array.from({ length: 200 }, () => true)]);
});
