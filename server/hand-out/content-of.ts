import { plainKind } from '#data/codes/plain-kinds.ts';
import type { HandOutFacts, HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { findTip } from '#data/tips/tips.ts';
import { answerOf } from './answer-of.ts';
import { changedSince } from './changed-since.ts';
import { chartsInWords } from './concern-charts.ts';
import type { HandOutContent, Released } from './content.ts';
import { concernsInWords, sectionsInWords } from './item-words.ts';
import { pageNotes } from './page-notes.ts';
import { printedLines } from './printed-lines.ts';
import { clock, dayAlone, spanDays } from './words/dates.ts';
import type { PageWords } from './words/page-words.ts';
import { wordsOf } from './words/words-of.ts';

/** Facts in words of one language, in the order in which they are read. Nothing is counted here. `released`: null for a draft. */
export function contentOf(facts: HandOutFacts, language: HandOutLanguage, released: Released | null): HandOutContent {
  const words = wordsOf(language);
  const days = words.span(...spanDays(facts.from, facts.to, language));
  const lines = printedLines(facts, language);
  return {
    language,
    draft: released === null ? words.draft : '',
    title: `${facts.groupName}, ${days}`,
    department: words.department(facts.department.name),
    groupName: facts.groupName,
    days,
    forMeeting: facts.meeting === null ? '' : words.forMeeting(dayAlone(facts.meeting.startsAt, language)),
    answer: answerOf(facts.calls.lines, language),
    changed: changedSince(facts.calls, language),
    map: mapInWords(facts, language),
    lines: lines.drawn,
    others: { heading: words.others, lines: lines.others, more: '' },
    none: lines.none,
    withheld: lines.withheld,
    caveat: lines.drawn.some(({ usual }) => usual !== null)
      ? `${words.howUsual} ${words.whatCallsAre}`
      : words.whatCallsAre,
    concerns: concernsInWords(facts, language),
    charts: chartsInWords(facts, language),
    sections: sectionsInWords(facts.items, language),
    tips: { heading: words.tips, items: tipsInWords(facts, language) },
    talk: talkInWords(facts, words, language),
    notes: pageNotes(facts, language),
    foot: released === null ? words.draft : words.code(released.code),
  };
}

/** A tip that was taken out of the table since is left out. */
const tipsInWords = ({ items }: HandOutFacts, language: HandOutLanguage): string[] =>
  items.flatMap((item) => {
    const tip = item.part === 'tip' ? findTip(item.itemId) : null;
    return tip === null ? [] : [tip[language]];
  });

function mapInWords({ groupName, calls }: HandOutFacts, language: HandOutLanguage): HandOutContent['map'] {
  const words = wordsOf(language);
  const { dots, leastShown } = calls;
  if (dots === null || dots.points.length === 0)
    return { label: words.mapLabel(groupName), note: `${words.insideLine} ${words.noDots(leastShown)}`, table: null };
  const { name } = plainKind(dots.category, language);
  const kind = name.charAt(0).toLowerCase() + name.slice(1);
  const places = new Map<string, number>();
  for (const { near } of dots.points) places.set(near, (places.get(near) ?? 0) + 1);
  return {
    label: `${words.mapLabel(groupName)} ${words.mapDots(dots.points.length, kind, leastShown)}`,
    note: `${words.insideLine} ${words.dotNote(kind, leastShown)}`,
    table: {
      heads: words.dotHeads,
      rows: [...places].map(([near, count]) => [near || words.inArea, words.dotRow(kind, leastShown, count)]),
    },
  };
}

function talkInWords(
  { department, officer, next }: HandOutFacts,
  words: PageWords,
  language: HandOutLanguage,
): HandOutContent['talk'] {
  const who = [officer === null ? '' : `${words.officer(officer)}.`, words.talkAbout, words.emergency];
  return {
    heading: words.talk,
    phone: department.phone,
    who: who.filter((part) => part !== '').join(' '),
    nextMeeting:
      next === null
        ? words.noNextMeeting
        : words.nextMeeting(dayAlone(next.startsAt, language), clock(next.startsAt, language), next.place),
  };
}
