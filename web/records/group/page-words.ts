import type { ConcernRow } from '#data/schema/records/concern-filing.ts';
import type { GroupPromise, Meeting } from '#data/schema/records/contact.ts';
import { longDate, shortDate } from '#web/chart/week-axis.ts';
import { CONTACT_WAYS } from '#web/records/shared/contact-words.ts';
import { plural } from '#web/ui/words.ts';

/** What a group's page says. */
export const words = {
  groups: 'Groups',
  failed: 'This group cannot be shown',
  prepare: 'Prepare the page',
  readPage: 'The page for its next meeting',
  forNext: (moment: string, place: string) =>
    `to hand out at the next meeting, ${moment}${place === '' ? '' : `, ${place}`}`,
  forNone: 'to hand out; no meeting is planned',
  change: 'Change',
  compare: 'Its calls beside another group’s, where that is fair',
  plan: 'Meetings',
  liaison: (name: string | null) => (name === null ? 'No liaison officer yet' : `Liaison ${name}`),
  noPattern: 'No pattern of meetings is kept',
  people: (residents: number | null, addresses: number | null) =>
    [
      residents === null ? '' : plural(residents, 'resident', 'residents'),
      addresses === null ? '' : plural(addresses, 'address', 'addresses'),
    ]
      .filter(Boolean)
      .join(', '),
  attend: (percent: number) => `One of us attends ${percent}% of its meetings`,

  designateInactive: 'Designate inactive',
  designateActive: 'Designate active again',
  commanderOnly: 'Only the division commander designates a group (1902.2 C)',
  designateTitle: (name: string, to: 'active' | 'inactive') =>
    `${name}: ${to === 'inactive' ? 'inactive' : 'active again'}`,
  designateMeans: {
    inactive: 'The quarter clock stops for this group until it is active again. The decision stays on its page.',
    active: 'The quarter clock runs again: a contact is owed this quarter.',
  },
  reason: 'Reason',
  reviewOn: 'Looked at again on',
  reasonFirst: 'Give the reason',
  reviewFirst: 'Name a day on which it is looked at again',
  isNow: (status: string) => `It is ${status} as it stands now.`,
  decisions: 'Decisions on its status',
  decided: (status: string, on: string, by: string, reviewOn: string | null) =>
    `Designated ${status} ${longDate(on)} by ${by}${reviewOn === null ? '' : `, looked at again ${longDate(reviewOn)}`}`,

  representatives: 'Who speaks for it',
  addRepresentative: 'Add',
  noRepresentative: 'Nobody is named. Ask the group for a contact person.',
  former: (n: number) => `${plural(n, 'person', 'persons')} before`,
  leader: 'Leader',
  since: (from: string, to: string | null) =>
    to === null ? `Since ${longDate(from)}` : `${longDate(from)} to ${longDate(to)}`,
  representativeTitle: (name: string | null) => (name === null ? 'Add a representative' : `Change ${name}`),
  tells: 'The division commander is told of this change (1902.3 B).',
  save: 'Save and tell',
  name: 'Name',
  position: 'Position',
  positionHint: 'President, contact person, manager',
  isLeader: 'Leads the group',
  email: 'E-mail',
  phone: 'Phone',
  from: 'First day',
  to: 'Last day',
  toHint: 'Empty while they speak for the group',
  namesFirst: 'Give a name and a position',
  asItIs: (name: string, position: string) => `As it is now: ${name}, ${position}.`,

  boundary: 'Boundary',
  editBoundary: 'Change the boundary',
  drawBoundary: 'Draw the boundary',
  noBoundary: 'No boundary is kept yet. Calls and concerns are placed by it, so draw it soon.',
  version: 'Version',
  held: (from: string, to: string | null) =>
    to === null ? `Holds from ${longDate(from)}` : `Held from ${longDate(from)} until ${longDate(to)}`,
  coming: (from: string) => `Will hold from ${longDate(from)}`,
  drawnAnew: (from: string) => `Was to hold from ${longDate(from)}; drawn anew before`,
  kept: (by: string, at: string) => `Kept by ${by}, ${longDate(at.slice(0, 10))}`,
  circle: (meters: number) => `A circle of ${meters} m around a point`,
  mapLabel: (name: string) => `Boundary of ${name} among its neighbors`,

  meetings: 'Meetings',
  noMeetings: 'No meeting is kept.',
  meetingState: {
    planned: 'Planned',
    held: 'Held',
    cancelled: 'Cancelled',
  } satisfies Record<Meeting['status'], string>,
  attended: (by: string) => `attended by ${by}`,
  unattended: 'none of us is recorded',

  promises: 'Promises',
  noPromises: 'Nothing is promised and open.',
  late: (due: string) => `Late: was due ${longDate(due)}`,
  due: (due: string) => `Due ${longDate(due)}`,
  closedPromises: {
    open: '',
    kept: 'Kept',
    'not-kept': 'Not kept',
    released: 'Released by the group',
  } satisfies Record<GroupPromise['status'], string>,

  contacts: 'Contacts',
  noContacts: 'No contact is logged.',
  allContacts: 'Every contact',
  log: 'Log contact',
  ways: CONTACT_WAYS,
  attempt: 'attempt',
  made: 'made',

  told: 'What you told us, what we did',
  tellsNothing: 'No concern of this group is kept.',
  youTold: 'You told us',
  weDid: 'What we did',
  openCount: (n: number) => plural(n, 'open concern', 'open concerns'),
  allConcerns: 'All its concerns',
  did: ({ status, closedOn, closeReason, firstActionOn, conveyedTo, conveyedOn }: ConcernRow) => {
    if (status === 'closed')
      return `Closed${closedOn === null ? '' : ` ${shortDate(closedOn)}`}${closeReason === null ? '' : `: ${closeReason.replaceAll('-', ' ')}`}`;
    if (firstActionOn !== null) return `First action ${shortDate(firstActionOn)}`;
    return conveyedTo === null || conveyedOn === null
      ? 'Nothing yet'
      : `Passed to ${conveyedTo} ${shortDate(conveyedOn)}`;
  },
  next: (step: string, on: string | null) => `Next: ${step}${on === null ? '' : `, by ${shortDate(on)}`}`,
  answered: (on: string | null) => (on === null ? 'You were not told yet' : `You were told ${shortDate(on)}`),
  unread: 'This part cannot be read just now.',
  again: 'Try again',
  readingPart: 'Being read',
};
