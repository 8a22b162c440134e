import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

let font: Promise<string> | null = null;

/** Inter as a data URL: a printed page carries its own letters. */
export function pageFont(): Promise<string> {
  font ??= readFile(
    createRequire(import.meta.url).resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
  ).then((bytes) => `data:font/woff2;base64,${bytes.toString('base64')}`);
  return font;
}
