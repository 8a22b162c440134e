import { type RefObject, useLayoutEffect, useState } from 'react';
import { type MapTokens, readTokens } from './read-tokens.ts';

export type Theme = 'light' | 'dark' | 'paper';

/** The color tokens in force at an element, read again when the theme changes. Null until it is on the page. */
export function useTokens(element: RefObject<Element | null>, theme: Theme): MapTokens | null {
  const [tokens, setTokens] = useState<{ theme: Theme; read: MapTokens } | null>(null);
  useLayoutEffect(() => {
    if (element.current) setTokens({ theme, read: readTokens(element.current) });
  }, [element, theme]);
  return tokens?.read ?? null;
}
