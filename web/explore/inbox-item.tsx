import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { countInWords, KIND_TAGS, placeOf, watchedInWords } from '#web/ask/candidate-words.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { kindName } from '#web/ask/kinds.ts';
import type { Candidate } from '#web/ask/use-candidates.ts';
import type { SweepDesk } from '#web/ask/use-sweep.ts';
import { useView } from '#web/ask/use-view.ts';
import { RangeStrip } from '#web/chart/range-strip.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { VerdictMark } from '#web/ui/verdict-mark.tsx';
import css from './inbox.module.css';
import { words } from './words.ts';

type Props = { candidate: Candidate; week: string; sweep: SweepDesk };

/** One candidate. A spike opens its area beside the map; the others open where they are decided about. */
export function InboxItem({ candidate, week, sweep }: Props) {
  const { view, filter } = useView();
  const { session } = useDesk();
  const { nameOf } = useAreas(filter.layer);
  const { candidateKey, category, verdict, series, found } = candidate;
  const isOpen =
    series !== null && view.area === series.areaId && (view.series === null || view.series === candidateKey);
  const isDone = sweep.verdictOf(candidate) !== null || sweep.isSeen(candidate);
  const { observed, low, high } = series ?? found ?? { observed: 0, low: null, high: null };
  return (
    <li className={isOpen ? css.open : isDone ? css.seen : undefined}>
      <CandidateLink candidate={candidate} isOpen={isOpen} onOpen={() => sweep.see(candidate)}>
        <span className={css.title}>
          <span className={css.name}>{placeOf(candidate, nameOf)}</span>
          <VerdictMark verdict={verdict} />
        </span>
        <span className={css.line}>
          <span>{kindName(category)}</span>
          {low !== null && high !== null && (
            <RangeStrip {...{ observed, low, high, verdict }} max={Math.max(observed, high) * 1.25} />
          )}
        </span>
        <span className={css.line}>
          <span>
            <span className={css.observed}>{observed}</span>{' '}
            {countInWords(candidate, { week, nowLocal: session.nowLocal })}
          </span>
        </span>
        <Tags candidate={candidate} sweep={sweep} />
      </CandidateLink>
    </li>
  );
}

function CandidateLink({
  candidate: { series, candidateKey },
  isOpen,
  onOpen,
  children,
}: {
  candidate: Candidate;
  isOpen: boolean;
  onOpen: () => void;
  children: ReactNode;
}) {
  const { addressOf } = useView();
  const to = series === null ? '/spikes' : '/';
  const search = addressOf({ ...(series && { area: series.areaId }), series: candidateKey });
  return (
    <Link
      to={to}
      search={search}
      className={css.item ?? ''}
      aria-current={isOpen ? 'true' : undefined}
      onClick={onOpen}
    >
      {children}
    </Link>
  );
}

/** How it was found, where things stand with it, and whether residents speak of it too. */
function Tags({ candidate, sweep }: Omit<Props, 'week'>) {
  const kind = KIND_TAGS[candidate.kind];
  const concerns = candidate.series?.concerns;
  return (
    <span className={css.tags}>
      {kind !== null && <Tag look="line">{kind}</Tag>}
      <Tag>{stateOf(candidate, sweep)}</Tag>
      {concerns !== undefined &&
        (concerns > 0 ? <Tag look="voice">{words.concerns(concerns)}</Tag> : <Tag>{words.noConcern}</Tag>)}
    </span>
  );
}

function stateOf(candidate: Candidate, sweep: SweepDesk): string {
  const decided = sweep.verdictOf(candidate);
  if (decided) return words.decided[decided.choice];
  const watched = sweep.watchedSince(candidate);
  if (watched) return watchedInWords(watched, candidate);
  return sweep.isSeen(candidate) ? words.seen : words.fresh;
}
