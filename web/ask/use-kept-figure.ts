import { useState } from 'react';
import type { Manifest } from '#data/schema/manifest.ts';
import { type Asked, keepFigure } from './figures.ts';

type KeptFigure = {
  state: 'idle' | 'copied' | 'failed';
  reason: string; // why it failed
  copy: (text: string) => Promise<void>;
  register: () => Promise<void>;
};

/** Copies something that names a figure, once the server keeps what its code stands for; `register` keeps it alone. */
export function useKeptFigure(code: string, asked: Asked, manifest: Manifest): KeptFigure {
  const [keeping, setKeeping] = useState<Pick<KeptFigure, 'state' | 'reason'>>({ state: 'idle', reason: '' });
  const register = () => keepFigure(code, asked, manifest);
  const copy = async (text: string) => {
    try {
      await register();
      await navigator.clipboard.writeText(text);
      setKeeping({ state: 'copied', reason: '' });
    } catch (thrown) {
      setKeeping({ state: 'failed', reason: thrown instanceof Error ? thrown.message : String(thrown) });
    }
    setTimeout(() => setKeeping({ state: 'idle', reason: '' }), 4000);
  };
  return { ...keeping, copy, register };
}
