import type { PatternType } from '#data/schema/records/pattern.ts';

/** The kinds of pattern as they are said, on screens and on paper. */
export const PATTERN_TYPES: Readonly<Record<PatternType, string>> = {
  series: 'Series',
  spree: 'Spree',
  'hot-prey': 'Hot prey',
  'hot-product': 'Hot product',
  'hot-spot': 'Hot spot',
  'hot-place': 'Hot place',
  'hot-setting': 'Hot setting',
};
