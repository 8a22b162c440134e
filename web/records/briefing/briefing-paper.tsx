import '#web/chart/chart.css';
import { AGAINST_WORDS } from '#analysis/briefing/answer.ts';
import type { Briefing, BriefingLine } from '#data/schema/records/briefing.ts';
import { RangeStrip } from '#web/chart/range-strip.tsx';
import { VerdictGlyph } from '#web/ui/verdict-mark.tsx';
import { count } from '#web/ui/words.ts';
import css from './briefing.module.css';
import { daysInFull, words } from './words.ts';

const MOST_DRAWN = 6; // lines with a strip; one page holds no more beside the list of the others

/** One page for a group: what was called in, what is usual, what is not shown and why. */
export function BriefingPaper({ briefing }: { briefing: Briefing }) {
  const { groupName, city, follows, totals, from, to } = briefing;
  const counted = totals.lines.filter(({ shown, against }) => shown === 'count' || against === 'fewer');
  const drawn = counted.slice(0, MOST_DRAWN);
  const listed = counted.slice(MOST_DRAWN);
  const labelsOf = (shown: BriefingLine['shown']) =>
    totals.lines.filter((line) => line.shown === shown && !counted.includes(line)).map(({ label }) => label);
  const [none, withheld] = [labelsOf('zero'), labelsOf('withheld')];
  return (
    <article className={css.paper}>
      <header className={css.head}>
        <p className={css.by}>
          <span>{words.by(city)}</span>
          <b>{daysInFull({ from, to })}</b>
        </p>
        <p className={css.group}>
          <span className={css.name}>{groupName}</span>
          {follows && <span>{words.sinceMeetingOn(follows.on, follows.place)}</span>}
        </p>
      </header>
      <h2 className={css.kicker}>{words.kicker(follows)}</h2>
      <p className={css.answer}>{totals.answer}</p>
      <ul className={css.lines}>
        {drawn.map((line) => (
          <Drawn key={line.category} line={line} />
        ))}
      </ul>
      {listed.length > 0 && <Listed lines={listed} />}
      <div className={css.rest}>
        {none.length > 0 && <p>{words.none(none)}</p>}
        {withheld.length > 0 && <p>{words.withheld(withheld, totals.leastShown)}</p>}
        <p>{words.sum(totals.callsShown)}</p>
      </div>
      <Foot briefing={briefing} />
    </article>
  );
}

function Drawn({ line: { label, calls, usual, against } }: { line: BriefingLine }) {
  const isOut = against === 'more' || against === 'fewer';
  const verdict = usual === null ? 'not-judged' : isOut ? 'unusual' : 'usual';
  return (
    <li className={css.line}>
      <p className={css.lineHead}>
        <b className={css.number}>{count(calls ?? 0)}</b>
        <span className={css.label}>{label}</span>
        <span className={isOut ? css.out : css.in}>
          <VerdictGlyph verdict={verdict} />
          {AGAINST_WORDS[against]}
        </span>
      </p>
      {usual && (
        <p className={css.range}>
          <RangeStrip
            {...{ observed: calls ?? 0, ...usual, verdict, width: 150 }}
            max={1.2 * Math.max(usual.high, calls ?? 0, 1)}
          />
          <span>{words.usual(usual.low, usual.high)}</span>
        </p>
      )}
    </li>
  );
}

function Listed({ lines }: { lines: readonly BriefingLine[] }) {
  return (
    <section className={css.others}>
      <h3>{words.others}</h3>
      <table>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.calls}</th>
            <th scope="col">{words.usualRange}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ category, label, calls, usual, against }) => (
            <tr key={category}>
              <th scope="row">{label}</th>
              <td>{count(calls ?? 0)}</td>
              <td>
                {usual === null ? words.notCompared : words.usual(usual.low, usual.high)}
                {against === 'more' || against === 'fewer' ? `, ${AGAINST_WORDS[against].toLowerCase()}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What must stand under every number: what a call is, where it comes from, and what is missing. */
function Foot({ briefing }: { briefing: Briefing }) {
  const { totals, notCounted, source, to } = briefing;
  const isCompared = totals.lines.some(({ usual }) => usual !== null);
  return (
    <footer className={css.foot}>
      <p>
        <b>{words.caveat}</b> {isCompared && words.howUsual}
      </p>
      <p>
        {words.source(briefing)} {source.askedTo && words.askedTo(source.askedTo, to)} {words.boundary(briefing)}{' '}
        {words.notPlaced(notCounted.notPlaced)} {notCounted.monthOnly > 0 && words.monthOnly(notCounted.monthOnly)}
      </p>
      <p>{words.notCounted(notCounted.kinds)}</p>
    </footer>
  );
}
