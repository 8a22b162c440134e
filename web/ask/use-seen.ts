import { useSyncExternalStore } from 'react';

const KEPT_AS = 'commonbeat.seen';
const listeners = new Set<() => void>();
type Seen = { week: string; keys: string[] };

/** Which series of the judged week this browser's user has opened. A new week begins with none. */
export function useSeen(week: string): { isSeen: (key: string) => boolean; see: (key: string) => void } {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => localStorage.getItem(KEPT_AS) ?? '',
  );
  const seen = readSeen(text, week);
  return {
    isSeen: (key) => seen.keys.includes(key),
    see: (key) => {
      if (seen.keys.includes(key)) return;
      localStorage.setItem(KEPT_AS, JSON.stringify({ week, keys: [...seen.keys, key] }));
      for (const listener of listeners) listener();
    },
  };
}

/** Forgets what was seen; at lock nothing about places may stay in the browser. */
export function forgetSeen(): void {
  localStorage.removeItem(KEPT_AS);
}

function readSeen(text: string, week: string): Seen {
  const none = { week, keys: [] };
  try {
    const kept: Partial<Seen> | null = JSON.parse(text);
    if (kept?.week !== week || !Array.isArray(kept.keys)) return none;
    return { week, keys: kept.keys.filter((key) => typeof key === 'string') };
  } catch {
    return none; // nothing kept yet, or another version's words
  }
}
