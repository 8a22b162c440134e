import { sayChanges } from '#analysis/two-counts/said.ts';
import { compareTwoCounts } from '#analysis/two-counts/two-counts.ts';
import { plainKind } from '#data/codes/plain-kinds.ts';
import type { HandOutCalls, HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { dayAlone, number } from './words/dates.ts';
import { wordsOf } from './words/words-of.ts';

const LEVEL = 0.95;
const MOST_NAMED = 3;

/**
 * What is different from the group's last page, which told of as many days: only what is more than chance, for all the
 * kinds that are compared together. Empty where nothing can be compared.
 */
export function changedSince({ lines, beforeDays }: HandOutCalls, language: HandOutLanguage): string {
  if (beforeDays === null) return '';
  const pairs = lines.flatMap(({ category, calls, before }) =>
    calls === null || before === null
      ? []
      : [{ areaId: 'group', category, now: calls, before, nowExposure: 1, beforeExposure: 1 }],
  );
  if (pairs.length === 0) return '';
  const words = wordsOf(language);
  const { findings } = compareTwoCounts(pairs);
  const said = sayChanges(
    findings.map((finding) => ({ ...finding, nowExposure: 1, beforeExposure: 1 })),
    LEVEL,
  );
  const changes = findings.flatMap(({ category, now, before }, i) => {
    const name = lowered(plainKind(category, language).name);
    const numbers = [number(before, language), number(now, language)] as const;
    if (said[i] === 'more') return [words.wentUp(name, ...numbers)];
    return said[i] === 'fewer' ? [words.wentDown(name, ...numbers)] : [];
  });
  const told = changes.slice(0, MOST_NAMED).map((words, i) => (i === 0 ? words : raised(words)));
  const rest = told.length === 0 ? words.noClearChange : words.restUnchanged;
  const isAllTold = changes.length === told.length && told.length < pairs.length;
  return [words.since(dayAlone(beforeDays.to, language)), ...told, ...(isAllTold ? [rest] : [])].join(' ');
}

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const raised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
