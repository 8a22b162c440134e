import type { SweepVerdict } from '#data/schema/records/sweep.ts';
import type { Candidate } from '#web/ask/use-candidates.ts';
import { longDate } from '#web/chart/week-axis.ts';
import css from './detail.module.css';
import { DetailHead, type Steps } from './detail-head.tsx';
import { words } from './words.ts';

type Props = { candidate: Candidate; watched: SweepVerdict | null; steps: Steps };

/** Something that is watched and does not show this week: what was said of it then. */
export function GoneDetail({ candidate, watched, steps }: Props) {
  return (
    <div className={css.detail}>
      <DetailHead heading={candidate.title} verdict={candidate.verdict} steps={steps} />
      <p className={css.answer}>
        <span className={css.strong}>{words.gone}</span>{' '}
        {watched && words.goneThen(longDate(watched.week), candidate.sentence)}
      </p>
    </div>
  );
}
