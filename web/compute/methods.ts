import type { InSteps } from '#analysis/shared/steps.ts';
import { aoristic } from './aoristic.ts';
import { beforeAfter } from './before-after.ts';
import { budget } from './budget.ts';
import { calls } from './calls.ts';
import { callsById } from './calls-by-id.ts';
import { center } from './center.ts';
import { clusters } from './clusters.ts';
import { concentration } from './concentration.ts';
import { cusum } from './cusum.ts';
import { density } from './density.ts';
import type { AnswerTo, Method, Question } from './door.ts';
import { earlyWarning } from './early-warning.ts';
import { ears } from './ears.ts';
import { emerging } from './emerging.ts';
import { evidence } from './evidence.ts';
import { explore } from './explore.ts';
import { hotCells } from './hot-cells.ts';
import type { Loaded } from './loaded.ts';
import { localMoran } from './local-moran.ts';
import { nearRepeat } from './near-repeat.ts';
import { points } from './points.ts';
import { power } from './power.ts';
import { rates } from './rates.ts';
import { reportingLag } from './reporting-lag.ts';
import { scan } from './scan.ts';
import { season } from './season.ts';
import { spike } from './spike.ts';
import { sweep } from './sweep.ts';
import { trend } from './trend.ts';
import { twoCounts } from './two-counts.ts';

type Methods = { [M in Method]: (loaded: Loaded, question: Question<M>) => AnswerTo<M> | InSteps<AnswerTo<M>> };

/** Long work answers in steps. A new method is one more line here, and its question in `door.ts`. */
const METHODS: Methods = {
  aoristic,
  rates,
  concentration,
  evidence,
  explore,
  spike,
  budget,
  power,
  density,
  'hot-cells': hotCells,
  clusters,
  'near-repeat': nearRepeat,
  scan,
  points,
  calls,
  'calls-by-id': callsById,
  sweep,
  'early-warning': earlyWarning,
  'two-counts': twoCounts,
  ears,
  cusum,
  'reporting-lag': reportingLag,
  trend,
  emerging,
  season,
  'local-moran': localMoran,
  center,
  'before-after': beforeAfter,
};

export function answer<M extends Method>(loaded: Loaded, question: Question<M>): AnswerTo<M> | InSteps<AnswerTo<M>> {
  return METHODS[question.method](loaded, question);
}
