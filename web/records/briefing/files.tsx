import { useState } from 'react';
import type { HandOut, HandOutFacts, HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { useMay } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { FileButton, fileOf } from './file-button.tsx';
import css from './files.module.css';
import { handOutWords } from './hand-out-words.ts';
import parts from './parts.module.css';
import { SendDialog } from './send-dialog.tsx';
import { words } from './words.ts';

const LANGUAGES: readonly HandOutLanguage[] = ['en', 'es'];
const KINDS = [
  { ending: 'letter.pdf', label: handOutWords.pdfLetter },
  { ending: 'a4.pdf', label: handOutWords.pdfA4 },
  { ending: 'docx', label: handOutWords.word },
  { ending: 'pptx', label: handOutWords.slides },
];

/** Everything the page is there as, the two that are printed first. */
export function Files({ handOut, facts }: { handOut: HandOut; facts: HandOutFacts }) {
  const { handOutId, groupId, withdrawnAt } = handOut;
  const maySend = useMay('hand-out.send');
  const [isSending, setSending] = useState(false);
  return (
    <section className={parts.part} aria-labelledby="part-files">
      <h2 id="part-files">{handOutWords.files}</h2>
      {LANGUAGES.map((language) => (
        <div key={language} className={css.line}>
          <h3>{words.languages[language]}</h3>
          {KINDS.map(({ ending, label }) => (
            <FileButton
              key={ending}
              handOutId={handOutId}
              ending={`${language}.${ending}`}
              label={label}
              named={`${label}, ${words.languages[language]}`}
              look={language === 'en' && ending === 'letter.pdf' ? 'filled' : 'plain'}
            />
          ))}
          <a className="link" href={fileOf(handOutId, `${language}.html`)} target="_blank" rel="noreferrer">
            {handOutWords.twin}
            <span className="visually-hidden">, {words.languages[language]}</span>
          </a>
        </div>
      ))}
      <div className={css.line}>
        {facts.next && (
          <a className="link" href={`/area/${encodeURIComponent(groupId)}/meeting.ics`} download>
            {handOutWords.calendar}
          </a>
        )}
        {withdrawnAt === null && (
          <a
            className="link"
            href={`/area/${encodeURIComponent(groupId)}/${encodeURIComponent(handOutId)}`}
            target="_blank"
            rel="noreferrer"
          >
            {handOutWords.publicPage}
          </a>
        )}
        {maySend && (
          <Button
            unavailable={withdrawnAt === null ? undefined : handOutWords.withdrawnNot}
            onClick={() => setSending(true)}
          >
            {handOutWords.send}
          </Button>
        )}
      </div>
      {isSending && <SendDialog handOut={handOut} onClose={() => setSending(false)} />}
    </section>
  );
}
