import type { ReportLine, ReportStanding } from '#data/schema/records/report-view.ts';
import type { Role } from '#data/schema/release-level.ts';
import { clockInWords, windowInWords } from '#web/ask/date-words.ts';
import { longDate, shortDate } from '#web/chart/week-axis.ts';
import { plural, wordsOf } from '#web/ui/words.ts';

type Named = Pick<ReportLine, 'reportId' | 'kind' | 'from' | 'amends'>;

const monthName = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
export const monthInFull = (month: string): string => monthName.format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`));

/** "Q4 2026" or "November 2026" */
export function periodName({ kind, from }: Pick<Named, 'kind' | 'from'>): string {
  if (kind !== 'quarterly') return monthInFull(from);
  return `Q${Math.ceil(Number(from.slice(5, 7)) / 3)} ${from.slice(0, 4)}`;
}

/** "Q3", from the id of an earlier report */
export const shortName = (reportId: string): string => reportId.split('/')[0]?.split('-').at(-1) ?? reportId;

const roleWords = (role: Role): string => role.replaceAll('-', ' ');

const standing = {
  running: 'Still running',
  due: 'Due',
  late: 'Late',
  sent: 'Sent',
  received: 'Received',
};

export const words = wordsOf({
  en: {
    title: 'Reports',
    loading: 'Reading the reports',
    failedTitle: 'The reports could not be read',
    forbiddenTitle: 'Reports are not open to your role',
    again: 'Try again',
    whose: 'Which reports',
    mine: 'Mine',
    team: 'Everybody’s',
    receive: 'To receive',
    noneTitle: 'No report here yet',
    noneOf: {
      mine: 'A draft is made for you when the month closes. You can also draft one now.',
      team: 'Nobody has drafted a report yet.',
      receive: 'Nothing that was sent waits for you.',
    },
    order: 'Late and due first, then the newest.',
    beside: {
      title: 'The next reports, and those that came by their day',
      next: 'Next',
      more: (left: number) => `${left} more, in the list`,
      inTime: 'Sent in time',
      sent: 'Sent',
      byItsDay: 'By the due day',
    },
    columns: { report: 'Report', whose: 'Whose', state: 'State', day: 'Day' },
    draftQuarter: (name: string) => `Draft ${name}`,
    openQuarter: (name: string) => `Open ${name}`,
    closeMonth: (month: string) => `Close ${month}`,
    answer: (late: number, due: number) => {
      if (late + due === 0) return 'No report is due.';
      const lateWords = late > 0 ? `${plural(late, 'report is', 'reports are')} late` : '';
      const dueWords = due > 0 ? `${plural(due, 'report is', 'reports are')} due` : '';
      return `${[lateWords, dueWords].filter(Boolean).join(', ')}.`;
    },
    kind: {
      quarterly: 'Quarterly report',
      'monthly-officer': 'Monthly report',
      'monthly-group': 'Monthly report, group',
      'monthly-division': 'Monthly report, division',
    },
    standing,
    standingWords: ({ state, dueOn, daysLate }: ReportStanding) => {
      if (state === 'late') return `${standing.late} by ${plural(daysLate, 'day', 'days')}`;
      if (daysLate > 0) return `${standing[state]}, ${plural(daysLate, 'day', 'days')} late`;
      return state === 'due' ? `Due ${shortDate(dueOn)}` : standing[state];
    },
    dueOn: (day: string) => `Due ${longDate(day)}`,
    sentOn: (moment: string) => `Sent ${longDate(moment.slice(0, 10))}`,
    amends: (reportId: string) => `Amends ${reportId}`,
    heading: (report: Named) => `${periodName(report)} report`,
    days: (from: string, to: string) => windowInWords({ from, to }),
    saved: (moment: string) => `Draft, saved ${clockInWords(moment)}`,
    saving: 'Draft, saving',
    unsaved: 'Draft, not saved yet',
    parts: 'Parts of the report',
    summary: 'Summary',
    summaryState: (isWritten: boolean) => (isWritten ? 'Your words' : 'Nothing written, none needed'),
    summaryHint: 'Two or three sentences for whoever reads only those.',
    partState: (items: number, none: string) =>
      items > 0 ? plural(items, 'item', 'items') : none === '' ? 'Empty, says nothing yet' : none,
    written: (done: number, all: number) => `${done} of ${all} decided`,
    carried: (all: number, left: number) =>
      left > 0 ? `${all} of ${all} carried over, ${left} to finish` : `${all} of ${all} carried over`,
    quarterRule: (day: string) =>
      `Order P3103 V.B.3 asks for parts a to d. It sets no due day; this department chose ${shortDate(day)}.`,
    monthRule: (day: string) =>
      `Order 1902.2 A.4 asks for a monthly report. It sets no due day; this department chose ${shortDate(day)}.`,
    before: 'Before it can be sent',
    checks: {
      carried: (name: string) => `No item of ${name} is missing`,
      first: 'There is no earlier report to follow',
      carriedNot: (n: number) =>
        `${plural(n, 'item of the earlier report is', 'items of the earlier report are')} amiss`,
      figures: 'Each figure is the number of its records',
      figuresNot: (n: number) => `${plural(n, 'figure is', 'figures are')} not what the records say`,
      actions: 'Each item has its action',
      actionsNot: (n: number) => `${plural(n, 'item needs', 'items need')} an action`,
      parts: 'Each part says something',
      partsNot: (n: number) => `${plural(n, 'part is', 'parts are')} empty`,
      ended: 'The period has ended',
      endedNot: (day: string) => `The period ends ${shortDate(day)}`,
    },
    met: 'Done:',
    notMet: 'Still to do:',
    which: (n: number) => (n === 1 ? 'Which' : 'Which ones'),
    refresh: 'Bring figures up to date',
    send: (role: Role) => `Send to the ${roleWords(role)}`,
    sendTitle: 'Send it for good?',
    sendWords: (role: Role) =>
      `The ${roleWords(role)} is told. After that nobody can change it, you neither; what is wrong can be amended beside it.`,
    sendNot: 'See what must be done first, in the list above',
    receiveIt: 'I have received it',
    received: (moment: string, who: string) => `Received ${longDate(moment.slice(0, 10))} by ${who}.`,
    sentBy: (moment: string, who: string) => `Sent ${longDate(moment.slice(0, 10))} by ${who}.`,
    holds: 'It says exactly what it said when it was sent.',
    holdsNot: 'It does not say what it said when it was sent. Tell the auditor.',
    hash: (hash: string) => `SHA-256 ${hash.slice(0, 16)}…`,
    amend: 'Write an amendment',
    notYours: 'Somebody else writes this draft. You can read it.',
    kicker: {
      quarterly: 'Quarterly report to the chief',
      'monthly-officer': 'Monthly report',
      'monthly-group': 'Monthly report of a group',
      'monthly-division': 'Monthly report of the division',
    },
    letter: (part: string) => `Part ${part} of a to d`,
    lead: {
      a: 'Every concern that was open on at least one day of the quarter.',
      b: 'What may become a greater problem, each with the records it rests on.',
      c: 'One action for each item of parts a and b, or the reason why there is none.',
      practices: 'Practices that bear on how we meet the community, and were changed this quarter.',
    } as Readonly<Record<string, string>>,
    leadD: (count: number, name: string) =>
      `The ${plural(count, 'item', 'items')} of parts a and b of the ${name} report. The list is fixed; the words are yours, the numbers are not.`,
    emptyPart: 'This part has no items.',
    none: 'None this quarter.',
    noneLabel: 'What is printed here',
    sayNone: 'Say “None this quarter.”',
    fixed: 'The list is fixed',
    needsAction: 'Needs an action',
    action: 'Recommended action',
    because: 'None, because',
    edit: 'Edit',
    keep: 'Keep',
    cancel: 'Cancel',
    addWords: 'Add words',
    editWords: 'Edit words',
    yourWords: (title: string) => `Your words on ${title}`,
    actionFor: (title: string) => `Recommended action for ${title}`,
    evidence: 'What stands behind it',
    evidenceOf: (said: string) => `Behind “${said}”`,
    all: 'Show all records',
    rows: (n: number) => plural(n, 'record', 'records'),
    noRows: 'No record stands behind this figure: it is a true zero.',
    pick: 'Choose an item or a tinted number to see the records behind it.',
    callsTitle: (label: string, group: string) => `Calls a week: ${label.toLowerCase()}, ${group}`,
    callsNote: 'Counted from the public only, as the calls are now. It is no part of the report.',
    heard: 'Heard',
    gone: (n: number) => `${plural(n, 'record is', 'records are')} gone, or not open to you.`,
    beforeTitle: (name: string) => `The same place in ${name}’s report`,
    beforeSent: (sent: string | null, received: string | null) =>
      `${sent ? `Sent ${shortDate(sent.slice(0, 10))}` : ''}${received ? `, received ${shortDate(received.slice(0, 10))}` : ''}. Cannot change.`,
    pdf: 'PDF preview',
    word: 'Word',
    page: 'Page',
    conflictTitle: 'Somebody else changed this report while you wrote',
    conflict: 'Nothing is lost. Where both of you wrote, both are here; choose for each side.',
    yours: 'Yours',
    theirs: 'Theirs',
    keepMine: 'Keep mine',
    takeTheirs: 'Take theirs',
    nothing: '(nothing)',
    saveFailed: 'Not saved yet',
    monthTitle: (month: string) => `Close ${month}`,
    monthLoading: 'Reading the month',
    gapsAnswer: (gaps: number) =>
      gaps === 0
        ? 'Nothing is missing in this month.'
        : `${plural(gaps, 'gap', 'gaps')} first: mend what can still be mended.`,
    gapsNote: 'What stays open is printed under “For command”.',
    gap: {
      'no-contact': 'No contact',
      'silent-referral': 'Silent referral',
      'meeting-not-attended': 'Meeting not attended',
      'late-promise': 'Late promise',
      'not-acknowledged': 'Not acknowledged',
    },
    totals: 'What the month comes to',
    draftIt: 'Draft the report',
    openDraft: 'Open the draft',
    openReport: 'Open the report',
    earlierMonth: 'Month before',
    back: 'All reports',
  },
});
