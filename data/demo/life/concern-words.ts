import type { CloseReason } from '#data/schema/records/concern.ts';

export const RESIDENT_OPENERS: readonly string[] = [
  'I have lived here for eleven years.',
  'I do not like to complain.',
  'Sorry to bother you with this.',
  'We talked about it on the block and I said I would tell you.',
  'This has been going on too long.',
  'I am writing for several of us.',
  'Maybe you know about it already.',
  'I called before and nobody called back.',
];

export const FIRST_NAMES: readonly string[] = [
  'Alma',
  'Bertil',
  'Coral',
  'Dov',
  'Edda',
  'Fabian',
  'Gilda',
  'Horst',
  'Imogen',
  'Jules',
  'Kerstin',
  'Leopold',
  'Mabel',
  'Noor',
  'Osric',
  'Paloma',
  'Quentin',
  'Rosalba',
  'Silas',
  'Tilda',
];
export const LAST_NAMES: readonly string[] = [
  'Applegarth',
  'Bixler',
  'Cassidine',
  'Dunmore',
  'Estrella',
  'Faulk',
  'Gantry',
  'Hathersage',
  'Inskip',
  'Jessop',
  'Kettering',
  'Lovage',
  'Mulvane',
  'Nightingale',
  'Orrery',
  'Pomfret',
  'Quenby',
  'Rastall',
  'Sandoval',
  'Thackeray',
];

export const NEXT_STEPS: readonly string[] = [
  'Ask Traffic for the count',
  'Walk the block with the group',
  'Call the owner again',
  'Tell the group what we know',
  'Check whether the lamp burns',
  'Patrol report after two weeks',
];

export const CLOSE_WORDS: Readonly<Record<CloseReason, readonly string[]>> = {
  resolved: [
    'The spot was looked at twice since and it has stayed quiet. Call us if it comes back.',
    'The owner has done what we asked. We will look again in two months.',
    'Patrols were there on eight evenings. There was no new trouble in the last three weeks.',
  ],
  'no-action-needed': [
    'We looked and found nothing that needs us. Tell us if you see it again.',
    'It had stopped by itself before we came.',
  ],
  'not-fixable': [
    'We cannot change this: the law allows it at this hour. We are sorry that this is not the answer you wanted.',
    'The city has no money for it this year and will not say when. We told them why it matters.',
    'The owner cannot be found and the court would not act. We have no further means.',
  ],
  'not-ours': [
    'This is for the county, not for the police. We passed it on and gave you the number.',
    'The road belongs to the state. They have your words and ours.',
  ],
  duplicate: ['Others told us of the same. We keep it as one concern and tell you what comes of it.'],
  withdrawn: ['You told us that it is settled. Thank you for letting us know.'],
};

/** Said where something was broken or left lying, beside what is said of all. */
export const RESOLVED_WORDS: Readonly<Record<string, string>> = {
  'traffic-hazard': 'It is repaired. Thank you for telling us.',
  vandalism: 'It is repaired. Thank you for telling us.',
  dumping: 'Removed, and the place is clean.',
  graffiti: 'Painted over, and the place is clean.',
};

export const ACTIONS: readonly string[] = [
  'Patrolled the spot on four evenings.',
  'Went there and spoke with two neighbors.',
  'Left prevention cards at 30 doors.',
  'Met the owner at the place.',
  'Asked Crime Analysis for the hours.',
  'Speed trailer placed for a week.',
  'Photographed the place and wrote to the city.',
  'Spoke with the people involved; they were reasonable.',
  'Had the evening shift pass by every two hours.',
  'Looked at the place with the group’s representative.',
];

export const TOLD_WORDS: readonly string[] = [
  'We have it and will look at it this week.',
  'Patrols have begun; we will tell you what they find.',
  'The city has been asked. No answer so far.',
  'Nothing new to report, but we have not forgotten it.',
  'The evening shift will pass by for two more weeks.',
];

export const SAID_AGAIN: readonly string[] = [
  'It happened again on Saturday.',
  'It is a little better since the patrols.',
  'Two more neighbors say the same.',
  'When will we hear something?',
];

export const NOTES: readonly string[] = [
  'Same hours as the concern of last month; look at both together.',
  'Ask the night shift what they see there.',
  'Caller prefers a visit in plain clothes.',
];
