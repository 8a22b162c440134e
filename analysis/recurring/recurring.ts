import { toDayNumber } from '#analysis/shared/days.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import type { ConcernPlace } from '#data/schema/records/concern.ts';
import { alikeWords, toWordSet } from './alike-words.ts';
import { metersApart } from './meters-apart.ts';

/** What is compared of a concern. */
export type Raised = {
  readonly concernId: string;
  readonly groupIds: readonly string[];
  readonly heardOn: string; // YYYY-MM-DD
  readonly category: string | null;
  readonly title: string;
  readonly words: string;
  readonly place: ConcernPlace | null;
  readonly isDuplicate: boolean; // a person said that it is the same concern as another
};

export const RECURRING_DEFAULTS = {
  windowDays: 90,
  atLeast: 4,
  nearMeters: 150,
  sharedWords: 0.4, // of all words of both, counted twice where shared (Dice)
} as const;
export type RecurringOptions = { [Name in keyof typeof RECURRING_DEFAULTS]: number };

/** Concerns of one group that keep coming back. Each is like `center` for at least one of the reasons counted. */
export type RecurringIssue = {
  groupId: string;
  center: string; // concernId
  concernIds: string[]; // center among them, oldest first
  from: string;
  to: string;
  alike: { kind: number; words: number; place: number };
  reason: string;
};

type Likeness = { kind: boolean; words: boolean; place: boolean };
type Known = Raised & { day: number; wordSet: ReadonlySet<string> };
type Alike = Known & { likeness: Likeness };

/**
 * Issues that recur: in one group, within the window, one concern and those like it by kind, words
 * or place. Stars, not chains: two that are only each like a third belong together through it alone,
 * so that a reader can check every member against the center.
 */
export function findRecurring(
  concerns: readonly Raised[],
  asOf: string,
  chosen: Partial<RecurringOptions> = {},
): { findings: RecurringIssue[]; leftOut: LeftOut<'no-group' | 'duplicate'>[]; options: RecurringOptions } {
  const options = { ...RECURRING_DEFAULTS, ...chosen };
  const today = toDayNumber(asOf);
  const recent = concerns
    .map((each) => ({ ...each, day: toDayNumber(each.heardOn), wordSet: toWordSet(`${each.title} ${each.words}`) }))
    .filter(({ day }) => day <= today && day > today - options.windowDays)
    .sort((a, b) => a.day - b.day || compare(a.concernId, b.concernId));
  const judged = recent.filter(({ isDuplicate, groupIds }) => !isDuplicate && groupIds.length > 0);
  const groupIds = [...new Set(judged.flatMap((each) => each.groupIds))].sort(compare);
  return {
    findings: groupIds.flatMap((groupId) =>
      starsOf(
        groupId,
        judged.filter((each) => each.groupIds.includes(groupId)),
        options,
      ),
    ),
    leftOut: recent
      .filter((each) => !judged.includes(each))
      .map(({ concernId, isDuplicate }) => ({ what: concernId, reason: isDuplicate ? 'duplicate' : 'no-group' })),
    options,
  };
}

/** The largest star first; its members are not counted again. */
function starsOf(groupId: string, known: Known[], options: RecurringOptions): RecurringIssue[] {
  const stars = known.map((center) => ({ center, others: othersLike(center, known, options) }));
  const largest = stars.sort((a, b) => b.others.length - a.others.length)[0];
  if (largest === undefined || largest.others.length + 1 < options.atLeast) return [];
  const taken = new Set([largest.center.concernId, ...largest.others.map(({ concernId }) => concernId)]);
  const rest = known.filter(({ concernId }) => !taken.has(concernId));
  return [toIssue(groupId, largest.center, largest.others, options), ...starsOf(groupId, rest, options)];
}

const othersLike = (center: Known, known: readonly Known[], options: RecurringOptions): Alike[] =>
  known
    .filter((other) => other !== center)
    .map((other) => ({ ...other, likeness: likenessOf(center, other, options) }))
    .filter(({ likeness: { kind, words, place } }) => kind || words || place);

const SAYS_NOTHING: readonly (string | null)[] = [null, 'other', 'unknown', 'nuisance']; // kinds that hold anything

function likenessOf(a: Known, b: Known, { nearMeters, sharedWords }: RecurringOptions): Likeness {
  return {
    kind: a.category === b.category && !SAYS_NOTHING.includes(a.category),
    words: alikeWords(a.wordSet, b.wordSet) >= sharedWords,
    place: a.place !== null && b.place !== null && metersApart(a.place, b.place) <= nearMeters,
  };
}

function toIssue(groupId: string, center: Known, others: Alike[], options: RecurringOptions): RecurringIssue {
  const members = [center, ...others].sort((a, b) => a.day - b.day || compare(a.concernId, b.concernId));
  const counted = (by: keyof Likeness) => others.filter(({ likeness }) => likeness[by]).length;
  const alike = { kind: counted('kind'), words: counted('words'), place: counted('place') };
  const parts = [
    alike.kind > 0 ? `${alike.kind} of the same kind` : '',
    alike.words > 0 ? `${alike.words} in like words` : '',
    alike.place > 0 ? `${alike.place} within ${options.nearMeters} m` : '',
  ].filter((part) => part !== '');
  return {
    groupId,
    center: center.concernId,
    concernIds: members.map(({ concernId }) => concernId),
    from: members[0]?.heardOn ?? center.heardOn,
    to: members.at(-1)?.heardOn ?? center.heardOn,
    alike,
    reason: `${members.length} concerns in ${options.windowDays} days. Beside ${center.concernId}: ${parts.join(', ')}.`,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
