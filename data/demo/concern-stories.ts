import type { CategoryCode } from '#data/codes/categories.ts';

/** A concern that the story tells: where, what and when it was raised. */
export type ToldConcern = {
  areaId: string;
  category: CategoryCode;
  title: string;
  raisedOn: string;
  status: 'open' | 'overdue' | 'answered';
  near?: string; // part of a place's label
  story?: string; // the planted thing that it belongs to
};

const juniperRise = (raisedOn: string, title: string, status: ToldConcern['status']): ToldConcern => ({
  areaId: 'juniper-rise',
  category: 'traffic-hazard',
  title,
  raisedOn,
  status,
  story: 'recurring-juniper-rise',
});

const again = (
  story: string,
  areaId: string,
  category: CategoryCode,
  raised: readonly (readonly [raisedOn: string, title: string])[],
): ToldConcern[] =>
  raised.map(([raisedOn, title]) => ({ areaId, category, title, raisedOn, status: 'answered', story }));

/** Concerns that belong to what was planted; the numbers are those of the spike page. */
export const TOLD: readonly ToldConcern[] = [
  {
    areaId: 'eastbank',
    category: 'theft-from-vehicle',
    title: 'Car windows broken by the Tern Park lot',
    raisedOn: '2026-10-19',
    status: 'overdue',
    near: 'TERN PARK LOT 1',
  },
  {
    areaId: 'eastbank',
    category: 'theft-from-vehicle',
    title: 'Groups trying car doors on Linnet Avenue',
    raisedOn: '2026-12-08',
    status: 'open',
    near: 'BLK LINNET AVENUE',
  },
  {
    areaId: 'cordery',
    category: 'dumping',
    title: 'Mattresses left at the end of Tanager Road again',
    raisedOn: '2026-11-16',
    status: 'open',
    near: 'BLK TANAGER ROAD',
    story: 'recurring-cordery',
  },
  {
    areaId: 'millrace',
    category: 'suspicious',
    title: 'Someone looking into porches after dark',
    raisedOn: '2026-11-30',
    status: 'open',
  },
  {
    areaId: 'linden-flats',
    category: 'theft',
    title: 'Packages gone from the porch',
    raisedOn: '2026-12-12',
    status: 'open',
  },
  {
    areaId: 'upper-linden',
    category: 'parking',
    title: 'The same van has not moved for a month',
    raisedOn: '2026-12-13',
    status: 'open',
  },
  juniperRise('2026-10-12', 'Blind bend on the hill road needs a mirror', 'overdue'),
  juniperRise('2026-10-29', 'Deep hole at the curb', 'answered'),
  juniperRise('2026-11-09', 'Gravel washed over the bend', 'open'),
  juniperRise('2026-12-07', 'No light at the hill crossing', 'open'),
  ...again('recurring-cordery', 'cordery', 'dumping', [
    ['2026-09-18', 'Sofa and tires dumped behind the wall'],
    ['2026-09-30', 'Contractor waste in the alley'],
    ['2026-10-14', 'Bags of trash by the creek'],
  ]),
  ...again('recurring-college-green', 'college-green', 'parking', [
    ['2026-09-18', 'No room for the fire truck on game days'],
    ['2026-09-24', 'Cars parked across the sidewalk'],
    ['2026-10-03', 'No room for the fire truck on game days'],
    ['2026-10-16', 'Delivery trucks block the bus stop'],
  ]),
  ...again('recurring-the-strand', 'the-strand', 'disturbance', [
    ['2025-04-07', 'Shouting outside after the bars close'],
    ['2025-04-28', 'Fights in the parking lot'],
    ['2025-05-19', 'Shouting outside after the bars close'],
    ['2025-06-12', 'Fights in the parking lot'],
  ]),
  ...again('recurring-quarry-hill', 'quarry-hill', 'reckless-driving', [
    ['2026-02-09', 'Motorbikes up and down the hill at night'],
    ['2026-03-02', 'Drivers run the stop sign every morning'],
    ['2026-03-26', 'Motorbikes up and down the hill at night'],
    ['2026-04-20', 'Cars race past the school in the afternoon'],
  ]),
];

/** The same trouble told by several people within three weeks: one concern is kept, the others point to it. */
export type Cluster = { areaId: string; category: CategoryCode; title: string; raisedOn: string; others: number };

const cluster = (areaId: string, category: CategoryCode, title: string, raisedOn: string, others: number): Cluster => ({
  areaId,
  category,
  title,
  raisedOn,
  others,
});

export const CLUSTERS: readonly Cluster[] = [
  cluster('college-green', 'noise', 'Loud parties every weekend', '2024-09-09', 6),
  cluster('eastbank', 'theft', 'Packages gone from the porch', '2024-12-09', 5),
  cluster('northgate', 'burglary', 'Two garages opened on our block', '2025-03-14', 5),
  cluster('juniper-rise', 'reckless-driving', 'Cut-through traffic far too fast for a side street', '2024-10-14', 4),
  cluster('linden-flats', 'drugs', 'Short visits all night at one house', '2025-05-12', 4),
  cluster('cordery', 'animal', 'Dogs loose by the school', '2025-09-08', 4),
  cluster('quarry-hill', 'nuisance', 'Empty house is falling apart', '2024-08-05', 3),
  cluster('southbank', 'burglary', 'Break-in while we were at work', '2025-11-10', 3),
  cluster('tannery-row', 'graffiti', 'Tags on the underpass are back', '2025-02-03', 3),
  cluster('the-strand', 'noise', 'Music from the lot until two', '2025-08-18', 3),
  cluster('canal-basin', 'drugs', 'Dealing at the bus shelter', '2026-03-09', 3),
  cluster('upper-linden', 'burglary', 'Shed locks cut', '2026-09-18', 3),
  cluster('harrow-meadow', 'shots-fired', 'We heard shots on Saturday, twice', '2026-05-18', 3),
  cluster('college-green', 'parking', 'Cars parked across the sidewalk', '2025-09-15', 3),
  cluster('millrace', 'encampment', 'Tents under the bridge, people need help', '2025-06-09', 2),
  cluster('cedar-hollow', 'traffic-hazard', 'Street light out at the corner', '2025-10-20', 2),
  cluster('westmoor-watch', 'suspicious', 'Somebody sits in a parked car for hours', '2026-02-16', 2),
  cluster('sexton-place', 'theft-from-vehicle', 'Third car window this month', '2026-06-15', 2),
];
