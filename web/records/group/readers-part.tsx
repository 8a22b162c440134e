import { useState } from 'react';
import type { ListedReader } from '#data/schema/records/hand-out.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/tag.tsx';
import css from './page.module.css';
import { Part } from './part.tsx';
import { ReaderChangeDialog, ReaderEndDialog } from './reader-dialogs.tsx';
import { ReaderSignUp } from './reader-sign-up.tsx';
import { readerWords as words } from './reader-words.ts';
import { useRepresentatives } from './use-groups.ts';
import { useReaders } from './use-readers.ts';

type Doing = { what: 'add' } | { what: 'change' | 'end'; readerId: string };

/** Who gets the group's pages by mail because they asked for it, and who ended it. */
export function ReadersPart({ groupId }: { groupId: string }) {
  const today = useSession().nowLocal.slice(0, 10);
  const maySend = useMay('hand-out.send');
  const query = useReaders(groupId);
  const representatives = useRepresentatives(groupId);
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const getsIt = new Set(query.data?.filter(({ endedOn }) => endedOn === null).map((each) => each.representativeId));
  const left = (representatives.data ?? []).filter(
    ({ representativeId, email, validFrom, validTo }) =>
      email !== null && validFrom <= today && (validTo === null || validTo >= today) && !getsIt.has(representativeId),
  );
  const act = maySend && (
    <Button unavailable={left.length === 0 ? words.nobodyToAsk : undefined} onClick={() => setDoing({ what: 'add' })}>
      {words.add}
    </Button>
  );
  return (
    <Part title={words.title} query={query} acts={act}>
      {(readers) => {
        const gone = readers.filter(({ endedOn }) => endedOn !== null);
        const present = readers.filter(({ endedOn }) => endedOn === null);
        const picked =
          doing === null || doing.what === 'add' ? undefined : readers.find((each) => each.readerId === doing.readerId);
        return (
          <>
            {present.length === 0 && <p className="caption">{words.none}</p>}
            <Rows rows={present} onDo={maySend ? setDoing : null} />
            {gone.length > 0 && (
              <details className={css.former}>
                <summary>{words.former(gone.length)}</summary>
                <Rows rows={gone} onDo={null} />
              </details>
            )}
            <p>
              <a className="link" href={`/area/${encodeURIComponent(groupId)}`}>
                {words.publicPage}
              </a>
            </p>
            {doing?.what === 'add' && <ReaderSignUp groupId={groupId} people={left} onClose={close} />}
            {doing?.what === 'change' && picked && <ReaderChangeDialog reader={picked} onClose={close} />}
            {doing?.what === 'end' && picked && <ReaderEndDialog reader={picked} onClose={close} />}
          </>
        );
      }}
    </Part>
  );
}

function Rows({ rows, onDo }: { rows: readonly ListedReader[]; onDo: ((doing: Doing) => void) | null }) {
  return (
    <ul>
      {rows.map(({ readerId, name, position, email, language, consentedOn, consentHow, isInOffice, ...each }) => (
        <li key={readerId} className={css.row}>
          <div className={css.line}>
            <p>
              <b>{name}</b>, {position} <Tag look="line">{words.languages[language]}</Tag>
            </p>
            {onDo && (
              <span className={css.small}>
                <Button
                  small
                  look="quiet"
                  aria-label={words.changeOf(name)}
                  onClick={() => onDo({ what: 'change', readerId })}
                >
                  {words.change}
                </Button>
                <Button
                  small
                  look="quiet"
                  aria-label={words.endOf(name)}
                  onClick={() => onDo({ what: 'end', readerId })}
                >
                  {words.end}
                </Button>
              </span>
            )}
          </div>
          <p className="caption">{email}</p>
          <p className="caption">{words.asked(consentedOn, consentHow)}</p>
          {each.endedOn !== null && <p className="caption">{words.ended(each.endedOn, each.endedHow)}</p>}
          {each.endedOn === null && !isInOffice && <p>{words.left}</p>}
        </li>
      ))}
    </ul>
  );
}
