import type { Bulletin } from '#data/schema/records/pattern.ts';
import { momentInWords } from '#web/ask/date-words.ts';
import { useSession } from '#web/ask/session.tsx';
import { listed } from '#web/ui/words.ts';
import css from './pattern.module.css';
import { words } from './words.ts';

const ENDINGS = [
  { ending: 'html', label: words.page },
  { ending: 'pdf', label: words.pdf },
  { ending: 'docx', label: words.word },
] as const;

const documentOf = (bulletinId: string, ending: string): string =>
  `/api/records/bulletins/${encodeURIComponent(bulletinId)}.${ending}`;

/** What was sent, as it was sent. */
export function Bulletins({ bulletins }: { bulletins: readonly Bulletin[] }) {
  const { nowLocal } = useSession();
  return (
    <section className={css.sent} aria-label={words.sentTitle}>
      <h2>{words.sentTitle}</h2>
      {bulletins.length === 0 && <p className="caption">{words.noneSent}</p>}
      <ul>
        {bulletins.map(({ bulletinId, sentAt, sentTo, hash }) => (
          <li key={bulletinId}>
            <p>
              <span className="code">{bulletinId}</span> {momentInWords(sentAt, nowLocal)}
            </p>
            <p className="caption">
              {words.sentTo(
                listed(
                  sentTo.map(({ name }) => name),
                  6,
                ),
              )}
            </p>
            <p className={css.links}>
              {ENDINGS.map(({ ending, label }) => (
                <a
                  key={ending}
                  className="link"
                  href={documentOf(bulletinId, ending)}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={words.bulletinName(bulletinId, label)}
                >
                  {label}
                </a>
              ))}
            </p>
            <p className={`caption ${css.hash}`}>
              {words.hash} {hash}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
