import { aoristic } from './aoristic.ts';
import type { Question } from './asking.ts';
import { budget } from './budget.ts';
import { clusters } from './clusters.ts';
import { cusum } from './cusum.ts';
import { density } from './density.ts';
import { ears } from './ears.ts';
import { emerging } from './emerging.ts';
import { farrington } from './farrington.ts';
import { hotCells } from './hot-cells.ts';
import { nearRepeat } from './near-repeat.ts';
import { power } from './power.ts';
import { scan } from './scan.ts';
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
  farrington,
  'near-repeat': nearRepeat,
  scan,
  cusum,
  ears,
  'two-counts': twoCounts,
  budget,
  power,
  trend,
  emerging,
};
