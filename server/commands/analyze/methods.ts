import type { Question } from './asking.ts';
import { density } from './density.ts';
import { hotCells } from './hot-cells.ts';
import { spike } from './spike.ts';

/** What `analyze` can be asked. A new method is one more line here. */
export const METHODS: Readonly<Record<string, (options: string) => Question>> = {
  spike,
  density,
  'hot-cells': hotCells,
};
