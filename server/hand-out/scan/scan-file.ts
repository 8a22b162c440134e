import { findLeaks } from './find-leaks.ts';
import type { Expected, FileKind, Leak, Opened } from './leak.ts';
import { readHtml } from './read-html.ts';
import { readOffice } from './read-office.ts';
import { readPdf } from './read-pdf.ts';

/**
 * Opens a finished file again, as whoever receives it can, and finds everything in it that the page does not say or that
 * must not leave. It knows nothing of how the file was made: what got in by another way than the gate is found here.
 */
export async function scanFile(bytes: Uint8Array, kind: FileKind, expected: Expected): Promise<Leak[]> {
  return findLeaks(await open(bytes, kind, expected), expected);
}

function open(bytes: Uint8Array, kind: FileKind, { content }: Expected): Opened | Promise<Opened> {
  if (kind === 'pdf') return readPdf(bytes, content);
  if (kind === 'html') return readHtml(new TextDecoder().decode(bytes), content);
  return readOffice(bytes, kind, content);
}
