import type { HandOutContent } from '#server/hand-out/content.ts';
import { wordsOf } from '#server/hand-out/words/words-of.ts';

/** How much of a page stands on the paper, and how closely. */
export type Cut = {
  readonly space: 'roomy' | 'close' | 'tight';
  readonly map: number; // its height in pixels
  readonly othersAs: 'list' | 'run'; // a row each with its usual range, or one sentence
  readonly caveat: 'beside' | 'below'; // the map
  readonly tips: number;
  readonly others: number; // kinds
  readonly concerns: number;
};

const MOST_LISTED = 5; // more rows would stand higher than the map beside them
const ALL = Number.MAX_SAFE_INTEGER;
const WHOLE: Cut = {
  space: 'roomy',
  map: 360,
  othersAs: 'list',
  caveat: 'beside',
  tips: ALL,
  others: ALL,
  concerns: ALL,
};

/**
 * What is tried until the page fits, in this order, each shorter than the one before: a lower map, less white space, fewer
 * tips, fewer kinds, fewer concerns. What is left out of the numbers and of the concerns is said on the page; letters
 * never shrink below 11 pt.
 */
export function cutsOf({ others, tips, concerns }: HandOutContent): readonly [Cut, ...Cut[]] {
  const maps = (...heights: readonly number[]) => heights.map((map) => ({ map }));
  const steps: Partial<Cut>[] = [
    ...maps(320, 290),
    { space: 'close', map: 320 },
    ...maps(290, 260),
    { space: 'tight', map: 290 },
    ...maps(260),
    { caveat: 'below', map: 230 },
    ...maps(215, 200),
    ...fewer(tips.items.length, 1).map((count) => ({ tips: count })),
    ...fewer(others.lines.length, 3).map((count) => ({ others: count })),
    { others: 0, map: 150 }, // which is of no use while kinds stand beside it
    ...fewer(concerns.rows.length, 1).map((count) => ({ concerns: count })),
  ];
  const first: Cut = { ...WHOLE, othersAs: others.lines.length > MOST_LISTED ? 'run' : 'list' };
  return [first, ...steps.map((_, i) => Object.assign({}, first, ...steps.slice(0, i + 1)))];
}

/** Counts below `from` and above 0, `step` apart, the largest first. */
const fewer = (from: number, step: number): number[] =>
  Array.from({ length: from }, (_, i) => from - (i + 1) * step).filter((count) => count > 0);

/** The content as far as it is printed; whatever is left out is counted. */
export function cutContent(content: HandOutContent, cut: Pick<Cut, 'tips' | 'others' | 'concerns'>): HandOutContent {
  const { others, tips, concerns, language } = content;
  const words = wordsOf(language);
  const [lessOthers, lessConcerns] = [others.lines.length - cut.others, concerns.rows.length - cut.concerns];
  return {
    ...content,
    tips: { ...tips, items: tips.items.slice(0, cut.tips) },
    others: {
      ...others,
      lines: others.lines.slice(0, cut.others),
      more: lessOthers > 0 ? words.moreOthers(lessOthers) : '',
    },
    concerns: {
      ...concerns,
      rows: concerns.rows.slice(0, cut.concerns),
      more: lessConcerns > 0 ? words.moreConcerns(lessConcerns) : '',
    },
  };
}

/** Nothing left out, for a page that is read on a screen. */
export const UNCUT = { ...WHOLE, othersAs: 'list' } as const satisfies Cut;
