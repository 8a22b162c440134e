import { aoristic } from './aoristic.ts';
import type { Question } from './asking.ts';
import { beforeAfter } from './before-after.ts';
import { budget } from './budget.ts';
import { center } from './center.ts';
import { clusters } from './clusters.ts';
import { concentration } from './concentration.ts';
import { cusum } from './cusum.ts';
import { density } from './density.ts';
import { ears } from './ears.ts';
import { emerging } from './emerging.ts';
import { evidence } from './evidence.ts';
import { farrington } from './farrington.ts';
import { hotCells } from './hot-cells.ts';
import { localMoran } from './local-moran.ts';
import { nearRepeat } from './near-repeat.ts';
import { power } from './power.ts';
import { rates } from './rates.ts';
import { reportingLag } from './reporting-lag.ts';
import { scan } from './scan.ts';
import { season } from './season.ts';
import { spike } from './spike.ts';
import { trend } from './trend.ts';
import { twoCounts } from './two-counts.ts';

/** What `analyze` can be asked. A new method is one more line here. */
export const METHODS: Readonly<Record<string, (options: string) => Question>> = {
  aoristic,
  spike,
  density,
  'hot-cells': hotCells,
  clusters,
  evidence,
  farrington,
  'near-repeat': nearRepeat,
  scan,
  cusum,
  ears,
  'two-counts': twoCounts,
  budget,
  power,
  rates,
  concentration,
  trend,
  emerging,
  'reporting-lag': reportingLag,
  season,
  'local-moran': localMoran,
  center,
  'before-after': beforeAfter,
};
