import type { MailIn } from '#data/schema/records/mail.ts';
import { momentInWords } from '#web/ask/date-words.ts';
import css from './letters.module.css';
import { ORDER } from './use-letters.ts';
import { words } from './words.ts';

type Props = {
  letters: readonly MailIn[];
  picked: string | null;
  nowLocal: string;
  onPick: (mailId: string) => void;
};

/** Every letter under what became of it. */
export function LetterList({ letters, picked, nowLocal, onPick }: Props) {
  return (
    <nav className={css.list} aria-label={words.title}>
      {ORDER.map((status) => {
        const here = letters.filter((letter) => letter.status === status);
        if (here.length === 0) return null;
        return (
          <section key={status}>
            <h2 className={css.heading}>
              {words.heads[status]} <span>{here.length}</span>
            </h2>
            <ol>
              {here.map((letter) => (
                <li key={letter.mailId}>
                  <button
                    type="button"
                    className={letter.mailId === picked ? css.picked : css.row}
                    aria-current={letter.mailId === picked}
                    onClick={() => onPick(letter.mailId)}
                  >
                    <span className={css.what}>
                      <b>{letter.subject || words.noSubject}</b>
                      <small>{letter.from || words.nobody}</small>
                      {status === 'review' && <small>{letter.reviewReason}</small>}
                    </span>
                    <time className={css.age}>{momentInWords(letter.receivedAt, nowLocal)}</time>
                  </button>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </nav>
  );
}
