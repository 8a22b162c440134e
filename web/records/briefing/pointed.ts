import type { HandOutFault } from '#data/schema/records/hand-out.ts';

/** Where a fault was pressed: a new object each time, so that the same one can be gone to again. */
export type Pointed = Pick<HandOutFault, 'itemId' | 'field' | 'language'>;
