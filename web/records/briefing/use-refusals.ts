import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HandOutLanguage } from '#data/schema/records/hand-out.ts';
import type { Print } from './preview.tsx';
import { words } from './words.ts';

export type Refusal = { readonly language: HandOutLanguage; readonly why: string };

/** Why there is no page at an address, in the server's own words; null where there is one. */
export async function whyNoPage(path: string): Promise<string | null> {
  const response = await fetch(path).catch(() => null);
  if (response?.ok) return null;
  const answer: unknown = await response?.json().catch(() => null);
  const { detail } = (answer ?? {}) as { detail?: unknown }; // the row boundary: a problem of our own server
  return typeof detail === 'string' ? detail : words.noPage;
}

/** In which languages the page cannot be printed. The one in sight tells by itself, the other one is asked for behind it. */
export function useRefusals(pathOf: (print: Print) => string, print: Print) {
  const [seen, setSeen] = useState<{ path: string; why: string } | null>(null);
  const other: HandOutLanguage = print.language === 'en' ? 'es' : 'en';
  const path = pathOf({ ...print, language: other });
  const { data = null } = useQuery({ queryKey: ['no-page', path], queryFn: () => whyNoPage(path), gcTime: 0 });
  const refusals: Refusal[] = [];
  if (seen?.path === pathOf(print)) refusals.push({ language: print.language, why: seen.why });
  if (data !== null) refusals.push({ language: other, why: data });
  return { refusals, onRefused: (at: string, why: string) => setSeen({ path: at, why }) };
}
