import { MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { type Shade, ShadeContext } from '#web/ask/shade.ts';
import { mantineVariables, theme } from '#web/ui/theme.ts';

const KEPT_AS = 'commonbeat.shade';

// The server writes one number a page into this tag; Mantine's own style elements need it.
const styleNonce = (): string => document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

/** Tokens, Mantine's behavior and the chosen shade. The choice is kept in this browser. */
export function Looks({ children }: { children: ReactNode }) {
  const [shade, setShade] = useState<Shade>(() => (localStorage.getItem(KEPT_AS) === 'dark' ? 'dark' : 'light'));
  useEffect(() => {
    document.documentElement.dataset.theme = shade;
    localStorage.setItem(KEPT_AS, shade);
  }, [shade]);
  usePaleOnPaper(shade);
  return (
    <ShadeContext value={{ shade, setShade }}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={mantineVariables}
        forceColorScheme={shade}
        getStyleNonce={styleNonce}
        withGlobalClasses={false}
      >
        {children}
      </MantineProvider>
    </ShadeContext>
  );
}

/** Paper is white: what is dark on the screen prints as the light shade, or its ink would be too pale to read. */
function usePaleOnPaper(shade: Shade) {
  useEffect(() => {
    const put = (to: Shade) => () => {
      document.documentElement.dataset.theme = to;
    };
    const [onPaper, onScreen] = [put('light'), put(shade)];
    addEventListener('beforeprint', onPaper);
    addEventListener('afterprint', onScreen);
    return () => {
      removeEventListener('beforeprint', onPaper);
      removeEventListener('afterprint', onScreen);
    };
  }, [shade]);
}
