import { type ReactNode, useState } from 'react';
import type { Answer, LeftOut } from '#data/schema/answer.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { datesInWords } from '#web/ask/filter-words.ts';
import type { Answered } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import { FigureNote } from '#web/explore/figure-note.tsx';
import { Button } from '#web/ui/button.tsx';
import { Live } from '#web/ui/live.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { FigureLine } from './figure-line.tsx';
import css from './frame.module.css';
import { seriesName } from './series-name.ts';
import { words } from './words.ts';

type Props<Finding> = {
  answered: Answered<Answer<Finding>>;
  sentence: (answer: Answer<Finding>) => string; // what stands out, or that nothing does, in one sentence
  reasons: Readonly<Record<string, string>>; // why something was left out, in plain words, by its name
  options?: ReactNode; // controls of the method's own options
  children: (answer: Answer<Finding>) => ReactNode; // the charts and rows that prove it
};

/** An answer in the order a reader needs it: what was found, the proof, what was not judged and why, how sure this is. */
export function MethodAnswer<Finding>({ answered, sentence, reasons, options, children }: Props<Finding>) {
  const { opened } = useDesk();
  const { filter } = useView();
  const { found, trouble, isSlow, retry } = answered;
  if (trouble) {
    return (
      <div className={css.block}>
        <Notice kind="fault" title={words.failed} actions={<Button onClick={retry}>{words.again}</Button>}>
          {trouble.message}
        </Notice>
      </div>
    );
  }
  return (
    <div className={isSlow ? 'dim' : undefined}>
      {options && <div className={css.options}>{options}</div>}
      {found === null && <Waiting />}
      {found !== null && (
        <>
          <FigureNote now={found.code} />
          <p className={`answer ${css.sentence}`}>{sentence(found)}</p>
          <Live>{sentence(found)}</Live>
          <div className={css.proof}>{children(found)}</div>
          <NotJudged leftOut={found.leftOut} reasons={reasons} />
          <footer className={css.foot}>
            <p className="caption">
              <b>{words.mind}.</b> {found.caveat}
            </p>
            <p className="caption">{found.convention}</p>
            <p className="caption">{words.read(found.records.read, datesInWords(found.window ?? filter, opened))}</p>
            <FigureLine answer={found} sentence={sentence(found)} />
          </footer>
        </>
      )}
    </div>
  );
}

function Waiting() {
  return (
    <div className={css.block} role="status" aria-label={words.looking}>
      <Skeleton width={260} />
      <Skeleton height={160} />
    </div>
  );
}

const FIRST = 5;

/** What could not be judged, by reason. Nothing is left out without a word. */
function NotJudged({ leftOut, reasons }: { leftOut: readonly LeftOut[]; reasons: Readonly<Record<string, string>> }) {
  const [isAll, setAll] = useState(false);
  const areas = useAreas(useView().filter.layer);
  if (leftOut.length === 0) return null;
  const groups = [...new Set(leftOut.map(({ reason }) => reason))].map((reason) => ({
    reason,
    cases: leftOut.filter((one) => one.reason === reason),
  }));
  return (
    <section className={css.block} aria-label={words.leftOut}>
      <h3 className={css.heading}>{words.leftOut}</h3>
      <ul className={css.leftOut}>
        {groups.map(({ reason, cases }) => (
          <li key={reason}>
            {reasons[reason] ?? reason}:{' '}
            {(isAll ? cases : cases.slice(0, FIRST)).map(({ what }) => seriesName(what, areas)).join('; ')}
            {!isAll && cases.length > FIRST && ` ${words.more(cases.length - FIRST)}`}
          </li>
        ))}
      </ul>
      {groups.some(({ cases }) => cases.length > FIRST) && !isAll && (
        <Button look="quiet" small onClick={() => setAll(true)}>
          {words.showAll(leftOut.length)}
        </Button>
      )}
    </section>
  );
}
