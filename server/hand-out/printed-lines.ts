import { inPlainOrder, plainKind } from '#data/codes/plain-kinds.ts';
import type { HandOutFacts, HandOutLanguage, HandOutLine } from '#data/schema/records/hand-out.ts';
import type { PrintedLine } from './content.ts';
import { number } from './words/dates.ts';
import { wordsOf } from './words/words-of.ts';

const DRAWN = 3; // lines on their usual range
const MOST_DRAWN = 4; // where more than three are not as usual
const ASKED_EVERYWHERE = ['burglary', 'theft-from-vehicle'];

export type PrintedLines = {
  readonly drawn: readonly PrintedLine[];
  readonly others: readonly PrintedLine[];
  readonly none: string;
  readonly withheld: string;
};

/**
 * Every kind once: three or four drawn, the other numbers after them in the order of the facts, then what was none at all
 * and what is withheld, families together. Drawn are those that are not as usual, those of the page's own concerns,
 * what is asked everywhere, and then the most calls.
 */
export function printedLines(facts: HandOutFacts, language: HandOutLanguage): PrintedLines {
  const words = wordsOf(language);
  const { leastShown, beforeDays } = facts.calls;
  const lines = facts.calls.lines.map((line) => (beforeDays === null ? { ...line, before: null } : line));
  const drawn = drawnOf(lines, facts.items);
  const left = lines.filter((line) => !drawn.includes(line));
  const namesOf = (shown: HandOutLine['shown']) =>
    inPlainOrder(left.flatMap((line) => (line.shown === shown ? [line.category] : []))).map((category) =>
      lowered(plainKind(category, language).name),
    );
  const [none, withheld] = [namesOf('zero'), namesOf('withheld')];
  return {
    drawn: drawn.map((line) => printedLine(line, language)),
    others: left.filter(({ shown }) => shown === 'count').map((line) => printedLine(line, language)),
    none: none.length === 0 ? '' : words.none(none),
    withheld: withheld.length === 0 ? '' : words.withheld(withheld, leastShown),
  };
}

function drawnOf(lines: readonly HandOutLine[], items: HandOutFacts['items']): HandOutLine[] {
  const tellable = lines.filter(({ shown, usual }) => shown !== 'withheld' && usual !== null);
  const unusual = tellable.filter(({ against }) => against === 'more' || against === 'fewer').slice(0, MOST_DRAWN);
  const asked = [...items.flatMap((item) => (item.part === 'concern' ? [item.category] : [])), ...ASKED_EVERYWHERE];
  const ofConcerns = asked.flatMap((category) => tellable.filter((line) => line.category === category));
  const mostCalls = lines.filter(({ shown }) => shown === 'count');
  const chosen = [...new Set([...unusual, ...ofConcerns, ...mostCalls])].slice(0, Math.max(unusual.length, DRAWN));
  return lines.filter((line) => chosen.includes(line)); // in the order of the facts
}

function printedLine(line: HandOutLine, language: HandOutLanguage): PrintedLine {
  const words = wordsOf(language);
  const { category, calls, usual, against, before } = line;
  const { name, means } = plainKind(category, language);
  return {
    number: number(calls ?? 0, language),
    observed: calls ?? 0,
    ...{ label: name, means },
    against: words.against[against],
    verdict: VERDICTS[against],
    usual:
      usual === null
        ? null
        : { ...usual, words: words.usual(number(usual.low, language), number(usual.high, language)) },
    before: before === null ? '' : words.before(number(before, language)),
  };
}

const VERDICTS = { more: 'unusual', fewer: 'unusual', 'as-usual': 'usual', 'not-judged': 'not-judged' } as const;

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** "Thefts from cars: 33, more than usual"; empty where nothing may be told of the kind. */
export function kindInWords(lines: readonly HandOutLine[], category: string | null, language: HandOutLanguage): string {
  const line = lines.find((each) => each.category === category);
  if (line === undefined || line.calls === null) return '';
  const { label, number: calls, against, verdict } = printedLine(line, language);
  return verdict === 'not-judged' ? `${label}: ${calls}` : `${label}: ${calls}, ${lowered(against)}`;
}
