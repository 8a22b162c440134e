import { calls } from './calls.ts';
import { density } from './density.ts';
import type { AnswerTo, Method, Question } from './door.ts';
import { earlyWarning } from './early-warning.ts';
import { explore } from './explore.ts';
import { hotCells } from './hot-cells.ts';
import type { Loaded } from './loaded.ts';
import { points } from './points.ts';
import { spike } from './spike.ts';

type Methods = { [M in Method]: (loaded: Loaded, question: Question<M>) => AnswerTo<M> };

/** A new method is one more line here, and its question in `door.ts`. */
const METHODS: Methods = {
  explore,
  spike,
  density,
  'hot-cells': hotCells,
  points,
  calls,
  'early-warning': earlyWarning,
};

export function answer<M extends Method>(loaded: Loaded, question: Question<M>): AnswerTo<M> {
  return METHODS[question.method](loaded, question);
}
