import { afterEach, expect, test, vi } from 'vitest';
import { fingerprintOf } from '#web/tables/fingerprint.ts';

// SHA-256 of "abc": FIPS 180-2, appendix B.1.
const ABC = 'ba7816bf8f01cfea414140de5dae2223';
const abc = new Uint8Array([97, 98, 99]);

afterEach(() => vi.unstubAllGlobals());

test('the fingerprint is the start of the SHA-256', async () => {
  expect(await fingerprintOf(abc)).toBe(ABC);
});

test('a page on plain http, where the browser gives no digest, comes to the same fingerprint', async () => {
  vi.stubGlobal('crypto', {});
  expect(await fingerprintOf(abc)).toBe(ABC);
});
