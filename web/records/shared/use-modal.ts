import { type RefObject, useEffect, useRef } from 'react';

/** A dialog over the page for as long as it is drawn; what is marked `data-first` has the focus, else its first control. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    opened?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => opened?.close();
  }, []);
  return dialog;
}
