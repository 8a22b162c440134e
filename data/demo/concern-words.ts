import type { CategoryCode } from '#data/codes/categories.ts';

/** What residents say, in their own words, by what it is about. */
export const CONCERN_WORDS: readonly { category: CategoryCode; titles: readonly string[] }[] = [
  {
    category: 'reckless-driving',
    titles: [
      'Cars race past the school in the afternoon',
      'Drivers run the stop sign every morning',
      'Cut-through traffic far too fast for a side street',
      'Motorbikes up and down the hill at night',
    ],
  },
  {
    category: 'traffic-hazard',
    titles: [
      'Crosswalk paint is gone',
      'Street light out at the corner',
      'Hedge hides the stop sign',
      'Deep hole at the curb',
    ],
  },
  {
    category: 'parking',
    titles: [
      'Cars parked across the sidewalk',
      'The same van has not moved for a month',
      'No room for the fire truck on game days',
      'Delivery trucks block the bus stop',
    ],
  },
  {
    category: 'noise',
    titles: ['Loud parties every weekend', 'Music from the lot until two', 'Leaf blowers at six in the morning'],
  },
  {
    category: 'dumping',
    titles: ['Sofa and tires dumped behind the wall', 'Bags of trash by the creek', 'Contractor waste in the alley'],
  },
  { category: 'graffiti', titles: ['Tags on the underpass are back', 'Paint on the playground wall'] },
  {
    category: 'suspicious',
    titles: [
      'Somebody sits in a parked car for hours',
      'People going through mailboxes',
      'Flashlights behind the empty house',
    ],
  },
  {
    category: 'theft-from-vehicle',
    titles: ['Third car window this month', 'Tools taken from work trucks', 'People try door handles at night'],
  },
  { category: 'theft', titles: ['Packages gone from the porch', 'Bikes stolen from the rack'] },
  {
    category: 'burglary',
    titles: ['Two garages opened on our block', 'Break-in while we were at work', 'Shed locks cut'],
  },
  { category: 'vandalism', titles: ['Benches broken in the park', 'Fence kicked in again', 'Mailboxes smashed'] },
  {
    category: 'drugs',
    titles: ['Needles by the basketball court', 'Short visits all night at one house', 'Dealing at the bus shelter'],
  },
  {
    category: 'disturbance',
    titles: [
      'Shouting outside after the bars close',
      'Fights in the parking lot',
      'Neighbors argue in the street most nights',
    ],
  },
  { category: 'trespass', titles: ['People sleep in our stairwell', 'Children climb into the building site'] },
  {
    category: 'encampment',
    titles: ['Tents under the bridge, people need help', 'Fire seen at the camp by the tracks'],
  },
  { category: 'animal', titles: ['Dogs loose by the school', 'Barking all day when the owners are out'] },
  { category: 'fireworks', titles: ['Fireworks for weeks before the Fourth'] },
  { category: 'shots-fired', titles: ['We heard shots on Saturday, twice'] },
  {
    category: 'nuisance',
    titles: ['Empty house is falling apart', 'Weeds taller than the fence', 'Rats around the dumpsters'],
  },
];
