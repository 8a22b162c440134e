import { Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import type { MailIn } from '#data/schema/records/mail.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { Awaited } from '#web/records/shared/awaited.tsx';
import { useAct } from '#web/records/shared/use-act.ts';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import { type Asked, LetterDetail } from './letter-detail.tsx';
import { AskDialog, RouteOutDialog, SetAsideDialog } from './letter-dialogs.tsx';
import { LetterList } from './letter-list.tsx';
import css from './letters.module.css';
import {
  fileLetter,
  inOrder,
  isOpen,
  LETTERS,
  mayAsk,
  type Parts,
  partsOf,
  sortLetter,
  useLetters,
} from './use-letters.ts';
import { words } from './words.ts';

/** `/letters`: what came by e-mail and wants a person (P3103 V.B.4). */
export function LettersScreen() {
  const mayRead = useMay('mail.review');
  const query = useLetters(mayRead);
  const { data } = query;
  if (!mayRead) {
    return (
      <div className={css.page}>
        <Notice kind="locked" title={words.forbiddenTitle} />
      </div>
    );
  }
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{words.title}</h1>
        <Link to="/triage">{words.triage}</Link>
        <Link to="/operations">{words.operations}</Link>
      </header>
      <Awaited query={query} failed={words.failedTitle} reading={words.loading} height={240} />
      {data && data.letters.length === 0 && <Quiet title={words.noneTitle}>{words.none}</Quiet>}
      {data && data.letters.length > 0 && <Desk letters={inOrder(data.letters)} />}
    </div>
  );
}

const DIALOGS = { ask: AskDialog, 'set-aside': SetAsideDialog, 'route-out': RouteOutDialog };

function Desk({ letters }: { letters: readonly MailIn[] }) {
  const { nowLocal } = useSession();
  const [picked, setPicked] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<Readonly<Record<string, Parts>>>({}); // kept while one looks at other letters
  const [dialog, setDialog] = useState<Asked | null>(null);
  const [said, setSaid] = useState('');
  const [triedOn, setTriedOn] = useState('');
  const act = useAct([LETTERS, ['concerns']]);
  const at = Math.max(
    0,
    letters.findIndex(({ mailId }) => mailId === picked),
  );
  const letter = letters[at];
  const toRead = letters.filter(({ status }) => status === 'review').length;

  const pick = (mailId: string) => {
    setPicked(mailId);
    setSaid('');
  };
  const run = async (of: MailIn, work: () => Promise<string>) => {
    setPicked(of.mailId); // it may move down the list: the reader stays with it
    setTriedOn(of.mailId);
    let done = '';
    const isTaken = await act.send(async () => {
      done = await work();
    });
    if (!isTaken) return;
    setDrafts(({ [of.mailId]: _, ...others }) => others);
    setDialog(null);
    setSaid(done);
  };
  const file = (of: MailIn, parts: Parts) =>
    run(of, async () => words.filed((await fileLetter(of.mailId, parts)).concernId));
  const sort = (of: MailIn, name: Asked, body?: unknown) =>
    run(of, async () => {
      const { reviewReason } = await sortLetter(of.mailId, name, body);
      if (name === 'route-out') return reviewReason;
      return name === 'ask' ? words.done.ask : words.done.setAside;
    });

  const press = useEffectEvent((event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, dialog *');
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || dialog !== null || !letter) return;
    const key = event.key.toLowerCase();
    const next = key === 'j' ? letters[at + 1] : key === 'k' ? letters[at - 1] : undefined;
    const opens = key === 'q' && mayAsk(letter) ? 'ask' : key === 'x' && isOpen(letter) ? 'set-aside' : null;
    if (next) pick(next.mailId);
    else if (opens) setDialog(opens);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  if (letter === undefined) return null;
  const parts = drafts[letter.mailId] ?? partsOf(letter);
  const Dialog = dialog && DIALOGS[dialog];
  const refused = triedOn === letter.mailId && dialog === null ? act.trouble : null;
  return (
    <>
      <p className="answer">{words.answer(toRead)}</p>
      <p className={css.note}>
        {words.about} <span className={css.keys}>{words.keys}</span>
      </p>
      <div className={css.desk}>
        <LetterList letters={letters} picked={letter.mailId} nowLocal={nowLocal} onPick={pick} />
        <div className={css.reading}>
          <p className={css.acted} role="status">
            {said}
          </p>
          {refused && (
            <Notice
              kind={act.isConflict ? 'stale' : 'fault'}
              title={act.isConflict ? words.conflictTitle : words.refusedTitle}
            >
              {act.isConflict ? words.conflict : refused.message}
            </Notice>
          )}
          <LetterDetail
            letter={letter}
            parts={parts}
            isDraft={drafts[letter.mailId] !== undefined}
            act={act}
            nowLocal={nowLocal}
            onParts={(next) => setDrafts((others) => ({ ...others, [letter.mailId]: next }))}
            onFile={() => void file(letter, parts)}
            onAct={setDialog}
          />
        </div>
      </div>
      {Dialog && dialog && (
        <Dialog
          letter={letter}
          act={act}
          onClose={() => setDialog(null)}
          onSend={(body) => void sort(letter, dialog, body)}
        />
      )}
    </>
  );
}
