import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SweepVerdict } from '#data/schema/records/sweep.ts';
import { clockInWords, momentInWords } from '#web/ask/date-words.ts';
import { useSession } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { listed } from '#web/ui/words.ts';
import css from './verdict.module.css';
import { words } from './words.ts';

type Props = {
  verdict: SweepVerdict;
  by: string;
  mayJudge: boolean;
  onRethink: () => void;
  onTakeBack: () => Promise<unknown>;
};

/** What is decided, by whom, why, and who was told. */
export function Standing({ verdict, by, mayJudge, onRethink, onTakeBack }: Props) {
  const { nowLocal } = useSession();
  const { choice, reason, watchFrom, patternId, sentTo, updatedAt } = verdict;
  const [trouble, setTrouble] = useState<string | null>(null);
  const told = sentTo.map(({ name }) => name);
  return (
    <div className={css.standing}>
      <p className={css.decided}>
        <Icon name="check" />
        <b>{words.decided[choice]}</b>
      </p>
      {choice === 'watch' && watchFrom !== null && <p>{words.watchMeans(String(watchFrom))}.</p>}
      {reason !== '' && <p className={css.why}>{reason}</p>}
      {patternId && <PatternLink patternId={patternId} />}
      <p className="caption">{words.by(by, momentWithClock(updatedAt, nowLocal))}</p>
      <p className="caption">{told.length === 0 ? words.sentNobody : words.sent(listed(told, 6))}</p>
      {trouble && (
        <Notice kind="fault" title={words.notTakenBack}>
          {trouble}
        </Notice>
      )}
      {mayJudge && (
        <div className={css.buttons}>
          <Button onClick={onRethink}>{words.rethink}</Button>
          <Button icon="undo" onClick={() => void onTakeBack().catch((cause: Error) => setTrouble(cause.message))}>
            {words.takeBack}
          </Button>
        </div>
      )}
    </div>
  );
}

export const PatternLink = ({ patternId }: { patternId: string }) => (
  <Link to="/patterns/$patternId" params={{ patternId }} className="link">
    {words.open(patternId)}
  </Link>
);

/** "Dismissed: Known event", "Watch, from 12", "Pattern made, P-0007". */
export function decidedInWords({ choice, reason, patternId }: SweepVerdict): string {
  const said = words.decided[choice];
  if (choice === 'pattern') return patternId === null ? said : `${said}, ${patternId}`;
  return reason === '' ? said : `${said}: ${reason}`;
}

function momentWithClock(local: string, nowLocal: string): string {
  const said = momentInWords(local, nowLocal);
  return /am|pm/.test(said) ? said : `${said}, ${clockInWords(local)}`;
}
