import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // without I, L, O, U: read over the phone

/**
 * The code under a printed figure, `CB-XXXX-XXXX`: names one question over one manifest
 * and one version of each boundary layer. 40 bits of SHA-256 over canonical JSON, so two
 * of a million figures share a code with a chance near one half: whoever keeps codes
 * must look the question up and compare it, not trust the code alone.
 */
export function figureCode(
  question: unknown,
  manifest: string,
  areaVersions: Readonly<Record<string, string>> | readonly string[],
): string {
  const digest = sha256(utf8ToBytes(canonicalJson({ areaVersions, manifest, question })));
  const bits = digest.subarray(0, 5).reduce((number, byte) => number * 256n + BigInt(byte), 0n as bigint);
  const letters = Array.from({ length: 8 }, (_, i) => CROCKFORD[Number((bits >> BigInt(35 - 5 * i)) & 31n)]).join('');
  return `CB-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** JSON with the keys of every object in order and nothing undefined, so that equal questions are equal text. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`a question holds ${value}, which JSON cannot say`);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
}
