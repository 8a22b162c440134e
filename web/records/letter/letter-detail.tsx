import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MailIn } from '#data/schema/records/mail.ts';
import { momentInWords } from '#web/ask/date-words.ts';
import { LongField } from '#web/records/shared/long-field.tsx';
import type { Act } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './letters.module.css';
import { isOpen, mayAsk, mayBeAboutOfficer, type Parts } from './use-letters.ts';
import { words } from './words.ts';

export type Asked = 'ask' | 'set-aside' | 'route-out';
type Props = {
  letter: MailIn;
  parts: Parts;
  isDraft: boolean; // somebody here wrote in the parts
  act: Act;
  nowLocal: string;
  onParts: (parts: Parts) => void;
  onFile: () => void;
  onAct: (name: Asked) => void;
};

/** One letter as plain words, why it stands where it stands, and its three parts to mend. */
export function LetterDetail({ letter, parts, isDraft, act, nowLocal, onParts, onFile, onAct }: Props) {
  const { mailId, from, subject, text, receivedAt, sizeBytes } = letter;
  return (
    <article className={css.detail} aria-label={subject || mailId}>
      <header className={css.detailHead}>
        <h2>{subject || words.noSubject}</h2>
        <span className="code">{mailId}</span>
      </header>
      <p className={css.why}>
        <Why letter={letter} />
      </p>
      <dl className={css.facts}>
        <Fact name={words.from}>{from || words.nobody}</Fact>
        <Fact name={words.received}>{momentInWords(receivedAt, nowLocal)}</Fact>
        <Fact name={words.sizeHead}>{words.size(sizeBytes)}</Fact>
      </dl>
      <section>
        <h3>{words.text}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long letter scrolls, also by keyboard */}
        <div className={css.text} tabIndex={0} role="group" aria-label={words.text}>
          {text || <i>{words.noText}</i>}
        </div>
      </section>
      {isOpen(letter) && (
        <PartsForm letter={letter} parts={parts} act={act} onParts={onParts} onFile={onFile} onAct={onAct} />
      )}
      {!isOpen(letter) && isDraft && <Unsent parts={parts} />}
    </article>
  );
}

function Why({ letter: { status, reviewReason, missing, concernId } }: { letter: MailIn }) {
  if (status === 'filed' && concernId !== null) {
    return (
      <>
        {words.why.filed}{' '}
        <Link to={`/concerns/${concernId}`} className="code">
          {concernId}
        </Link>
      </>
    );
  }
  if (status === 'asked') return words.why.asked(missing.filter((part) => part !== 'actions'));
  if (status === 'waiting') return words.why.waiting;
  return status === 'review' ? words.why.review(reviewReason) : words.why['set-aside'](reviewReason);
}

type FormProps = Omit<Props, 'isDraft' | 'nowLocal'>;

function PartsForm({ letter, parts, act, onParts, onFile, onAct }: FormProps) {
  const isReady = parts.words.trim() !== '' && parts.area.trim() !== '';
  const isAboutOfficer = mayBeAboutOfficer(parts);
  return (
    <form
      className={css.parts}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isAboutOfficer && !act.isSending) onFile();
      }}
    >
      <h3>{words.partsTitle}</h3>
      {isAboutOfficer && (
        <Notice
          kind="plain"
          title={words.officerTitle}
          actions={<Button onClick={() => onParts({ ...parts, aboutOfficer: 'no' })}>{words.officerNo}</Button>}
        >
          {words.officer}
        </Notice>
      )}
      <LongField
        label={words.concern}
        value={parts.words}
        maxLength={4000}
        rows={4}
        fault={act.fault('words')}
        onChange={(event) => onParts({ ...parts, words: event.currentTarget.value })}
      />
      <LongField
        label={words.area}
        hint={words.areaHint}
        value={parts.area}
        maxLength={300}
        rows={1}
        fault={act.fault('area')}
        onChange={(event) => onParts({ ...parts, area: event.currentTarget.value })}
      />
      <LongField
        label={words.actions}
        value={parts.actions}
        maxLength={4000}
        rows={2}
        fault={act.fault('actions')}
        onChange={(event) => onParts({ ...parts, actions: event.currentTarget.value })}
      />
      <div className={css.acts}>
        <Button
          look={isAboutOfficer ? 'plain' : 'filled'}
          type="submit"
          unavailable={!isReady ? words.fileWhy : isAboutOfficer ? words.officerFirst : undefined}
        >
          {words.file}
        </Button>
        <Button keyHint="Q" unavailable={mayAsk(letter) ? undefined : words.askNobody} onClick={() => onAct('ask')}>
          {words.ask}
        </Button>
        <Button keyHint="X" onClick={() => onAct('set-aside')}>
          {words.setAside}
        </Button>
        <Button look={isAboutOfficer ? 'filled' : 'plain'} onClick={() => onAct('route-out')}>
          {words.routeOut}
        </Button>
      </div>
    </form>
  );
}

const Unsent = ({ parts }: { parts: Parts }) => (
  <section className={css.unsent}>
    <h3>{words.unsent}</h3>
    <dl className={css.facts}>
      <Fact name={words.concern}>{parts.words}</Fact>
      <Fact name={words.area}>{parts.area}</Fact>
      <Fact name={words.actions}>{parts.actions}</Fact>
    </dl>
  </section>
);

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
