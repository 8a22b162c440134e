import { CODINGS, type Coding } from '#server/extract/packed-file.ts';

/** The best coding we keep that the client takes; null: send it as it is (RFC 9110, 12.5.3). */
export function pickCoding(acceptEncoding: string | undefined, kept: readonly Coding[]): Coding | null {
  const accepted = new Map(
    (acceptEncoding ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, q === undefined ? 1 : Number(q.slice(2))];
    }),
  );
  const takes = (coding: Coding) => (accepted.get(coding) ?? accepted.get('*') ?? 0) > 0;
  return CODINGS.map(({ coding }) => coding).find((coding) => kept.includes(coding) && takes(coding)) ?? null;
}

/** Both ends inclusive. */
export type ByteRange = { first: number; last: number };

/** The one range asked for; null: none, or several, or not in bytes, so send all (RFC 9110, 14.2). */
export function readRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '') return suffix(Number(to), size);
  const range = { first: Number(from), last: Math.min(to === '' ? size - 1 : Number(to), size - 1) };
  if (to !== '' && Number(to) < range.first) return null;
  return range.first < size ? range : 'unsatisfiable';
}

function suffix(length: number, size: number): ByteRange | 'unsatisfiable' {
  if (length === 0 || size === 0) return 'unsatisfiable';
  return { first: Math.max(0, size - length), last: size - 1 };
}

/** Whether a list of entity tags names this one (weak comparison, RFC 9110, 13.1.2). */
export function namesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((part) => part.trim().replace(/^W\//, '') === tag);
}
