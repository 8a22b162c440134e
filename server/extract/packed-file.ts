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

/** Brotli at 5 is as fast as gzip at 6 and a fifth smaller; above that, time grows and size hardly falls. */
export async function pack(content: Uint8Array): Promise<Record<Coding, Buffer>> {
  const [br, gz] = await Promise.all([
    brotli(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
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
