import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { EarlyWarnings } from '#data/schema/records/register-answers.ts';
import { kindName } from '#web/ask/kinds.ts';
import { Button } from '#web/ui/button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './register.module.css';
import { useWarnings } from './use-warnings.ts';
import { words } from './words.ts';

const SHOWN = 6;

/** What is quietly growing (P3103 V.A.4), each with its evidence and the way to accept it. */
export function Warnings() {
  const { list, error, callsTo, mayReadCalls } = useWarnings();
  const [isWhole, setWhole] = useState(false);
  return (
    <section className={css.panel} aria-label={words.warnings}>
      <h2>{words.warnings}</h2>
      <p className="caption">{words.warningsAbout}</p>
      <p className="caption" role="status">
        {callsTo === null ? words.warningsAlone(mayReadCalls) : words.warningsWith(callsTo)}
      </p>
      {error && <p>{error.message}</p>}
      {list === undefined && !error && <Skeleton height={80} />}
      {list?.length === 0 && <p>{words.warningsNone}</p>}
      <ul>
        {list?.slice(0, isWhole ? list.length : SHOWN).map((warning) => (
          <Warning key={warning.subject} warning={warning} />
        ))}
      </ul>
      {list && list.length > SHOWN && !isWhole && (
        <Button onClick={() => setWhole(true)}>{words.warningsMore(list.length - SHOWN)}</Button>
      )}
    </section>
  );
}

function Warning({ warning: { subject, group, category, evidence } }: { warning: EarlyWarnings[number] }) {
  return (
    <li>
      <b>{group}</b> {category !== null && kindName(category)}
      {evidence.map(({ signal, rule, rows }) => (
        <p key={signal} className="caption">
          {rule}. {rows.length > 0 && <span className="code">{rows.join(' ')}</span>}
        </p>
      ))}
      <Link
        to="/register/$kind/$entryId"
        params={{ kind: 'potential-problem', entryId: 'new' }}
        search={{ warning: subject.replace('\n', '/') }}
        className="link"
      >
        {words.accept}
      </Link>
    </li>
  );
}
