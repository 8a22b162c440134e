import '#web/chart/chart.css';
import { AGAINST_WORDS } from '#analysis/briefing/answer.ts';
import { inPlainOrder, plainKind } from '#data/codes/plain-kinds.ts';
import type { HandOutCalls, HandOutFacts, HandOutLine } from '#data/schema/records/hand-out.ts';
import { RangeStrip } from '#web/chart/range-strip.tsx';
import { VerdictGlyph } from '#web/ui/verdict-mark.tsx';
import { count } from '#web/ui/words.ts';
import css from './parts.module.css';
import { words } from './words.ts';

const LEAST_SEEN = 4; // kinds seen at once; the rest is one press away, so that what can be chosen is near
const isUnusual = ({ against }: Pick<HandOutLine, 'against'>) => against === 'more' || against === 'fewer';

/** The numbers of the page. Nobody chooses them, so there is nothing here to press. */
export function CallsPart({ facts: { calls, to }, answer }: { facts: HandOutFacts; answer: string | null }) {
  const counted = calls.lines.filter(({ shown }) => shown === 'count');
  const namesOf = (shown: HandOutLine['shown']) =>
    inPlainOrder(calls.lines.flatMap((line) => (line.shown === shown ? [line.category] : []))).map(
      (category) => plainKind(category, 'en').name,
    );
  const first = Math.max(LEAST_SEEN, counted.filter(isUnusual).length);
  const [none, withheld] = [namesOf('zero'), namesOf('withheld')];
  return (
    <section className={css.part} aria-labelledby="part-calls">
      <h2 id="part-calls">{words.calls}</h2>
      {answer && <p className={css.answer}>{answer}</p>}
      <p className="caption">{words.callsWhy}</p>
      {calls.lines.every(({ shown }) => shown === 'zero') && <p>{words.noCalls}</p>}
      <Lines lines={counted.slice(0, first)} />
      {counted.length > first && (
        <details className={css.more}>
          <summary>{words.moreKinds(counted.length - first)}</summary>
          <Lines lines={counted.slice(first)} />
        </details>
      )}
      {none.length > 0 && counted.length > 0 && <p className="caption">{words.zero(none)}</p>}
      {withheld.length > 0 && <p className="caption">{words.withheld(withheld)}</p>}
      <p className="caption">{missing(calls, to)}</p>
    </section>
  );
}

function Lines({ lines }: { lines: readonly HandOutLine[] }) {
  return (
    <ul className={css.lines}>
      {lines.map((line) => (
        <Line key={line.category} line={line} />
      ))}
    </ul>
  );
}

function Line({ line: { category, calls, usual, against, before } }: { line: HandOutLine }) {
  const isOut = isUnusual({ against });
  const verdict = usual === null ? 'not-judged' : isOut ? 'unusual' : 'usual';
  const observed = calls ?? 0;
  return (
    <li className={css.line}>
      <b className={css.number}>{count(observed)}</b>
      <span className={css.kind}>{plainKind(category, 'en').name}</span>
      <span className={css.strip}>
        {usual && (
          <RangeStrip {...{ observed, ...usual, verdict, width: 96 }} max={1.2 * Math.max(usual.high, observed, 1)} />
        )}
      </span>
      <span className={css.usual}>
        <span>{usual ? words.usual(usual) : words.noUsual}</span>
        {before !== null && <span>{words.beforeIt(before)}</span>}
      </span>
      <span className={isOut ? css.out : css.in}>
        <VerdictGlyph verdict={verdict} />
        {AGAINST_WORDS[against]}
      </span>
    </li>
  );
}

/** What these numbers lack, as far as the officer should know it before the page is handed out. */
function missing({ cutoffLocal, boundary, notPlaced, monthOnly }: HandOutCalls, to: string): string {
  const said = [words.cutoff(cutoffLocal)];
  if (cutoffLocal.slice(0, 10) <= to) said.push(words.asFar(to));
  if (boundary.isNewer) said.push(words.redrawn(boundary.validFrom));
  if (notPlaced > 0) said.push(words.notPlaced(notPlaced));
  if (monthOnly > 0) said.push(words.monthOnly(monthOnly));
  return said.join(' ');
}
