import type { Voice } from './voice.ts';

/** What people say of what lies about, is painted on, stands empty or goes off in the street. */
export const GROUND_VOICES: Readonly<Record<string, Voice>> = {
  'Sofa and tires dumped behind the wall': {
    says: [
      'Somebody dumped a sofa and at least ten tires behind the wall on {street}.',
      'It is a mess back there again, and it was only cleaned in spring.',
      'A truck with no markings backs up there at night. I heard it twice.',
    ],
    when: 'Nights before collection day',
    affected: 'People who use the path',
    did: 'Photos taken; one address label found in the pile.',
    asked: 'Haul it away, then a camera lent for a month.',
  },
  'Bags of trash by the creek': {
    says: [
      'Every weekend more bags by the creek off {street}. The raccoons spread it everywhere.',
      'We cleaned it with the scouts and it took one week to look the same.',
    ],
    when: 'Weekends',
    affected: 'Everybody who walks the creek',
    did: 'Clean-up with the group; bin asked for.',
    asked: 'A bin at the bridge and a sign; camera lent if it goes on.',
  },
  'Contractor waste in the alley': {
    says: [
      'Drywall and paint buckets in our alley. That is no household, that is a contractor.',
      'They come at dawn, unload in a minute and leave. My camera only shows the roof of a truck.',
    ],
    when: 'Early mornings',
    affected: 'Homes on the alley',
    did: 'Looked through the waste for a name with the sanitation inspector.',
    asked: 'Camera lent to the corner house; ask building permits which jobs are open nearby.',
  },
  'Mattresses left at the end of Tanager Road again': {
    says: [
      'Five mattresses this time. It is the fourth pile since September and it always happens in the morning before people are up.',
    ],
    when: 'Early mornings, often Monday or Saturday',
    affected: 'The last six houses and the trail',
    did: 'Met three neighbors at the spot; two will look at their door cameras.',
    asked: 'Gate or boulders at the end of the road; camera lent until January.',
  },
  'Tags on the underpass are back': {
    says: [
      'We painted the underpass in May and the tags are back already.',
      'It is the same three letters all along {street} now.',
    ],
    when: 'Overnight',
    affected: 'People who walk to the station',
    did: 'Photos filed with the earlier ones.',
    asked: 'Paint over within two days, each time; ask the school about a mural.',
  },
  'Paint on the playground wall': {
    says: [
      'The playground wall was sprayed with words no child should read.',
      'Paint on the wall and on the slide. It happened over the weekend.',
    ],
    when: 'Over the weekend',
    affected: 'Families',
    did: 'Parks told; photos taken.',
    asked: 'Clean it this week; patrol passes at dusk.',
  },
  'Empty house is falling apart': {
    says: [
      'The house on {street} has been empty for two years and the porch roof came down.',
      'Kids go in through the back. Somebody will get hurt in there.',
      'I mow the lawn myself because nobody else will.',
    ],
    when: 'All the time',
    affected: 'Neighbors on both sides',
    did: 'Owner looked up; letter returned.',
    asked: 'Board the back door; code enforcement to open a case.',
  },
  'Weeds taller than the fence': {
    says: [
      'The lot on {street} has weeds taller than my fence, and I cannot see who walks behind it.',
      'Nobody has cut that lot since spring.',
    ],
    when: 'Since summer',
    affected: 'Homes next to the lot',
    did: 'City code told.',
    asked: 'Cut it once by the city and bill the owner.',
  },
  'Rats around the dumpsters': {
    says: [
      'There are rats around the dumpsters behind {street}, in plain day.',
      'The lids never close because they are too full. You see tails.',
    ],
    when: 'Worst in the evening',
    affected: 'Tenants and the restaurant',
    did: 'Manager told; health inspector’s number given.',
    asked: 'More pick-ups a week; lids repaired.',
  },
  'Fireworks for weeks before the Fourth': {
    says: [
      'It starts in the middle of June and goes on every night. My dog will not leave the bathtub.',
      'They shoot them off in the street by {street}. One landed on a roof.',
    ],
    when: 'Nightly, 9 pm to midnight',
    affected: 'Veterans, pets, small children',
    did: 'Explained what is allowed and where to call.',
    asked: 'Tell people early in June; patrol by the park in the last week.',
  },
};
