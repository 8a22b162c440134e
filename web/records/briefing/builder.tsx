import { useEffect, useState } from 'react';
import type { HandOutDesk } from '#data/schema/records/hand-out.ts';
import { useMay } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { Live } from '#web/ui/live.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { answerOn } from './answer-on.ts';
import css from './builder.module.css';
import { CallsPart } from './calls-part.tsx';
import { CheckPart } from './check-part.tsx';
import { PARTS } from './choices.ts';
import { Clash } from './clash.tsx';
import { DaysPart } from './days-part.tsx';
import { Earlier } from './earlier.tsx';
import { ItemSection } from './item-section.tsx';
import { LinePart } from './line-part.tsx';
import type { Pointed } from './pointed.ts';
import { Preview, type Print } from './preview.tsx';
import { TopBar } from './top-bar.tsx';
import { deskPath, type Wish } from './use-desk.ts';
import { type Draft, useDraft } from './use-draft.ts';
import { useRefusals } from './use-refusals.ts';
import { words } from './words.ts';

type Props = { groupId: string; desk: HandOutDesk; trouble: Error | null; wish: Wish };

/** At the left what may stand on the page, at the right the page; above both the release check and the release. */
export function Builder({ groupId, desk, trouble, wish }: Props) {
  const mayWrite = useMay('hand-out.write');
  const draft = useDraft(groupId, desk, wish, mayWrite);
  const [print, setPrint] = useState<Print>({ language: 'en', paper: 'letter' });
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [shows, show] = useState<'choose' | 'page'>('choose');
  const [answer, setAnswer] = useState<string | null>(null);
  const [told, setTold] = useState('');
  useUndoKeys(draft, mayWrite, setTold);
  const pathOf = (next: Print) => previewPath(groupId, desk, next, 'html');
  const { refusals, onRefused } = useRefusals(pathOf, print);
  const isEmpty = desk.offered.every(({ part }) => part === 'tip');
  return (
    <>
      <TopBar {...{ groupId, desk, draft, mayWrite }} isPrintable={refusals.length === 0} onTold={setTold} />
      <Live>{told}</Live>
      <div className={css.over}>
        {!mayWrite && <Notice kind="plain" title={words.readOnly} />}
        {trouble && (
          <Notice kind="stale" title={words.failed}>
            {trouble.message}
          </Notice>
        )}
        {draft.trouble && (
          <Notice kind="fault" title={words.unsaved} actions={<Button onClick={draft.retry}>{words.again}</Button>}>
            {draft.trouble}
          </Notice>
        )}
        {draft.clash && <Clash desk={desk} draft={draft} theirs={draft.clash} />}
        <CheckPart
          faults={desk.faults}
          refusals={refusals}
          isCurrent={draft.saving === 'saved' || draft.saving === 'suggested'}
          onPoint={(fault) => {
            show('choose');
            setPointed({ ...fault });
          }}
        />
      </div>
      <div className={css.tabs}>
        <Segmented
          label={words.view}
          value={shows}
          segments={[
            { value: 'choose', label: words.choose },
            { value: 'page', label: words.thePage },
          ]}
          onChange={show}
        />
      </div>
      <div className={css.columns} data-shows={shows}>
        <div className={css.choose}>
          <fieldset className={css.fields} disabled={!mayWrite}>
            <legend className="visually-hidden">{words.choose}</legend>
            <DaysPart desk={desk} draft={draft} />
            <CallsPart facts={desk.facts} answer={answer} />
            {isEmpty && <Notice kind="plain" title={words.nothingToTell} />}
            {PARTS.map((part) => (
              <ItemSection key={part} part={part} desk={desk} draft={draft} pointed={pointed} />
            ))}
            <LinePart desk={desk} draft={draft} pointed={pointed} />
          </fieldset>
          <Earlier released={desk.released} />
        </div>
        <div className={css.page}>
          <Preview
            pathOf={pathOf}
            print={print}
            onPrint={setPrint}
            onDrawn={(page) => setAnswer(answerOn(page))}
            onRefused={onRefused}
          />
          <p className={css.under}>
            <a className="link" href={previewPath(groupId, desk, print, 'pdf')} target="_blank" rel="noreferrer">
              {words.draftPdf}
            </a>
          </p>
        </div>
      </div>
    </>
  );
}

/** The draft as it is kept, else the page as it is suggested for these days; another page has another address. */
function previewPath(groupId: string, { draft, facts, factsHash }: HandOutDesk, print: Print, ending: 'html' | 'pdf') {
  const { from, to, meeting } = facts;
  const days = draft === null ? { from, to, ...(meeting ? { meetingId: meeting.meetingId } : {}) } : {};
  return `${deskPath(groupId)}/preview.${ending}?${new URLSearchParams({ ...print, ...days, seen: factsHash.slice(0, 12) })}`;
}

/** Ctrl Z and Ctrl Shift Z, but in a field they are the field's own. */
function useUndoKeys(draft: Draft, mayWrite: boolean, onTold: (said: string) => void) {
  useEffect(() => {
    if (!mayWrite) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('textarea, select, dialog');
      if (isTyping || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      const said = event.shiftKey ? draft.redoes : draft.undoes;
      if (said === null) return;
      if (event.shiftKey) draft.redo();
      else draft.undo();
      onTold(event.shiftKey ? words.didRedo(said) : words.didUndo(said));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
