import { useEffect } from 'react';

const PAUSE = 700; // milliseconds after the last key

/** Saves what is typed once the hands rest, and asks before the page is left while something is unsaved. */
export function useAutosave(save: () => Promise<unknown>, isWanted: boolean) {
  useEffect(() => {
    if (!isWanted) return undefined;
    const timer = setTimeout(() => void save(), PAUSE);
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', onLeave);
    return () => {
      clearTimeout(timer);
      removeEventListener('beforeunload', onLeave);
    };
  }, [isWanted, save]); // a new key is a new save, and starts the pause again
}
