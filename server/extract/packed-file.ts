import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { writeWhole } from '#server/store/store-index.ts';

/** The codings we keep beside a file, by the ending of their names; the best first. */
export const CODINGS = [
  { coding: 'br', ending: '.br' },
  { coding: 'gzip', ending: '.gz' },
] as const;
export type Coding = (typeof CODINGS)[number]['coding'];

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * Both codings of some bytes. Brotli at 5, for extracts, is as fast as gzip at 6 and a fifth smaller;
 * at 10 boundaries lose another third, which is worth a second for what is kept in memory and sent often.
 */
export async function pack(content: Uint8Array, brotliQuality = 5): Promise<Record<Coding, Buffer>> {
  const [br, gz] = await Promise.all([
    brotli(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
    gzipped(content, { level: 6 }),
  ]);
  return { br, gzip: gz };
}

/** Writes `path.br` and `path.gz`, so that no request has to compress. */
export async function writePacked(path: string, content: Uint8Array): Promise<void> {
  const packed = await pack(content);
  for (const { coding, ending } of CODINGS) await writeWhole(path + ending, packed[coding]);
}

/** The same for a file that lies at `path`, unless both lie beside it already. */
export async function packBeside(path: string): Promise<void> {
  if (CODINGS.every(({ ending }) => existsSync(path + ending))) return;
  await writePacked(path, await readFile(path));
}
