import type { WallDutyKind, WallVerdict } from '#data/schema/wall.ts';
import { count, listed, plural, wordsOf } from '#web/ui/words.ts';

/** Parts of a line; a number stays on the line of its noun. */
const joined = (parts: readonly string[]): string =>
  parts.flatMap((part) => (part === '' ? [] : [part.replaceAll(/(?<=\d) /g, '\u00A0')])).join(', ');

export const words = wordsOf({
  en: {
    city: 'City',
    titled: (what: string, week: string) => `${what}, ${week}`,
    unusual: (n: number) => `${count(n)} unusual`,
    nothing: 'Nothing unusual',
    nothingYet: 'Nothing unusual so far',
    notJudged: 'Not judged',
    notJudgedWhy: 'There is too little history for a usual range of weeks.',
    beingSet: 'List still being set; more may join',
    noCalls: 'No calls yet',
    noCallsWhy: 'No calls were taken in yet. What is owed to the groups is known:',
    more: (n: number) => `and ${count(n)} more`,
    moreWaiting: (n: number) => `and ${count(n)} more`,
    tally: ({ watch, usual, 'not-judged': not }: Record<WallVerdict, number>, isAll: boolean) =>
      joined([
        watch > 0 ? `${plural(watch, 'area', 'areas')} to watch` : '',
        usual > 0 ? (isAll ? `All ${plural(usual, 'area', 'areas')} as usual` : `${count(usual)} as usual`) : '',
        not > 0 ? `${count(not)} not judged` : '',
      ]),
    fewer: 'Under 5',
    fewerSaid: 'Fewer than 5',
    usualRange: (low: number, high: number) => `usual ${count(low)} to ${count(high)}`,
    noRange: 'no usual range',
    band: 'usual range',
    mapOf: (unusual: readonly string[], watch: readonly string[], what: string) =>
      `Map of ${what}. ${unusual.length > 0 ? `Unusual: ${listed(unusual, 9)}.` : 'Nothing unusual.'}${
        watch.length > 0 ? ` To watch: ${listed(watch, 9)}.` : ''
      }`,
    theCity: 'the city',
    mapPending: 'The map is being fetched.',
    verdict: { unusual: 'Unusual', watch: 'Watch', usual: 'Usual', 'not-judged': 'Not judged' } satisfies Record<
      WallVerdict,
      string
    >,
    since: {
      unusual: 'also the week before',
      watch: 'to watch the week before',
      usual: 'as usual the week before',
      'not-judged': 'not judged the week before',
    } satisfies Record<WallVerdict, string>,
    running: (weeks: number) => `for ${weeks} weeks running`,
    alertTitle: (area: string, kind: string) => `${area}, ${kind.toLowerCase()}`,
    alertCount: (n: number | null) => (n === null ? 'Fewer than 5' : count(n)),
    alertRange: (low: number | null, high: number | null) =>
      low === null || high === null
        ? 'Too little history for a usual range.'
        : `Usual range ${count(low)} to ${count(high)}.`,
    raisedHere: (n: number) =>
      n === 0 ? 'No open concern raised here' : `${plural(n, 'concern', 'concerns')} raised here`,
    hatched: 'Hatched: too few to tell',
    deskCode: 'Desk code',
    scan: (code: string) => `Desk code ${code}, to scan with a phone`,
    weeksOf: (kind: string, area: string, counts: string) => `Calls a week, ${kind.toLowerCase()}, ${area}: ${counts}.`,
    weekSaid: (week: string, n: number | null) => `${week} ${n === null ? 'too few to tell' : count(n)}`,
    weeksTo: (weeks: number, day: string) => `Whole city, ${weeks} weeks to ${day}`,
    largest: (n: number, of: number) => `; ${n} of ${of} kinds`,
    trendsAnswer: (unusual: number, watch: number, usual: number) =>
      unusual + watch === 0
        ? usual === 0
          ? 'Not judged'
          : 'All as usual'
        : joined([unusual > 0 ? `${unusual} unusual` : '', watch > 0 ? `${watch} to watch` : '']),
    duty: {
      concerns: (n: number, atLeast: string) => `${atLeast}${plural(n, 'concern', 'concerns')} overdue`,
      referrals: (n: number, atLeast: string) => `${atLeast}${plural(n, 'referral', 'referrals')} overdue`,
      groups: (n: number, atLeast: string) => `${atLeast}${plural(n, 'group', 'groups')} not reached`,
      escalations: (n: number, atLeast: string) => `${atLeast}${plural(n, 'escalation', 'escalations')} waiting`,
    } satisfies Record<WallDutyKind, (n: number, atLeast: string) => string>,
    atLeast: 'at least ',
    owed: joined,
    noDuties: 'Nothing overdue, every group reached',
    dutyTitle: {
      concerns: 'Concerns overdue',
      referrals: 'Referrals overdue',
      groups: 'Groups not reached this quarter',
      escalations: 'Escalations waiting for acknowledgment',
    } satisfies Record<WallDutyKind, string>,
    good: {
      concerns: 'No concern is overdue',
      referrals: 'No referral is overdue',
      groups: 'Every group was reached this quarter',
      escalations: 'No escalation waits',
    } satisfies Record<WallDutyKind, string>,
    of: {
      concerns: (n: number) => `of ${count(n)} open`,
      referrals: (n: number) => `of ${count(n)} open`,
      groups: (n: number) => `of ${plural(n, 'group', 'groups')}`,
      escalations: (n: number) => `of ${count(n)} this quarter`,
    } satisfies Record<WallDutyKind, (n: number) => string>,
    openNow: {
      concerns: (n: number) => (n === 0 ? 'None is open' : `${count(n)} open, all within their time`),
      referrals: (n: number) => (n === 0 ? 'None is open' : `${count(n)} open, all answered in time`),
      groups: (n: number) => plural(n, 'active group', 'active groups'),
      escalations: (n: number) => (n === 0 ? 'None this quarter' : `${count(n)} this quarter, all acknowledged`),
    } satisfies Record<WallDutyKind, (n: number) => string>,
    daysOver: (n: number) => `${plural(n, 'day', 'days')} over`,
    days: (n: number) => (n === 0 ? 'since today' : plural(n, 'day', 'days')),
    withoutContact: 'without contact',
    quarterLeft: (quarter: string, n: number) =>
      n < 0 ? quarter : n === 0 ? `${quarter}, last day` : `${quarter}, ${plural(n, 'day', 'days')} left`,
    notReached: 'not reached',
  },
});
