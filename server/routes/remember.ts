import { stat } from 'node:fs/promises';

/**
 * `read`, remembered until the file or folder at `path` is replaced. We only ever replace
 * whole files by renaming, so a new one has another inode or time.
 */
export function remember<T>(path: string, read: () => Promise<T>): () => Promise<T> {
  let seen: string | undefined;
  let kept: Promise<T> | undefined;
  return async () => {
    const { ino, mtimeNs } = await stat(path, { bigint: true }).catch(() => ({ ino: 0n, mtimeNs: 0n }));
    const stamp = `${ino} ${mtimeNs}`;
    if (kept && stamp === seen) return kept;
    seen = stamp;
    kept = read();
    kept.catch(() => {
      kept = undefined;
    });
    return kept;
  };
}
