import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HandOut } from '#data/schema/records/hand-out.ts';
import { useMay } from '#web/ask/session.tsx';
import { longDate } from '#web/chart/week-axis.ts';
import { Button } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { FileButton } from './file-button.tsx';
import css from './parts.module.css';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import { words } from './words.ts';

/** The pages that this group was given before. */
export function Earlier({ released }: { released: readonly HandOut[] }) {
  const mayWrite = useMay('hand-out.write');
  const [withdrawing, withdraw] = useState<HandOut | null>(null);
  return (
    <section className={css.part} aria-labelledby="part-earlier">
      <h2 id="part-earlier">{words.earlier}</h2>
      {released.length === 0 && <p className="caption">{words.noneEarlier}</p>}
      <ul className={css.rows}>
        {released.map((handOut) => {
          const { handOutId, releasedAt, withdrawnAt, code } = handOut;
          return (
            <li key={handOutId} className={css.earlier}>
              <p>
                <Link to="/hand-outs/$handOutId" params={{ handOutId }} className="link">
                  {words.pageOf(words.windowOf(handOut))}
                </Link>
              </p>
              <p className="caption">
                {words.releasedOn(longDate(releasedAt.slice(0, 10)))} <span className="code">{code}</span>{' '}
                {withdrawnAt !== null && <Tag>{words.withdrawnTag}</Tag>}
              </p>
              <div className={css.rowActs}>
                <FileButton small handOutId={handOutId} ending="en.letter.pdf" label={words.pdfOf('en')} />
                <FileButton small handOutId={handOutId} ending="es.letter.pdf" label={words.pdfOf('es')} />
                {mayWrite && withdrawnAt === null && (
                  <Button small look="quiet" onClick={() => withdraw(handOut)}>
                    {words.withdraw}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {withdrawing && <WithdrawDialog handOut={withdrawing} onClose={() => withdraw(null)} />}
    </section>
  );
}
