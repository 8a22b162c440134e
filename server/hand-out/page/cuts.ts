import type { HandOutLanguage } from '#data/schema/records/hand-out.ts';
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
  readonly told: number; // promises, news and projects
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
  told: ALL,
  concerns: ALL,
};

/**
 * What is tried until the page fits, in this order, each shorter than the one before: a lower map, less white space, fewer
 * tips, fewer kinds, fewer projects and news, a map without names, fewer concerns. What is left out, but for tips, is counted on the page;
 * the officer's own line always stands, and letters never shrink below 11 pt.
 */
export function cutsOf(content: HandOutContent): readonly [Cut, ...Cut[]] {
  const { others, tips, concerns } = content;
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
    { others: 0 },
    ...fewer(toldItems(content), 1).map((count) => ({ told: count })),
    { map: 150 }, // of no use while kinds stand beside it, and too low for names of streets
    ...fewer(concerns.rows.length, 1).map((count) => ({ concerns: count })),
  ];
  const first: Cut = { ...WHOLE, othersAs: others.lines.length > MOST_LISTED ? 'run' : 'list' };
  return [first, ...steps.map((_, i) => Object.assign({}, first, ...steps.slice(0, i + 1)))];
}

const MAPS = [360, 320, 290, 260, 230, 215, 200, 175];

/**
 * What a cut that fits may have taken without need, since it takes several things one after the other: each list gives one of
 * them back, the most first, and ends with the cut as it is.
 */
export function givesBack(content: HandOutContent): readonly ((cut: Cut) => Cut[])[] {
  const upTo = (key: 'concerns' | 'told' | 'map' | 'others' | 'tips', values: readonly number[]) => (cut: Cut) => [
    ...values.filter((value) => value > cut[key]).map((value): Cut => ({ ...cut, [key]: value })),
    cut,
  ];
  const isFree = content.others.lines.length === 0; // beside the map
  return [
    upTo('concerns', downFrom(content.concerns.rows.length)),
    upTo('told', downFrom(toldItems(content))),
    (cut) => (isFree ? [{ ...cut, caveat: 'beside' }, cut] : [cut]),
    upTo('map', MAPS),
    upTo('others', downFrom(content.others.lines.length)),
    upTo('tips', downFrom(content.tips.items.length)),
  ];
}

const downFrom = (count: number): number[] => Array.from({ length: count }, (_, i) => count - i);

/** Counts below `from` and above 0, `step` apart, the largest first. */
const fewer = (from: number, step: number): number[] =>
  Array.from({ length: from }, (_, i) => from - (i + 1) * step).filter((count) => count > 0);

/** The content as far as it is printed; whatever is left out is counted. */
export function cutContent(
  content: HandOutContent,
  cut: Pick<Cut, 'tips' | 'others' | 'told' | 'concerns'>,
): HandOutContent {
  const { others, tips, concerns, language } = content;
  const words = wordsOf(language);
  const unprinted = others.lines.slice(cut.others).map(({ means }) => means);
  const [lessOthers, lessConcerns] = [others.lines.length - cut.others, concerns.rows.length - cut.concerns];
  return {
    ...content,
    tips: { ...tips, items: tips.items.slice(0, cut.tips) },
    sections: cutSections(content, cut.told),
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
    notes: content.notes.filter((note) => !unprinted.includes(note)),
  };
}

type Sections = HandOutContent['sections'];

const isOwnLine = ({ heading }: Sections[number], language: HandOutLanguage): boolean =>
  heading === wordsOf(language).line;

const toldItems = ({ sections, language }: HandOutContent): number =>
  sections.filter((each) => !isOwnLine(each, language)).reduce((sum, { items }) => sum + items.length, 0);

/** The first `told` promises, news and projects, and how many more there are. */
function cutSections(content: HandOutContent, told: number): Sections {
  const { sections, language } = content;
  const less = toldItems(content) - told;
  if (less <= 0) return sections;
  let room = told;
  const kept = sections.flatMap((section): Sections => {
    if (isOwnLine(section, language)) return [section];
    const items = section.items.slice(0, room);
    room -= items.length;
    return items.length === 0 ? [] : [{ ...section, items }];
  });
  const more = { words: '', language, marked: '', after: wordsOf(language).moreTold(less) };
  return kept.map((section, i) => (i === 0 ? { ...section, items: [...section.items, more] } : section));
}

/** Nothing left out, for a page that is read on a screen. */
export const UNCUT = { ...WHOLE, othersAs: 'list' } as const satisfies Cut;
