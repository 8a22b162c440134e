import type { ConcernStory } from '#data/schema/records/concern-story.ts';
import { CallsSince } from './calls-since.tsx';
import css from './concern.module.css';
import { ConcernHead } from './concern-head.tsx';
import { ConcernSide } from './concern-side.tsx';
import { History } from './history.tsx';
import { IntakeSheet } from './intake-sheet.tsx';
import { SaidDidYet } from './said-did-yet.tsx';

/** One concern: what was said, what was done, what is not done yet, and whether the calls changed. */
export function ConcernPage({ story }: { story: ConcernStory }) {
  return (
    <div className={css.page}>
      <div className={css.main}>
        <ConcernHead story={story} />
        <CallsSince story={story}>
          <SaidDidYet story={story} />
        </CallsSince>
        <IntakeSheet story={story} />
        <History story={story} />
      </div>
      <ConcernSide story={story} />
    </div>
  );
}
