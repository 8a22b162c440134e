import { Link } from '@tanstack/react-router';
import type { EscalationList } from '#data/schema/records/escalation.ts';
import type { Notice as Told } from '#data/schema/records/notice.ts';
import { momentInWords } from '#web/ask/date-words.ts';
import { kindName } from '#web/ask/kinds.ts';
import { useSession } from '#web/ask/session.tsx';
import { shortDate } from '#web/chart/week-axis.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { SpeechMark } from '#web/ui/speech-mark.tsx';
import css from './escalations.module.css';
import { words } from './words.ts';

type Props = { told: Told; list: EscalationList; onAnswer: (() => void) | null };

/** One thing that leadership was told, with the concerns that prove it and who has read it. */
export function EscalationCard({ told, list, onAnswer }: Props) {
  const { nowLocal } = useSession();
  return (
    <li className={css.card} tabIndex={onAnswer ? -1 : undefined}>
      <div className={css.cardHead}>
        <h3>{told.title}</h3>
        {onAnswer && (
          <Button look="plain" onClick={onAnswer}>
            {words.acknowledge}
          </Button>
        )}
      </div>
      <p className={css.words}>{told.words}</p>
      <p className="caption">
        {words.told(momentInWords(told.sentAt, nowLocal))} {words.to[told.toRole ?? ''] ?? ''}
      </p>
      <Evidence concernIds={told.concernIds} list={list} />
      {told.acknowledgments.map(({ by, name, at, words: said }) => (
        <p key={by} className={css.read}>
          <Icon name="check" size={16} />
          <span>
            <b>{words.said(name, momentInWords(at, nowLocal))}</b> {said}
          </span>
        </p>
      ))}
    </li>
  );
}

function Evidence({ concernIds, list: { concerns } }: { concernIds: readonly string[]; list: EscalationList }) {
  const known = concerns.filter(({ concernId }) => concernIds.includes(concernId));
  return (
    <ul className={css.evidence} aria-label={words.evidence}>
      {known.map(({ concernId, title, heardAt, category, placeWords, status }) => (
        <li key={concernId}>
          <SpeechMark state={status === 'closed' ? 'answered' : 'open'} size={14} />
          <Link to="/concerns/$concernId" params={{ concernId }} className="link">
            {concernId}
          </Link>
          <span>
            {[title, category === null ? '' : kindName(category), placeWords].filter((part) => part !== '').join(', ')}
          </span>
          <time dateTime={heardAt}>{shortDate(heardAt.slice(0, 10))}</time>
        </li>
      ))}
    </ul>
  );
}
