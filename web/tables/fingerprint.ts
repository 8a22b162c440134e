import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * First 32 hex digits of the SHA-256: the name an extract must carry. Browsers give
 * their own (fast) digest only to https and localhost; a plain-http department gets ours.
 */
export async function fingerprintOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = globalThis.crypto?.subtle
    ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    : sha256(bytes);
  return bytesToHex(digest).slice(0, 32);
}
