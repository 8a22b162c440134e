import { useState } from 'react';
import { useDesk } from '#web/ask/desk.tsx';
import { registerFigure } from '#web/ask/figures.ts';
import type { Picture } from './use-picture.ts';

type Registering = { state: 'idle' | 'copied' | 'failed'; reason: string };

/** Copies something that names the figure, once the server keeps what its code stands for. */
export function useRegistered(picture: Picture): Registering & { copy: (text: string) => Promise<void> } {
  const { opened } = useDesk();
  const [registering, setRegistering] = useState<Registering>({ state: 'idle', reason: '' });
  const copy = async (text: string) => {
    const { filter, area, here } = picture;
    const asked = area === null ? filter : { ...filter, areas: [area] };
    try {
      await registerFigure(here.code, asked, { expectedBand: true }, opened.manifest);
      await navigator.clipboard.writeText(text);
      setRegistering({ state: 'copied', reason: '' });
    } catch (thrown) {
      setRegistering({ state: 'failed', reason: thrown instanceof Error ? thrown.message : String(thrown) });
    }
    setTimeout(() => setRegistering({ state: 'idle', reason: '' }), 4000);
  };
  return { ...registering, copy };
}
