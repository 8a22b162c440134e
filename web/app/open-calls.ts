import { toTrouble } from '#web/ask/trouble.ts';
import type { Door, Opened, Progress } from '#web/compute/door.ts';

export type OpenCalls = { opened: Opened; missed: string | null };

/**
 * The calls of now, or those that a former manifest names. Where these cannot be had whole any more, those of now: a
 * part of what a figure was made from would show another number under its code.
 */
export async function openCalls(
  door: Pick<Door, 'open'>,
  manifest: string | null,
  onProgress: (progress: Progress) => void,
): Promise<OpenCalls> {
  const former = manifest === null ? null : await openFormer(door, manifest, onProgress);
  if (former !== null) return { opened: former, missed: null };
  return { opened: await door.open(onProgress), missed: manifest };
}

async function openFormer(
  door: Pick<Door, 'open'>,
  manifest: string,
  onProgress: (progress: Progress) => void,
): Promise<Opened | null> {
  try {
    const opened = await door.open(onProgress, manifest);
    return opened.isFormer && opened.unreadable.length > 0 ? null : opened;
  } catch (thrown) {
    if (toTrouble(thrown).code === 'unreadable') return null;
    throw thrown;
  }
}

/** Whether these calls are what an address asks for; null: those of now. */
export const isWanted = ({ opened, missed }: OpenCalls, manifest: string | null): boolean => {
  if (manifest === null) return !opened.isFormer;
  return opened.manifest.manifest === manifest || missed === manifest;
};
