import type { Verdict } from '#data/schema/answer.ts';
import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    title: 'Spikes',
    sweep: 'Monday sweep',
    decided: (n: number, of: number) => `${n} of ${of} decided`,
    seen: (n: number, of: number) => `${n} of ${of} seen`,
    keys: 'Keys:',
    keyNext: 'next',
    keyBack: 'back',
    keyDismiss: 'dismiss',
    keyWatch: 'watch',
    keyPattern: 'pattern',
    verdicts: { usual: 'usual', watch: 'watch', unusual: 'unusual', 'not-judged': 'not judged' } satisfies Record<
      Verdict,
      string
    >,
    kinds: {
      string: (n: number | null) => (n === null ? 'close together' : `${n} close together`),
      emerging: () => 'rising around here',
      'hot-address': () => 'at one address',
    },
    looking: 'Looking for calls close together, rising corners and busy addresses.',
    lookingFailed: (why: string) => `Calls close together, rising corners and busy addresses are not looked at: ${why}`,
    strongest: 'Strongest evidence first. Not a ranking of places.',
    budget: 'False alarms a week',
    realized: (alarms: number, weeks: number) =>
      `In the last ${plural(weeks, 'week', 'weeks')} this brought ${alarms.toFixed(1)} a week.`,
    beingSet: 'Being set by this city’s own past. What stands here stays; more may join.',
    tooShort: 'By theory: the past is too short to set the list by.',
    notSet: 'By theory: the list was not set by the own past.',
    realizedUnknown: 'Too few weeks to try it on.',
    mostAWeek: (most: number) => `No more than ${most.toFixed(1)} a week leave their usual range.`,
    noticed: (size: number, share: number) =>
      `Here a rise of ${plural(size, 'call', 'calls')} within 1 week is noticed ${Math.round(100 * share)} % of the time.`,
    heading: (kind: string, area: string) => `${kind}, ${area}`,
    chanceOf: (p: number) => {
      if (p <= 0.000_001) return 'Chance alone gives one as strong in less than 1 of a million looks.';
      return p > 0.5 ? '' : `Chance alone gives one as strong in about 1 of ${count(1 / p)} looks.`;
    },
    chance: (alarms: number, series: number) =>
      `Chance alone marks about ${alarms === 1 ? 'one' : alarms} a week in ${count(series)} series.`,
    back: 'Back',
    next: 'Next',
    openInExplore: 'Open in Explore',
    weeks: 'Calls a week',
    weeksAround: (meters: number) => `Calls a week of this kind within ${meters} m`,
    weeksAtAddress: 'Calls a week of this kind at this address',
    weeksWindow: (window: string, finished: boolean) =>
      `${window}; ${finished ? 'what is not a whole week' : 'this week so far'}, dashed`,
    concernRaised: (id: string) => `${id} raised`,
    where: 'Where',
    thatWeek: (week: string) => week,
    before: '8 weeks before',
    when: 'When',
    ringed: (week: string) => `${week}, over 1 year`,
    peak: (n: number, of: number, when: string, low: number, high: number) =>
      `${n} of ${of} on ${when}; usual ${low} to ${high} there.`,
    peakOnly: (n: number, of: number, when: string) => `${n} of ${of} on ${when}.`,
    places: 'Places with 2 or more',
    noPlaces: 'Every call came from another place.',
    beforeAt: (n: number) => `${count(n)} in the 8 weeks before`,
    otherPlaces: (n: number) => `${plural(n, 'call', 'calls')} at other places.`,
    itsCalls: 'Its calls',
    noPlace: 'No usable place',
    moreCalls: (n: number) => `and ${plural(n, 'call', 'calls')} more`,
    missingCalls: (n: number) => `${plural(n, 'call', 'calls')} of it are not in what your role receives.`,
    since: (day: string) => `since ${day}`,
    mapOfCalls: (kind: string) => `Where the ${kind.toLowerCase()} calls were`,
    callsIn: (areas: number, [one, many]: readonly [string, string]) =>
      areas === 0 ? `calls outside all ${many}` : `calls in ${plural(areas, one, many)}`,
    howTitle: 'How was this found?',
    how: {
      string: 'Calls of one kind followed each other closer in place and in time than chance lets them.',
      emerging: 'Calls of one kind are rising around this point, against its own past and its surroundings.',
      'hot-address': 'One address had more calls of this kind than its own past leads one to expect.',
    },
    howMore: 'How is this worked out?',
    gone: 'Nothing more of it this week.',
    goneThen: (day: string, sentence: string) => `It is watched since the week of ${day}. Then: ${sentence}`,
    explain: 'What else could explain it',
    onlyHere: 'Only here?',
    onlyHereYes: (others: string, n: number, low: number, high: number) =>
      `Yes. The other ${others} had ${count(n)}; usual ${low} to ${high}.`,
    onlyHereNo: (others: string, n: number, low: number, high: number) =>
      `No. The other ${others} had ${count(n)} too; usual ${low} to ${high}.`,
    onlyHereUnknown: (others: string, n: number) =>
      `Not known: the other ${others} have too little history. They had ${count(n)}.`,
    onePlace: 'One place?',
    onePlaceYes: (n: number, of: number, label: string) => `Yes. ${n} of ${of} came from ${label}.`,
    onePlacePartly: (n: number, of: number, label: string, rest: string) =>
      `Partly. ${n} of ${of} came from ${label}${rest}.`,
    onePlaceNo: (n: number, of: number) => `No. At most ${n} of ${of} came from one place.`,
    onePlaceUnknown: 'Not known: these calls have no usable place.',
    recording: 'Recording change?',
    recordingYes: (code: string, n: number) =>
      `Perhaps. “${code}” (${plural(n, 'call', 'calls')}) was not used here in the year before.`,
    recordingNo: 'None found. The same source words as in the year before.',
    twice: 'Filed twice?',
    twiceYes: (n: number) => `Perhaps. ${plural(n, 'pair', 'pairs')} at the same place within 30 minutes.`,
    twiceNo: 'No two calls at the same place within 30 minutes.',
    late: 'Late calls?',
    lateNone: (lag: number) =>
      lag === 0
        ? 'None expected: the source reports at once.'
        : `None expected. The week ended more than ${plural(lag, 'day', 'days')} before the data, the lag of this source.`,
    patrol: 'More patrol?',
    patrolNo: 'No. Counted from the public only.',
    patrolYes: (n: number, of: number) => `${n} of ${of} were begun by officers: they measure activity, not demand.`,
    concerns: 'Concerns here about this',
    noConcerns: 'Nobody raised a concern of this kind here.',
    noneTitle: (week: string) => `Nothing unusual, ${week}`,
    beingSetTitle: (week: string) => `Looking, ${week}`,
    beingSetBody: (series: number) =>
      `We look at ${count(series)} series. The list comes once it is set by this city’s own past.`,
    none: (series: number) => `We looked at ${count(series)} series. All lie in their usual range.`,
    notJudgedTitle: 'Nothing could be judged',
    notJudged: 'A usual range needs boundaries, and at least eight whole weeks of calls.',
    notJudgedMonths: 'The source gives months only, and a usual range is one of weeks.',
    here: 'here',
    hereOnly: 'here only',
    inTwo: (noun: string) => `in two or more ${noun}`,
    more: (unplaced: number, held: number) =>
      `${count(unplaced)} more in the city not mapped, ${count(held)} held back.`,
    methods: {
      farrington: 'Farrington Flexible, three years or more',
      'negative-binomial': 'Negative binomial, same season',
      'c-test': 'C-test against 8 weeks',
    },
    weeksOfHistory: (n: number) => plural(n, 'week', 'weeks'),
    loading: 'Counting',
    failed: 'The spikes could not be counted',
    again: 'Try again',
    mapLabel: (kind: string, area: string) => `Where the ${kind.toLowerCase()} calls in ${area} were`,
  },
});
