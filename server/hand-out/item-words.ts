import type { HandOutFacts, HandOutItem, HandOutLanguage, TwoTongues } from '#data/schema/records/hand-out.ts';
import type { HandOutContent, Said } from './content.ts';
import { kindInWords } from './printed-lines.ts';
import { dayAlone } from './words/dates.ts';
import type { PageWords } from './words/page-words.ts';
import { wordsOf } from './words/words-of.ts';

type Part<P extends HandOutItem['part']> = Extract<HandOutItem, { part: P }>;

/** "You said, we did, not yet", in the order of the facts. */
export function concernsInWords({ items, calls }: HandOutFacts, language: HandOutLanguage): HandOutContent['concerns'] {
  const words = wordsOf(language);
  const concerns = items.filter((item): item is Part<'concern'> => item.part === 'concern');
  return {
    heads: words.concernHeads,
    rows: concerns.map((concern) => ({
      reference: concern.itemId.slice(concern.itemId.lastIndexOf('/') + 1),
      said: said(concern.said, language),
      did: said(concern.did, language, concern.did.en === '' ? words.nothingYet : ''),
      notYet: said(concern.notYet, language, whatNext(concern, language)),
      calls: kindInWords(calls.lines, concern.category, language),
    })),
    more: '',
    none: concerns.length === 0 ? words.noConcerns : '',
  };
}

function whatNext({ isOpen, nextOn, notYet }: Part<'concern'>, language: HandOutLanguage): string {
  const words = wordsOf(language);
  if (!isOpen) return notYet.en === '' ? words.nothingOpen : '';
  if (nextOn !== null) return words.reportBack(dayAlone(nextOn, language));
  return notYet.en === '' ? words.stillOpen : '';
}

/** What else the page tells, each kind of it under its own heading. */
export function sectionsInWords(items: readonly HandOutItem[], language: HandOutLanguage): HandOutContent['sections'] {
  const words = wordsOf(language);
  const of = <P extends HandOutItem['part']>(part: P, tell: (item: Part<P>) => Said): Said[] =>
    items.flatMap((item) => (isPart(item, part) ? [tell(item)] : []));
  return [
    { heading: words.promises, items: of('promise', (item) => said(item.words, language, due(item, words, language))) },
    {
      heading: words.news,
      items: of('news', ({ words: news, eventOn }) =>
        said(news, language, eventOn === null ? '' : words.onDay(dayAlone(eventOn, language))),
      ),
    },
    { heading: words.projects, items: of('project', (item) => said(item.words, language)) },
    { heading: words.line, items: of('line', (item) => said(item.words, language)) },
  ].filter((section) => section.items.length > 0);
}

const isPart = <P extends HandOutItem['part']>(item: HandOutItem, part: P): item is Part<P> => item.part === part;

const due = ({ dueOn, isLate, keptOn }: Part<'promise'>, words: PageWords, language: HandOutLanguage): string =>
  keptOn !== undefined
    ? words.keptOn(dayAlone(keptOn, language))
    : words[isLate ? 'lateSince' : 'dueBy'](dayAlone(dueOn, language));

/** A person's words in the page's language, else in English and marked as such. */
export function said({ en, es }: TwoTongues, language: HandOutLanguage, after = ''): Said {
  if (language === 'en' || en === '') return { words: en, language, marked: '', after };
  if (es !== null && es !== '') return { words: es, language, marked: '', after };
  return { words: en, language: 'en', marked: wordsOf(language).inEnglish, after };
}
