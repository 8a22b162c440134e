import { toDayNumber, weekdayOf } from '#analysis/shared/days.ts';
import { CATEGORIES } from '#data/codes/categories.ts';
import type { Case, CaseFacts, OpenFacts } from './facts.ts';

const FEWEST = 5; // as on every page that leaves the department: 1 to 4 are not told
const FRIDAY = 4;
const PARTS = ['midnight to 6 am', '6 am to noon', 'noon to 6 pm', '6 pm to midnight'];
const DAYS = ['Monday to Friday', 'Saturday and Sunday'];
const PARTS_OF_WEEK = DAYS.flatMap((days) => PARTS.map((part) => `${days}, ${part}`));

/**
 * What may be told outside of the department: kinds, counts of five and more, days, parts of the week and the names of
 * groups. The pattern's name and synopsis stay inside: a person wrote them, and they may name an address. No sum
 * is told beside a withheld count, so none can be worked out.
 */
export function openFacts(facts: CaseFacts): OpenFacts {
  const { patternId, type, from, to, label, release, groups, madeBy, madeAt, callsTo } = facts;
  const open = facts.cases.filter(({ category }) => PUBLIC.has(category));
  const kinds = tallied(open, ({ category }) => PUBLIC.get(category) ?? '');
  const rest = kinds.filter(({ count }) => count < FEWEST).reduce((sum, { count }) => sum + count, 0);
  const timed = open.filter(({ timePrecision }) => timePrecision === 'minute');
  return {
    ...{ edition: 'open', patternId, type, from, to, label, release, groups, madeBy, madeAt, callsTo },
    kinds: kinds.filter(({ count }) => count >= FEWEST),
    otherKinds: rest === 0 || rest >= FEWEST ? rest : null,
    hours: PARTS_OF_WEEK.filter((part) => timed.filter((one) => partOfWeek(one) === part).length >= FEWEST),
    withoutHour: timed.length < open.length,
  };
}

const PUBLIC = new Map<string, string>(
  CATEGORIES.flatMap(({ category, label, leastLevel }) =>
    leastLevel === 'public' ? [[category, label] as const] : [],
  ),
);

function partOfWeek({ receivedLocal }: Case): string {
  const isWeekend = weekdayOf(toDayNumber(receivedLocal.slice(0, 10))) > FRIDAY;
  const part = Math.floor(Number(receivedLocal.slice(11, 13)) / 6);
  return PARTS_OF_WEEK[part + (isWeekend ? PARTS.length : 0)] ?? '';
}

function tallied(cases: readonly Case[], labelOf: (one: Case) => string): { label: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const one of cases) counts.set(labelOf(one), (counts.get(labelOf(one)) ?? 0) + 1);
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}
