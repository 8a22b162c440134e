import { useEffect, useRef } from 'react';

/** Where a letter is a letter: a field, a list that is opened by letters, or anything over the page. */
const TYPING = [
  'textarea, select, [contenteditable], [role=menu], [role=listbox], dialog',
  'input:not([type=radio], [type=checkbox])',
].join(', ');

/** Where Enter presses something by itself. */
const PRESSES = 'a, button, summary, input, [role=menuitem]';

/** Keys of the screen, by their lower-case names (`j`, `enter`); never while something is being typed. */
export function useKeys(acts: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const act = latest.current[key];
      if (act === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const on = event.target instanceof Element ? event.target : null;
      if (on?.closest(TYPING) || (key === 'enter' && on?.closest(PRESSES))) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
