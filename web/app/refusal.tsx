import type { ReactNode } from 'react';
import type { Trouble } from '#web/compute/door.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Logo } from './logo.tsx';
import css from './opening.module.css';
import { words } from './words.ts';

function Page({ children }: { children: ReactNode }) {
  return (
    <main className={css.opening}>
      <div className={css.brand}>
        <Logo />
        <b>{words.brand}</b>
      </div>
      <div className={css.shape}>{children}</div>
    </main>
  );
}

/** The door did not open: what failed, that nothing is shown, and the way out. */
export function Refusal({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  const retry = (
    <Button look="filled" onClick={onRetry}>
      {words.again}
    </Button>
  );
  if (trouble.code === 'signed-out') {
    return (
      <Page>
        <Notice kind="locked" title={words.signedOutTitle} actions={retry}>
          {words.signedOut}
        </Notice>
      </Page>
    );
  }
  const isTooLarge = trouble.code === 'too-large';
  return (
    <Page>
      <Notice kind="fault" title={isTooLarge ? words.tooLargeTitle : words.openFailedTitle} actions={retry}>
        <p>{sentence(trouble.message)}</p>
        <p>{isTooLarge ? words.tooLarge : words.nothingShown}</p>
      </Notice>
    </Page>
  );
}

/** After Lock: the door is closed and everything behind it forgotten. */
export function Locked({ onUnlock }: { onUnlock: () => void }) {
  return (
    <Page>
      <Notice
        kind="locked"
        title={words.lockedTitle}
        actions={
          <Button look="filled" onClick={onUnlock}>
            {words.unlock}
          </Button>
        }
      >
        {words.locked}
      </Notice>
    </Page>
  );
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
