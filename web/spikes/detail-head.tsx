import type { ReactNode, RefObject } from 'react';
import type { Verdict } from '#data/schema/answer.ts';
import { Button } from '#web/ui/button.tsx';
import { VerdictMark } from '#web/ui/verdict-mark.tsx';
import css from './detail.module.css';
import { words } from './words.ts';

export type Steps = {
  title: RefObject<HTMLHeadingElement | null>;
  last: ReactNode; // what was kept last
  onBack: (() => void) | null;
  onNext: (() => void) | null;
};

/** Which candidate this is, how unusual, and the ways to its neighbors. */
export function DetailHead({ heading, verdict, steps }: { heading: string; verdict: Verdict; steps: Steps }) {
  const { title, last, onBack, onNext } = steps;
  return (
    <>
      {last}
      <header className={css.head}>
        <h1 className={css.title} ref={title} tabIndex={-1}>
          {heading}
        </h1>
        <VerdictMark verdict={verdict} />
        <span className={css.space} />
        {onBack && (
          <Button icon="left" keyHint="K" onClick={onBack}>
            {words.back}
          </Button>
        )}
        {onNext && (
          <Button iconEnd="right" keyHint="J" onClick={onNext}>
            {words.next}
          </Button>
        )}
      </header>
    </>
  );
}
