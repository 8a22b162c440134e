import type { PageWords } from './page-words.ts';

const and = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

export const ENGLISH: PageWords = {
  draft: 'Draft, not released',
  department: (name) => `${name}, community engagement`,
  forMeeting: (day) => `for the meeting on ${day}`,
  span: (from, to) => `${from} to ${to}`,

  more: (told, calls, low, high) => `More ${told} than usual: ${calls}, and the usual range is ${low} to ${high}.`,
  fewer: (told, calls, low, high) => `Fewer ${told} than usual: ${calls}, and the usual range is ${low} to ${high}.`,
  moreKinds: (count) =>
    count === 1 ? 'One more kind was not as usual: see below.' : `${count} more kinds were not as usual: see below.`,
  othersUsual: 'Other calls were as usual.',
  comparedUsual: 'The other calls that we can show were as usual.',
  allUsual: 'Calls were as usual.',
  noCalls: 'No calls came in of the kinds on this page.',
  allWithheld: 'Only a few calls came in. We do not show such small numbers: they could point to a person.',
  notCompared: 'These are the calls that came in. We do not know yet what is usual here.',

  against: { more: 'More than usual', fewer: 'Fewer than usual', 'as-usual': 'As usual', 'not-judged': 'Not compared' },
  usual: (low, high) => (low === high ? `usual ${low}` : `usual ${low} to ${high}`),
  before: (calls) => `last page: ${calls}`,
  others: 'Other calls, with their usual range',
  othersRun: (names) => `Other calls, as usual: ${and(names)}.`,
  othersNotCompared: (names) => `Not compared: ${and(names)}.`,
  moreOthers: (count) => `${count} more kinds of calls are on the web page.`,
  none: (names) => `None at all: ${and(names)}.`,
  withheld: (names, least) =>
    `Not shown: ${and(names)}. Each is under ${least}, or would reveal a number under ${least}, which could point to a person.`,

  since: (to) => `Since the last page (to ${to}):`,
  wentUp: (name, before, now) => `${name} up from ${before} to ${now}.`,
  wentDown: (name, before, now) => `${name} down from ${before} to ${now}.`,
  noClearChange: 'no clear change.',
  restUnchanged: 'No other clear change.',

  howUsual: 'The usual range comes from the weeks before, and from the same weeks of past years.',
  whatCallsAre: 'A call is what someone reported. It is not proof of a crime, and some crime is never reported.',

  yourArea: 'Your area',
  calls: 'Calls and crime here',
  concerns: 'You said, we did, not yet',

  mapLabel: (group) => `Map of ${group} with its streets. A black line shows the area that this page is about.`,
  mapDots: (count, name, least) =>
    `${count === 1 ? 'One dot marks a place' : `${count} dots mark places`} with ${least} or more calls: ${name}.`,
  insideLine: 'This page is about the area inside the black line.',
  dotNote: (name, least) =>
    `Dots: places, each of a few blocks, with ${least} or more ${name}. Smaller numbers are not shown.`,
  noDots: (least) => `No dots: no place had ${least} or more calls of one kind.`,
  noStreets: 'There is no street map here, so the line stands alone.',
  dotHeads: ['Where', 'How many'],
  dotRow: (name, least, places) =>
    places === 1 ? `${least} or more ${name}` : `${places} places, each with ${least} or more ${name}`,
  inArea: 'In the area',

  concernHeads: ['You said', 'We did', 'Not yet'],
  moreConcerns: (count) =>
    count === 1 ? 'One more concern: ask us at the meeting.' : `${count} more concerns: ask us at the meeting.`,
  moreTold: (count) => (count === 1 ? 'One more is on the web page.' : `${count} more are on the web page.`),
  noConcerns: 'Nobody brought us a concern in this area. Tell us at the meeting, or call.',
  nothingYet: 'Nothing yet.',
  nothingOpen: 'Nothing open.',
  stillOpen: 'Still open.',
  reportBack: (day) => `Report back on ${day}.`,
  charts: 'Your concerns and the calls',
  chartsLead: {
    bars: 'Each bar counts calls of one kind in this area.',
    wide: 'A wide bar counts more weeks at once, and is as high as one month of it would be.',
    empty: 'An empty box is a number that is not told.',
    line: 'The upright line is the day you told us.',
  },
  chartLabel: (kind) => `${kind}: bars over time. The table below says the same.`,
  chartHeads: ['Days', 'Calls'],
  chartTable: 'The same numbers in a table',
  youTold: (day) => `You told us: ${day}`,
  toldBefore: (day) => `You told us on ${day}, before these days.`,
  toldAfter: (day) => `You told us on ${day}, after these days.`,
  notTold: 'not told',
  whyNotTold:
    'Not told: too few to print without pointing at somebody. Or it would give away such a small number of other days.',
  tooFew: 'Too few calls to show by month.',
  promises: 'What we promised',
  dueBy: (day) => `By ${day}.`,
  keptOn: (day) => `Kept on ${day}.`,
  lateSince: (day) => `Late: it was due on ${day}.`,
  news: 'News',
  onDay: (day) => `On ${day}.`,
  projects: 'What we work on',
  line: 'From your officer',
  tips: 'What you can do',
  inEnglish: '(in English)',

  talk: 'Talk to us, in English or Spanish',
  officer: (name) => name.replace(/^CRO\b/, 'Officer'),
  talkAbout: 'To report, ask or complain.',
  emergency: 'Emergency: 911.',
  nextMeeting: (day, clock, place) => `Next meeting: ${day}, ${clock}${place === '' ? '' : `, ${place}`}`,
  noNextMeeting: 'The next meeting has no date yet. Call and ask.',

  moment: (day, clock) => `${day}, ${clock}`,
  source: (titles, cutoff) => `Calls from the public up to ${cutoff} (${and(titles)}).`,
  notFull: (lastDay) => `The calls are in only up to ${lastDay}: the last days are not full.`,
  notCounted: (kinds) => `Never shown, to protect people: ${and(kinds)}.`,
  notOurs: (kinds) => `Nor ${and(kinds)}.`,
  notPlaced: (calls) => `Up to ${calls} calls in the city had no clear place.`,
  monthOnly: (calls) => `Of up to ${calls} calls we know only the month. They are not counted.`,
  byMonth: (months) => `Calls are known by month only: ${and(months)}.`,
  redrawn: (day) => `The area was redrawn on ${day}. All days are counted inside the new line.`,
  code: (code) => `Look up this page with code ${code}`,
};
