import { useState } from 'react';
import { useDesk } from '#web/ask/desk.tsx';
import { registerFigure } from '#web/ask/figures.ts';
import type { Picture } from './use-picture.ts';

type Registering = { state: 'idle' | 'copied' | 'failed'; reason: string };

/** Copies something that names the figure, once the server keeps what its code stands for; `register` keeps it alone. */
export function useRegistered(
  picture: Picture,
): Registering & { copy: (text: string) => Promise<void>; register: () => Promise<void> } {
  const { opened } = useDesk();
  const [registering, setRegistering] = useState<Registering>({ state: 'idle', reason: '' });
  const register = () => {
    const { filter, area, here } = picture;
    const asked = area === null ? filter : { ...filter, areas: [area] };
    return registerFigure(here.code, asked, { expectedBand: true }, opened.manifest);
  };
  const copy = async (text: string) => {
    try {
      await register();
      await navigator.clipboard.writeText(text);
      setRegistering({ state: 'copied', reason: '' });
    } catch (thrown) {
      setRegistering({ state: 'failed', reason: thrown instanceof Error ? thrown.message : String(thrown) });
    }
    setTimeout(() => setRegistering({ state: 'idle', reason: '' }), 4000);
  };
  return { ...registering, copy, register };
}
