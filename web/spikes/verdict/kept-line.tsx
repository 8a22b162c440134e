import { useState } from 'react';
import type { SweepVerdict } from '#data/schema/records/sweep.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { listed } from '#web/ui/words.ts';
import { decidedInWords, PatternLink } from './standing.tsx';
import css from './verdict.module.css';
import { words } from './words.ts';

/** What was last kept, or taken back. */
export type Last = { verdict: SweepVerdict; is: 'kept' | 'taken-back' };

/** After a verdict: what was kept and who was told, with the way back. It stays until the next one. */
export function KeptLine({ last, onTakeBack }: { last: Last; onTakeBack: () => Promise<unknown> }) {
  const { verdict, is } = last;
  const [trouble, setTrouble] = useState<string | null>(null);
  const told = verdict.sentTo.map(({ name }) => name);
  return (
    <div className={css.last} role="status">
      <Icon name={is === 'kept' ? 'check' : 'undo'} />
      <p>
        {is === 'kept' ? (
          <>
            <b>{words.kept(verdict.title)}</b> {decidedInWords(verdict)}.{' '}
            {told.length > 0 ? words.sent(listed(told, 6)) : words.sentNobody}{' '}
            {verdict.patternId && <PatternLink patternId={verdict.patternId} />}
          </>
        ) : (
          <>
            <b>{words.takenBack(verdict.title)}</b> {told.length > 0 && words.stillTold(listed(told, 6))}{' '}
            {verdict.patternId && words.patternStays(verdict.patternId)}
          </>
        )}
        {trouble && (
          <span role="alert">
            {' '}
            {words.notTakenBack}: {trouble}
          </span>
        )}
      </p>
      {is === 'kept' && (
        <Button
          look="quiet"
          small
          icon="undo"
          onClick={() => void onTakeBack().catch((cause: Error) => setTrouble(cause.message))}
        >
          {words.takeBack}
        </Button>
      )}
    </div>
  );
}
