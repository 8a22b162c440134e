import { longDate, shortDate } from '#web/chart/week-axis.ts';
import { plural } from '#web/ui/words.ts';
import type { ListedGroup } from './use-groups.ts';

type Kind = ListedGroup['kind'];

/** What the list of groups and a group's page say. */
export const words = {
  title: 'Groups',
  answer: (active: number, without: number, inactive: number) =>
    `${plural(active, 'active group', 'active groups')}. ${
      without === 0
        ? 'Every neighborhood has one.'
        : `${plural(without, 'neighborhood has', 'neighborhoods have')} none yet.`
    }${inactive === 0 ? '' : ` ${plural(inactive, 'is', 'are')} inactive.`}`,
  kinds: {
    association: 'Neighborhood association',
    business: 'Business group',
    apartments: 'Apartments',
    'mobile-home-park': 'Mobile home park',
    watch: 'Neighborhood watch',
    neighborhood: 'Neighborhood without a group',
  } satisfies Record<Kind, string>,
  statuses: { active: 'Active', inactive: 'Inactive' },
  district: (id: string | null) => (id === null ? 'None' : id.replace(/^district-/, 'District ')),
  find: 'Find a group',
  kind: 'Kind',
  inDistrict: 'District',
  liaison: 'Liaison officer',
  liaisonHint: 'The coordinator and the commanders assign it (P3103 V.B.2.a).',
  status: 'Status',
  all: 'All',
  nobody: 'Nobody yet',
  add: 'Add a group',
  name: 'Name',
  last: 'Last contact',
  next: 'Next meeting',
  never: 'Never',
  page: 'To hand out',
  prepare: 'Prepare the page',
  prepareFor: (group: string) => `Prepare the page for ${group}`,
  mine: 'My groups',
  others: 'Other groups',
  noMeeting: 'None planned',
  shown: (n: number, of: number) =>
    n === of ? plural(n, 'group', 'groups') : `${n} of ${plural(of, 'group', 'groups')}`,
  without: 'Neighborhoods without a group',
  withoutWhy: 'Nobody speaks for them yet: they are asked for a contact person (P3103 V.B.2.a).',
  noneTitle: 'No group is kept yet',
  none: 'Add the first one. Its name is enough; its officer, its meetings and its boundary can follow.',
  nothing: 'No group fits what you asked for.',
  clear: 'Show all groups',
  mapLabel: (n: number) => `Map of the ${plural(n, 'group', 'groups')} in the list; the list says the same`,
  noGround: 'No boundary is kept for this day.',
  undrawable: 'This browser cannot draw the map. The list says the same.',
  loading: 'Groups are being read',
  failed: 'Groups cannot be shown',
  forbidden: 'Groups are not shown to your role',
  again: 'Try again',

  addTitle: 'Add a group',
  changeTitle: (name: string) => `Change ${name}`,
  sends: 'Save the group',
  meets: 'When and where it meets',
  meetsHint: 'Second Tuesday, 7 pm, library',
  attend: 'Meetings one of us attends',
  residents: 'Residents',
  addresses: 'Addresses',
  language: 'Language of its papers',
  languages: { en: 'English', es: 'Spanish' },
  nameFirst: 'Give it a name',
  asItIs: (name: string, liaison: string) => `As it is now: ${name}, liaison ${liaison}.`,
  day: longDate,
  shortDay: shortDate,
};
