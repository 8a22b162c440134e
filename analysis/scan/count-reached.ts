import type { InSteps } from '#analysis/shared/steps.ts';
import type { Circles } from './circles.ts';
import { CylinderScan } from './cylinders.ts';
import { fillLane, lanesFor } from './lanes.ts';
import { ALIKE, type Cylinder } from './likeliest.ts';
import type { ScanOptions } from './options.ts';
import { replicasOf } from './replicas.ts';
import { expectedIn, type Study } from './study.ts';

/** For each cylinder, how many replicas hold one as likely or likelier, anywhere. A step is as many replicas as go at once. */
export function* countReached(
  cylinders: readonly Cylinder[],
  study: Study,
  circles: Circles,
  options: ScanOptions,
): InSteps<number[]> {
  const { replications } = options;
  const lanes = lanesFor(mostCalls(study, options));
  const scan = new CylinderScan(study, circles, lanes, options.minCalls);
  const draw = replicasOf(study, options);
  const packed = new Int32Array(study.places.length * study.recent.length);
  const reached = cylinders.map(() => 0);
  for (let done = 0; done < replications; ) {
    for (let lane = 0; lane < lanes.count; lane++) fillLane(packed, draw(), lane, lanes);
    const maxima = scan.maxima(packed).subarray(0, replications - done); // the last batch may draw too many
    cylinders.forEach(({ ratio }, i) => {
      reached[i] = (reached[i] ?? 0) + maxima.filter((highest) => highest >= ratio - ALIKE).length;
    });
    done += maxima.length;
    yield { done, total: replications };
  }
  return reached;
}

/** More calls than any cylinder of a replica can hold (permutation), or will in the age of the universe (Poisson). */
function mostCalls(study: Study, { model, maxShare }: ScanOptions): number {
  const last = study.recent.length - 1;
  if (model === 'permutation') return Math.min(study.recent[last] ?? 0, study.size * maxShare) + 1;
  const mean = expectedIn(study, study.size * maxShare, last);
  return mean + 10 * Math.sqrt(mean) + 50;
}
