import { useEffect, useRef } from 'react';

const MEANS: Readonly<Record<string, 'next' | 'back' | 'acknowledge' | 'end'>> = {
  ...{ arrowright: 'next', j: 'next', pagedown: 'next' },
  ...{ arrowleft: 'back', k: 'back', pageup: 'back' },
  ...{ a: 'acknowledge', escape: 'end' },
};

export type Acts = Readonly<Record<'next' | 'back' | 'acknowledge' | 'end', () => void>>;

/** The keys of the meeting, and of a presenter's remote; not while somebody types or a dialog is open. */
export function useKeys(acts: Acts): void {
  const now = useRef(acts);
  now.current = acts;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const meant = MEANS[event.key.toLowerCase()];
      const isBusy = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog');
      if (meant === undefined || isBusy || event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      now.current[meant]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
