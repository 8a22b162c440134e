import type { ReactNode } from 'react';
import css from './door-page.module.css';
import { Logo } from './logo.tsx';
import { words } from './words.ts';

/** The page before anybody is signed in: one card, with the name of the house above it. */
export function DoorPage({ city, wide = false, children }: { city?: string; wide?: boolean; children: ReactNode }) {
  return (
    <main className={css.page}>
      <div className={wide ? `${css.card} ${css.wide}` : css.card}>
        <div className={css.brand}>
          <Logo />
          <b>{words.brand}</b>
          {city && <span>{city}</span>}
        </div>
        {children}
      </div>
    </main>
  );
}
