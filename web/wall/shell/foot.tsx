import type { WallBoard } from '#data/schema/wall.ts';
import type { WallState } from '#web/wall/live/wall-state.ts';
import type { WallPage } from '#web/wall/page.ts';
import { agesOf, type SourceAge } from './ages.ts';
import css from './foot.module.css';
import { isSilent } from './trouble.ts';
import { ageInWords, momentShort, words } from './words.ts';

type Props = {
  state: WallState;
  board: WallBoard;
  pages: readonly WallPage[];
  at: string; // key of the page
  isPaused: boolean;
  clockLocal: string;
  now: number;
};

/** How old everything is, which page this is, and a clock whose seconds run. */
export function Foot({ state, board, pages, at, isPaused, clockLocal, now }: Props) {
  const sources = board.calls?.sources ?? [];
  const index = pages.findIndex(({ key }) => key === at);
  return (
    <footer className={css.foot}>
      <div className={css.ages}>
        {agesOf(sources, clockLocal).map((age) => (
          <Age key={age.source.source} age={age} isOnly={sources.length === 1} clockLocal={clockLocal} />
        ))}
        {state.pulse?.feed === 'failed' && <b className={css.said}>{words.feedFailed}</b>}
      </div>
      <div className={css.right}>
        {isPaused && <b className={css.said}>{words.paused}</b>}
        <span className={css.dots} role="img" aria-label={words.page(index + 1, pages.length)}>
          {pages.map(({ key }) => (
            <i key={key} data-here={key === at} />
          ))}
        </span>
        <Clock clockLocal={clockLocal} isTrusted={!isSilent(state, now)} />
      </div>
    </footer>
  );
}

function Age({ age, isOnly, clockLocal }: { age: SourceAge; isOnly: boolean; clockLocal: string }) {
  const { source, freshness, hours } = age;
  const { title, lastReceivedLocal, incompleteDays } = source;
  return (
    <span className={css.age} data-freshness={freshness}>
      <b>{isOnly ? words.calls : title}</b> {words.to(momentShort(lastReceivedLocal, clockLocal))}
      {freshness !== 'fresh' && <b>, {words.old(ageInWords(hours))}</b>}
      {incompleteDays > 0 && `; ${words.incomplete(incompleteDays)}`}
    </span>
  );
}

function Clock({ clockLocal, isTrusted }: { clockLocal: string; isTrusted: boolean }) {
  if (!isTrusted) return <span className={css.clock}>{words.noClock}</span>;
  const hour = Number(clockLocal.slice(11, 13));
  return (
    <time className={css.clock} dateTime={clockLocal}>
      <b>{`${hour % 12 === 0 ? 12 : hour % 12}${clockLocal.slice(13, 19)}`}</b> {hour < 12 ? 'am' : 'pm'}
    </time>
  );
}
