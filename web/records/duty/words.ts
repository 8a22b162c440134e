import { plural, wordsOf } from '#web/ui/words.ts';

const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });

/** "Wed, Dec 16". */
export const weekdayInWords = (day: string): string => weekday.format(Date.parse(`${day}T00:00:00Z`));

/** "Q4" of "2026-Q4". */
const quarterName = (label: string): string => label.slice(5);

export const words = wordsOf({
  en: {
    title: 'Groups this quarter',
    rollingTitle: 'Groups by the rolling clock',
    panel: 'The quarter at a glance',
    clock: 'Quarter clock',
    clocks: { calendar: 'Calendar quarter', 'rolling-92-days': 'Rolling 92 days' },
    clockWhy: 'The policy says “at least quarterly” and leaves open what a quarter is.',
    chosen: 'the department’s choice',
    days: (n: number) => plural(n, 'day', 'days'),
    leftIn: (label: string) => `left in ${quarterName(label)}`,
    groups: (n: number) => plural(n, 'group', 'groups'),
    dueWithin: (days: number) => `due within ${days} days or late`,
    reached: (n: number, of: number) => `${n} of ${of}`,
    reachedWords: (noPlan: number) => {
      if (noPlan === 0) return 'groups reached. None is without a plan.';
      return `groups reached. ${noPlan} ${noPlan === 1 ? 'has' : 'have'} no plan yet.`;
    },
    barReached: (n: number) => `${n} reached`,
    barPlanned: (n: number) => `${n} planned`,
    barNoPlan: (n: number) => `${n} no plan`,
    mapLabel: (noPlan: string) =>
      noPlan === ''
        ? 'Map: every group is reached or planned'
        : `Map: no plan yet for ${noPlan}; the list says the same`,
    notices: 'Notices to the section commander',
    noNotices: 'Nothing to tell, and nothing told lately.',
    ready: (attempts: number) => {
      if (attempts === 0) return 'Not reached. Ready to send.';
      return `${plural(attempts, 'attempt', 'attempts')}, none answered. Ready to send.`;
    },
    passed: (label: string) =>
      `${label.startsWith('from-') ? '92 days' : quarterName(label)} passed without contact. To be told now.`,
    review: 'Review',
    prepare: 'Prepare notice',
    sent: (on: string) => `Sent ${on}`,
    read: (on: string, by: string) => `, read ${on} by ${by}`,
    notRead: ', not yet read',
    reachedOn: (on: string) => `. Reached ${on}.`,
    acknowledge: 'Acknowledge',
    acknowledged: 'Read',
    inactive: 'Inactive',
    inactiveBy: (by: string, on: string) => `By ${by}, ${on}.`,
    reviewed: (on: string) => ` Reviewed again ${on}.`,
    group: 'Group',
    officer: 'Officer',
    lastContact: 'Last contact',
    never: 'None on record',
    contactsWith: (last: string, name: string) => `${last}: every contact with ${name}`,
    today: 'today',
    noPlanHead: 'No plan yet',
    noPlanWhy: 'Longest without contact first',
    plannedHead: 'Planned',
    reachedHead: 'Reached',
    byName: 'By name',
    byDaysLeft: 'Fewest days left first',
    left: (days: number) => (days < 0 ? `${plural(-days, 'day', 'days')} late` : `${plural(days, 'day', 'days')} left`),
    youngHead: 'New this quarter',
    youngWhy: 'Owe no contact before the next quarter',
    late: (days: number) => `${plural(days, 'day', 'days')} late`,
    due: (on: string) => `due ${on}`,
    made: 'contact made',
    attempt: 'attempt',
    planned: 'planned',
    marks: (made: number, attempts: number, plan: string | null) =>
      `${plural(made, 'contact', 'contacts')} made, ${plural(attempts, 'attempt', 'attempts')}${plan ? `, planned ${plan}` : ''}`,
    dropPlan: (name: string) => `Take away the plan with ${name}`,
    allOfficers: 'All officers',
    noLiaison: 'No liaison',
    log: 'Log contact',
    logTo: (name: string) => `Log contact with ${name}`,
    prepareFor: (name: string) => `Prepare notice about ${name}`,
    reviewFor: (name: string) => `Review the notice about ${name}`,
    acknowledgeFor: (title: string) => `Acknowledge: ${title}`,
    noticeTitle: (name: string) => `Tell the section commander about ${name}`,
    noticeWhy: 'It is sent once for this quarter, by mail too, and stays here with who read it and when.',
    noticeWords: 'What the commander reads',
    noticeDraft: (name: string, tries: string, last: string) =>
      `Contact with ${name} could not be made this quarter. ${tries} The last contact was ${last}.`,
    noticeTries: (dates: string) => `Attempts: ${dates}; none was answered.`,
    noticeNoTries: 'No attempt is on record.',
    noticeNever: 'before our records begin',
    send: 'Send to the section commander',
    noWords: 'Say in a sentence what was tried',
    emptyTitle: 'No group is in the registry yet',
    empty: 'Once a group is registered, its quarter clock runs here.',
    loading: 'Reading the duties',
    failed: 'The duties could not be read',
    again: 'Try again',
    mineTitle: 'My duties',
    ofTitle: (name: string) => `Duties of ${name}`,
    commandTitle: 'Duties for command',
    board: 'Groups this quarter',
    states: { late: 'Late', soon: 'Soon', due: 'Due', planned: 'Planned', done: 'Done' },
    since: (on: string) => `open since ${on}`,
    doneOn: (on: string) => `done ${on}`,
    noDay: 'no day set by the policy',
    clauseText: (clause: string) => `What ${clause} says`,
    leftOpen: 'Left open by the policy, chosen here:',
    nothing: 'Nothing owed',
    nothingWhy: 'No duty stands open under the policies in force.',
    summary: (late: number, soon: number, due: number) =>
      `${late === 0 ? 'Nothing is late' : `${late} late`}, ${soon} soon, ${due} due later.`,
    reviewPast: (title: string, on: string) => `${title} was due for its yearly review on ${on}`,
    reviewPastWhy:
      'The order says “Review: Annual”. The chief reviews it; the administrator enters the day in the settings.',
    perPerson: 'By person',
    person: 'Person',
    role: 'Role',
    toMeeting: 'Open the meeting',
    openIt: 'Open it',
    waiting: 'Waiting for you to acknowledge',
    waitingNone: 'No notice waits for you.',
    shelves: {
      groups: 'Groups not reached',
      concerns: 'Concerns without word, overdue',
      referrals: 'Referrals, silent',
      reports: 'Reports',
      unread: 'Notices and escalations not yet acknowledged',
      rest: 'Everything else that is late',
    },
    shelfNone: 'None.',
    more: (n: number) => `and ${n} more`,
    showDone: 'Show what is done',
    print: 'Print',
    views: 'Views of the duties',
  },
});
