import { Link } from '@tanstack/react-router';
import type { Pattern } from '#data/schema/records/pattern.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Tag } from '#web/ui/tag.tsx';
import css from './pattern.module.css';
import type { DraftDesk } from './use-draft.ts';
import { words } from './words.ts';

/** Which pattern this is, where it came from, and how it stands. */
export function PatternHead({ pattern, name, desk }: { pattern: Pattern; name: string; desk: DraftDesk | null }) {
  const { patternId, source, createdAt, code, status, closedWhy } = pattern;
  return (
    <header className={css.head}>
      <Link to="/patterns" className={css.back ?? ''}>
        <Icon name="left" size={12} />
        {words.back}
      </Link>
      <h1>{name}</h1>
      <p className={css.about}>
        <span className="code">{patternId}</span>
        {status === 'closed' && <Tag look="line">{words.closed}</Tag>}
        <span className="caption">{words.madeFrom(source, createdAt)}</span>
        {code !== null && (
          <Link to="/figure/$code" params={{ code }} className="link">
            {words.figure(code)}
          </Link>
        )}
      </p>
      {status === 'closed' && <p>{words.closedOn(closedWhy)}</p>}
      {desk && status === 'closed' && (
        <Button
          small
          onClick={() => void desk.save({ status: 'open' })}
          unavailable={desk.isSaving ? words.saving : undefined}
        >
          {words.reopen}
        </Button>
      )}
    </header>
  );
}
