import type { LeftOut } from '#data/schema/answer.ts';

/** A method over cells names the cells as a whole where it could judge none of them. */
export const isUnjudged = (leftOut: readonly LeftOut[]): boolean => leftOut.some(({ what }) => what === 'cells');
