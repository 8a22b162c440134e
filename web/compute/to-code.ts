import { figureCode } from '#analysis/shared/figure-code.ts';
import type { Manifest } from '#data/schema/manifest.ts';
import type { Method, Question } from './door.ts';

/** The code under a figure: this question, as it was asked, over these calls and the boundaries it counts by. */
export const toCode = ({ manifest }: { manifest: Manifest }, question: Question<Method>): string =>
  figureCode(question, manifest.manifest, areaVersionsOf(manifest, question.filter.layer));

/** The version of the boundaries a figure counts by; kept with its code. */
const areaVersionsOf = ({ areas }: Pick<Manifest, 'areas'>, layer: string): Record<string, string> =>
  Object.fromEntries(areas.filter((entry) => entry.layer === layer).map((entry) => [entry.layer, entry.version]));
