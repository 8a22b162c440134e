import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { DataRefused } from '#server/errors.ts';

/** How far a zipped boundary file may unfold. */
export const MAX_UNZIPPED_BYTES = 1 << 30;
const MAX_RATIO = 500;
const MAX_FILES = 1_000;

/** Reads the members of a zip that `wanted` names. Counts what really comes out, whatever the archive claims. */
export async function unzip(
  bytes: Buffer,
  file: string,
  wanted: (name: string) => boolean,
  maxBytes = MAX_UNZIPPED_BYTES,
): Promise<Map<string, Buffer>> {
  const members = new Map<string, Buffer>();
  const allowed = Math.min(maxBytes, Math.max(bytes.length * MAX_RATIO, 16 << 20));
  let unfolded = 0;
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
    if (zip.entryCount > MAX_FILES) throw new DataRefused(`it holds ${zip.entryCount} files`, { file });
    for await (const entry of zip.eachEntry()) {
      if (!wanted(entry.fileName)) continue;
      if (entry.isEncrypted()) throw new DataRefused(`${entry.fileName} is encrypted`, { file });
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        if (!Buffer.isBuffer(chunk)) continue;
        unfolded += chunk.length;
        if (unfolded > allowed) throw new DataRefused(`unzipped it is larger than ${allowed} bytes`, { file });
        chunks.push(chunk);
      }
      const content = Buffer.concat(chunks);
      if (crc32(content) !== entry.crc32) throw new DataRefused(`${entry.fileName} is damaged`, { file });
      members.set(entry.fileName, content);
    }
  } catch (error) {
    if (error instanceof DataRefused) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new DataRefused(`the zip archive cannot be read (${why}); fetch or pack it again`, { file }, error);
  }
  return members;
}
