import type { BriefingLine } from '#data/schema/records/briefing.ts';
import type { HandOutDesk, HandOutFacts, HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { clockInWords, monthInWords, weekdayInWords, windowInWords } from '#web/ask/date-words.ts';
import { longDate, shortDate } from '#web/chart/week-axis.ts';
import { count, plural, wordsOf } from '#web/ui/words.ts';
import type { Part, WordField } from './choices.ts';

const lowered = (labels: readonly string[]): string => labels.map((label) => label.toLowerCase()).join(', ');
type Meeting = HandOutDesk['meetings'][number];

const FIELD_WORDS: Record<WordField, string> & Partial<Record<string, string>> = {
  said: 'You said',
  did: 'We did',
  notYet: 'Not yet',
  words: 'Words',
};
const LANGUAGE_WORDS: Record<HandOutLanguage, string> = { en: 'English', es: 'Spanish' };

/** What the builder says. */
export const words = wordsOf({
  en: {
    title: (group: string) => `A page for ${group}`,
    loading: 'Counting the calls and reading the records',
    failed: 'The page cannot be prepared',
    refused: 'There is nothing to print for these days',
    forbidden: 'Preparing a page is not open to your role',
    readOnly: 'Your role reads this page. The coordinator or the group’s officer prepares and releases it.',
    again: 'Try again',
    back: 'Back to the group',
    toBoundary: 'See the boundary',
    choose: 'What stands on it',
    thePage: 'The page',
    view: 'What is shown',

    saving: {
      suggested: 'As suggested, nothing kept yet',
      saved: 'Draft, saved',
      saving: 'Saving',
      waiting: 'Not saved yet',
    },
    unsaved: 'The draft could not be saved',
    undo: 'Undo',
    redo: 'Redo',
    undoWhat: (said: string) => `Undo: ${said}`,
    redoWhat: (said: string) => `Redo: ${said}`,
    nothingToUndo: 'Nothing was changed yet',
    nothingToRedo: 'Nothing was undone',
    startAgain: 'Start again from what is suggested',
    didUndo: (said: string) => `Taken back: ${said}`,
    didRedo: (said: string) => `Done again: ${said}`,
    said: {
      startedAgain: 'started again from what is suggested',
      theirs: 'took what somebody else kept',
      wished: 'the days or the meeting asked for',
      days: 'other days',
      meeting: 'another meeting',
      moved: (what: string) => `moved “${what}”`,
      left: (what: string) => `left out “${what}”`,
      put: (what: string) => `put “${what}” on the page`,
      worded: (what: string) => `words of “${what}”`,
      line: 'your own line',
    },

    clashTitle: 'Somebody else changed this page while you did',
    clash: 'Both are here. Choose one; the other stays one undo away.',
    yours: 'Yours',
    theirs: 'Theirs',
    keepMine: 'Keep mine',
    takeTheirs: 'Take theirs',
    clashDays: 'Days',
    clashItems: 'On the page',
    clashMeeting: 'For the meeting',
    clashLine: 'The line',
    none: 'None',

    days: 'Days and meeting',
    from: 'First day',
    to: 'Last day',
    setDays: 'Count these days',
    daysWrong: 'The first day stands before the last',
    since: ({ on, place }: NonNullable<HandOutFacts['follows']>) =>
      `Since the last meeting, ${longDate(on)}${place === '' ? '' : `, ${place}`}.`,
    byMonth: (from: string, to: string) =>
      `Calls are known by month only: ${monthInWords(from)}${from.slice(0, 7) === to.slice(0, 7) ? '' : ` to ${monthInWords(to)}`}. Choose whole months.`,
    fromMonthOf: ({ on, place }: NonNullable<HandOutFacts['follows']>) =>
      `From the month of the last meeting, ${longDate(on)}${place === '' ? '' : `, ${place}`}.`,
    noneBefore: 'No meeting before these days is kept.',
    meeting: 'For the meeting',
    noMeeting: 'No meeting',
    meetingOf: ({ startsAt, place }: Meeting) =>
      `${weekdayInWords(startsAt)}, ${clockInWords(startsAt)}${place === '' ? '' : `, ${place}`}`,
    noneToCome: 'No meeting to come is kept. The page can still be released.',
    next: ({ startsAt, place }: Meeting) =>
      `The next one, as the page tells it: ${weekdayInWords(startsAt)}, ${clockInWords(startsAt)}${place === '' ? '' : `, ${place}`}.`,

    calls: 'Calls',
    callsWhy:
      'Counted from the calls; nobody types these numbers, and no line can be left out. A page that hides what rose would not be believed the next time.',
    noCalls: 'No call of these kinds came in.',
    zero: (labels: readonly string[]) => `No calls: ${lowered(labels)}.`,
    withheld: (labels: readonly string[]) =>
      `Not shown, to protect people (too few calls, or they would tell what is hidden elsewhere): ${lowered(labels)}.`,
    usual: ({ low, high }: NonNullable<BriefingLine['usual']>) => `usual ${low} to ${high}`,
    moreKinds: (n: number) => `${plural(n, 'kind', 'kinds')} more on the page`,
    noUsual: 'no usual range',
    beforeIt: (n: number) => `${n} on the last page`,
    redrawn: (day: string) => `The boundary was redrawn on ${longDate(day)}; all days are counted inside the new one.`,
    cutoff: (moment: string) => `Calls received up to ${longDate(moment.slice(0, 10))}, ${clockInWords(moment)}.`,
    asFar: (to: string) => `The calls reach ${longDate(to)}: that is the last day that is wholly in.`,
    notPlaced: (n: number) =>
      `Up to ${count(n)} calls of the whole city could not be placed and are in no group’s numbers.`,
    monthOnly: (n: number) => `Up to ${count(n)} calls with only a month are left out.`,

    parts: {
      concern: 'You said, we did, not yet',
      promise: 'Promises',
      news: 'News',
      project: 'Projects',
      tip: 'What you can do',
    } satisfies Record<Part, string>,
    onPage: (on: number, all: number) => `${on} of ${all}`,
    nothingToTell:
      'No open concern, promise, project or news is kept for these days. The page still tells the calls; add a line of your own if there is something to say.',
    fields: FIELD_WORDS,
    languages: LANGUAGE_WORDS,
    noSpanish: 'Nobody has written it yet: the English is printed and marked as English.',
    noSpanishShort: 'No Spanish yet',
    emptyDid: 'Nothing yet',
    notSummedUp: (reference: string) => `${reference}, which nobody has summed up yet`,
    mine: 'Reworded',
    asRecord: 'Take the record’s words again',
    tipFixed: 'Checked once for all groups, in both languages; its words stay as they are.',
    edit: 'Edit words',
    editOf: (what: string) => `Edit words of “${what}”`,
    done: 'Done',
    doneWith: (what: string) => `Done with “${what}”`,
    up: (what: string) => `Move “${what}” up`,
    down: (what: string) => `Move “${what}” down`,
    first: 'It is the first already',
    last: 'It is the last already',
    drag: 'Drag to move',
    late: 'Late',
    due: (day: string) => `due ${shortDate(day)}`,
    told: (day: string) => `told again ${shortDate(day)}`,
    on: (day: string) => shortDate(day),
    closed: 'Closed',
    line: 'A line of your own',
    lineHint: 'One or two sentences. No names, phones or addresses: the release check stops them.',

    check: 'Release check',
    checkPasses: 'The release check passes.',
    checkFaults: (n: number) => `${plural(n, 'thing', 'things')} to mend before it can be released`,
    checkReading: 'Being checked',
    found: (text: string) => `“${text}”`,
    toSettings: 'Open the settings',
    wholePage: 'The page',
    pageIn: (language: HandOutLanguage) => `The page in ${LANGUAGE_WORDS[language]}`,
    release: 'Release',
    releaseTitle: (group: string) => `Release this page for ${group}?`,
    releaseMeans: [
      'Its numbers are told for good: later pages are held back where they would give away what this one hides.',
      'It stands on the group’s public page at once, in English and Spanish, for anybody to read.',
      'It can be withdrawn, but what was told stays told.',
    ],
    releaseWhat: (days: string, counted: number, items: number) =>
      `${days}: ${plural(counted, 'number', 'numbers')}, ${plural(items, 'item', 'items')}.`,
    mendFirst: 'Mend what the release check found first',
    savingFirst: 'It is being saved',
    clashFirst: 'Choose between yours and theirs first',
    overtakenTitle: 'Something changed since you looked',
    overtaken:
      'The records or the calls changed meanwhile, and nothing was released. Look at the page again, then release it.',
    sheet: 'My own notes for the evening',
    publicPage: 'Public page',

    preview: 'The page as it will be printed',
    language: 'Language',
    paper: 'Paper',
    papers: { letter: 'Letter', a4: 'A4' },
    zoom: 'Size',
    zooms: { whole: 'Whole page', wide: 'Close up' },
    drawing: 'The page is being drawn',
    notDrawn: 'The page could not be drawn',
    noPage: 'The server gave no page. Try another language or paper, or come back in a minute.',
    draftPdf: 'Draft as PDF',

    forMeeting: ({ startsAt }: Meeting) => `For the meeting of ${longDate(startsAt.slice(0, 10))}`,
    forNone: 'For no meeting',
    placeOf: (itemId: string, field: string, language: HandOutLanguage | null) =>
      [
        itemId === 'line' ? 'A line of your own' : itemId.slice(itemId.indexOf('/') + 1),
        FIELD_WORDS[field] ?? '',
        language === null ? '' : LANGUAGE_WORDS[language],
      ]
        .filter(Boolean)
        .join(', '),

    earlier: 'Earlier pages',
    noneEarlier: 'No page of this group was released yet.',
    windowOf: windowInWords,
    pageOf: (days: string) => `The page of ${days}`,
    releasedOn: (day: string) => `Released ${day}`,
    withdrawnTag: 'Withdrawn',
    pdfOf: (language: HandOutLanguage) => `PDF, ${LANGUAGE_WORDS[language]}`,
    making: 'Being made',
    notMade: 'The file could not be made',
    noPrinter: 'No PDF can be printed here just now',
    twin: 'Open the same page in the browser',
    answered: (status: number) => `The server answered ${status}.`,
    unreachable: 'The server cannot be reached.',
    withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw this page?',
    withdrawMeans:
      'It leaves the group’s public page, and its reason stays here. This cannot be undone: prepare and release a new page instead. Its numbers were told and stay told.',
    why: 'Why',
    whyFirst: 'Say why',
  },
});
