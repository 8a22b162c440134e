import type { CloseReason, Concern } from '#data/schema/records/concern.ts';
import type { Contact } from '#data/schema/records/contact.ts';
import { longDate, shortDate } from '#web/chart/week-axis.ts';
import { CONTACT_WAYS } from '#web/records/shared/contact-words.ts';
import { plural } from '#web/ui/words.ts';
import type { WhenKnown } from './when-known.ts';

const MEANT: Record<CloseReason, string> = {
  resolved: 'Resolved',
  'no-action-needed': 'No action needed',
  'not-fixable': 'Cannot be fixed',
  'not-ours': 'Not ours',
  duplicate: 'Same as another concern',
  withdrawn: 'Withdrawn by who raised it',
};

const WAYS: Record<Concern['way'], string> = {
  meeting: 'at a meeting',
  email: 'by e-mail',
  phone: 'by phone',
  'walk-in': 'at the station',
  web: 'on the web',
  patrol: 'to an officer on patrol',
  import: 'through an import',
};

export const words = {
  loading: 'Opening the concern',
  missingTitle: 'This concern is not here',
  missing: 'It may be misspelled, or it is not shared with you.',
  failedTitle: 'The concern could not be read',
  forbiddenTitle: 'Your role does not read concerns',
  again: 'Try again',
  concerns: 'Concerns',
  crumbs: 'Where this is',
  noGroup: 'No group',
  logAction: 'Log action',
  reopen: 'Reopen it',
  answerGroup: 'Answer the group',
  partnerWord: 'Add the city’s word',
  more: 'More',
  open: (days: number) => (days === 0 ? 'Open since today' : `Open ${plural(days, 'day', 'days')}`),
  fresh: (days: number) => (days === 0 ? 'New today' : `New, ${plural(days, 'day', 'days')}`),
  closed: (on: string, reason: CloseReason | null) =>
    `Closed ${shortDate(on)}${reason === null ? '' : `: ${MEANT[reason]}`}`,
  shared: 'Shared with the city',
  significant: 'Significant',
  safety: 'Safety now',
  raised: (on: string, way: Concern['way'], people: number | null) =>
    `Raised ${shortDate(on)} ${WAYS[way]}${people === null ? '' : ` by ${plural(people, 'person', 'people')}`}.`,
  owner: (name: string) => `Owner ${name}.`,
  noOwner: 'No owner yet.',
  stays: (names: string) => `On it until it is closed: ${names}.`,
  raisedIn: 'Raised in contact',
  contactOf: (way: Contact['way'], at: string) => `(${CONTACT_WAYS[way].toLowerCase()}, ${shortDate(at.slice(0, 10))})`,
  duplicateOf: 'Goes on as',
  duplicates: 'The same concern, told before or after:',
  chartTitle: (kind: string, where: string) => `${kind} ${where}, calls a week`,
  inGroup: (name: string) => `in ${name}`,
  around: 'within 250 m',
  chartWindow: (weeks: number) => `${plural(weeks, 'week', 'weeks')}, from the public`,
  told: (on: string) => `You told us ${shortDate(on)}`,
  firstAction: (on: string) => `First action ${shortDate(on)}`,
  noCalls: 'Your role sees no calls for service, so there is no chart here.',
  opening: 'Reading the calls',
  noKind: 'No kind is set, so calls cannot be counted beside it. Set one in the sheet.',
  noGround: 'It has no group and no point, so calls cannot be counted beside it.',
  monthsOnly: 'This city’s calls come by months: weeks cannot be judged.',
  notCounted: 'The calls could not be counted',
  noAction: 'No action is logged yet.',
  soFar: (inside: number, of: number, low: number, high: number) =>
    `Since the first action, ${inside} of ${plural(of, 'week was', 'weeks were')} in the usual range of ${low} to ${high}.`,
  lately: (week: string, calls: number, verdict: string) =>
    week.startsWith('week of')
      ? `The ${week} had ${calls}: ${verdict}.`
      : `${week.charAt(0).toUpperCase()}${week.slice(1)} was ${calls}: ${verdict}.`,
  justActed: 'The first whole week since the first action has not ended.',
  noClearChange: 'No clear change yet.',
  fewerCalls: 'Fewer than before, and more than chance explains. It does not say why.',
  moreCalls: 'More than before, and more than chance explains. It does not say why.',
  youSaid: 'You said',
  weDid: 'We did',
  notYet: 'Not yet',
  people: (n: number | null, on: string) =>
    n === null ? shortDate(on) : `${plural(n, 'person', 'people')}, ${shortDate(on)}`,
  before: 'Before it was filed',
  nothingDone: 'Nothing yet.',
  allDone: 'Nothing is open.',
  referred: (to: string) => `An answer from ${to}.`,
  asked: 'Asked for when it was raised',
  promised: (on: string | null) => (on === null ? 'No day is set' : `By ${shortDate(on)}`),
  neverTold: 'A first word to the group.',
  neverToldMeta: 'Nobody has told the group anything yet',
  answerGiven: 'What the group was told',
  answerOwed: 'The answer, not told yet',
  whenKnown: 'When we will know',
  whenUnknown: 'Too few weeks came before the first action to say when a change would show.',
  whenNoAction: 'The clock starts with the first action.',
  tooFew: 'There are too few calls here for a fall to show within half a year.',
  elsewhere: 'The same kind in all other groups',
  noElsewhere: 'There is nothing to compare with.',
  whenCaveat: 'Against the weeks before, without the season.',
  log: 'Who said what to whom',
  entries: (n: number) => plural(n, 'entry', 'entries'),
  noLog: 'Nothing has been said yet.',
  speaker: (from: string, to: string) => (to === '' ? from : `${from} to ${to}`),
  place: 'Where it is',
  mapLabel: (title: string) => `Map of where “${title}” is`,
  noPlace: 'No place was said',
  inGroups: (names: string) => `In ${names}. Exact point hidden on hand-outs.`,
  referral: (to: string) => `Referral to ${to}`,
  why: 'Why needed:',
  still: 'Still yours until answered; prints in the monthly report.',
  lastWord: 'Last word to the group',
  never: 'none yet',
  nextStep: 'Next step',
  history: 'History of changes',
  historyHint: 'Private fields say only that they changed.',
  setTo: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  withheld: (field: string) => `${field} changed`,
  created: 'was filed',
  empty: 'empty',
  sheet: 'Intake sheet',
  printSheet: 'Print',
  editSheet: 'Edit the sheet',
  closeReasons: MEANT,
  longDate,
};

/** "An average of 3.2 a week or fewer would show by Jan 11." */
export const showsInWords = ({ shows, meanBefore }: WhenKnown): string => {
  const [first, ...later] = shows;
  if (first === undefined) return words.tooFew;
  const before = `It was ${meanBefore.toFixed(1)} a week before.`;
  const soon = `A fall to ${first.fallTo} a week or fewer would show by ${shortDate(first.by)}.`;
  const last = later.at(-1);
  if (last === undefined) return `${before} ${soon}`;
  return `${before} ${soon} A smaller one, to ${last.fallTo}, would not show before ${shortDate(last.by)}.`;
};
