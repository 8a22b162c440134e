import { webcrypto } from 'node:crypto';
import { type ScreenKey, wordsToSign } from '#data/schema/wall-device.ts';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const { subtle } = webcrypto;

/** Whether the two numbers are a point of the curve: others may be written, and verify nothing. */
export const isKey = (key: ScreenKey): Promise<boolean> =>
  subtle.importKey('jwk', key, CURVE, false, ['verify']).then(
    () => true,
    () => false,
  );

/** Whether the screen itself has signed the nonce that it was given. */
export async function hasSigned(
  key: ScreenKey,
  deviceId: string,
  { nonce, signature }: { nonce: string; signature: string },
): Promise<boolean> {
  const verifying = await subtle.importKey('jwk', key, CURVE, false, ['verify']);
  const signed = new TextEncoder().encode(wordsToSign(deviceId, nonce));
  const given = Buffer.from(signature, 'base64url');
  return subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, verifying, given, signed);
}
