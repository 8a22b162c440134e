import type { HandOutContent, PrintedLine } from '#server/hand-out/content.ts';

const english = (words: string) => ({ words, language: 'en' as const, marked: '', after: '' });
const line = (number: number, label: string, [low, high]: readonly [number, number], before: string): PrintedLine => {
  const isOut = number > high;
  return {
    ...{ number: String(number), observed: number, label, before },
    against: isOut ? 'More than usual' : 'As usual',
    verdict: isOut ? 'unusual' : 'usual',
    usual: { low, high, words: `usual ${low} to ${high}` },
  };
};

/** A usual page, as long as most are, without a language table behind it. */
export const aPage: HandOutContent = {
  language: 'en',
  draft: '',
  title: 'Eastbank, November 16 to December 13, 2026',
  department: 'Calder Bend Police, community engagement',
  groupName: 'Eastbank',
  days: 'November 16 to December 13, 2026',
  forMeeting: 'for the meeting on December 17',
  answer: 'More cars were broken into than usual: 33, and the usual range is 18 to 30. Other calls were as usual.',
  changed: 'More thefts from cars than on the last page: 33, and 28 before. Other kinds are much the same.',
  map: {
    label: 'Map of Eastbank with its streets. The dots show where 5 or more thefts from cars were reported.',
    note: 'Inside the black line. Dots: blocks with 5 or more thefts from cars. Smaller numbers are not shown.',
    table: {
      heads: ['Dot', 'Near'],
      rows: [
        ['1', 'Pell Street'],
        ['2', 'Linnet Avenue'],
        ['3', 'Tern Park'],
      ],
    },
  },
  lines: [
    line(33, 'Thefts from cars', [18, 30], '28 on the last page'),
    line(47, 'Disturbances', [38, 60], '51 on the last page'),
    line(0, 'Break-ins at homes', [0, 4], '0 on the last page'),
  ],
  others: {
    heading: 'Other calls',
    lines: [
      line(22, 'Noise', [14, 31], ''),
      line(12, 'Crashes', [8, 19], ''),
      line(9, 'Trespassing', [5, 14], ''),
      line(7, 'Vandalism', [4, 12], ''),
    ],
  },
  none: 'No calls: arson, fireworks, graffiti.',
  withheld: 'Too few calls to tell: robbery, fraud.',
  caveat:
    'The usual range comes from the same four weeks of the last three years. A call is what someone reported. It is not proof of a crime, and some crime is never reported.',
  concerns: {
    heads: ['You said', 'We did', 'Not yet'],
    rows: [
      {
        reference: 'C-0388',
        said: english('Car windows broken by the Tern Park lot'),
        did: english('Patrols Wednesday and Thursday afternoons. Security survey of the lot.'),
        notYet: english('Lamps repaired. We asked the city on Nov 16 and again on Dec 4.'),
        calls: '33 calls, more than usual',
      },
      {
        reference: 'C-0391',
        said: english('Groups trying car doors on Linnet Avenue'),
        did: english('Told the patrol shift. Talked with 14 neighbors.'),
        notYet: english('Report back on January 21.'),
        calls: '',
      },
      {
        reference: 'C-0402',
        said: english('Cars speeding by Tern Park'),
        did: english('Speed sign placed Nov 2.'),
        notYet: english('Nothing open. Closed Dec 8.'),
        calls: '',
      },
    ],
    none: 'No open concerns.',
  },
  sections: [{ heading: 'Promised', items: [english('A list of broken lamps, by January 12.')] }],
  tips: {
    heading: 'What you can do',
    items: [
      'Leave nothing in sight in a parked car.',
      'Lock the doors, even for a minute.',
      'See someone trying doors? Call at once.',
    ],
  },
  talk: {
    heading: 'Talk to us, in English or Spanish',
    phone: '555-0142',
    who: 'Officer Whitlock. Emergency: 911.',
    nextMeeting: 'Next meeting: January 21, 6:30 pm, Tern Park Library',
  },
  notes: [
    'Calls from the public to December 13. Not shown: sexual offenses, family violence, children, medical calls. 6 calls could not be placed on the map.',
  ],
  foot: 'Look up this page with code CB-9M2D-05KT.',
};
