import type { GroupKind } from '#data/schema/area.ts';
import type { Line } from './curve.ts';
import { points } from './layout.ts';
import type { Point } from './plane.ts';

/**
 * The 24 community groups as they would describe themselves: roughly from here to there.
 * The exact line follows the streets nearest to it.
 */
export type GroupSketch = {
  areaId: string;
  name: string;
  groupKind: GroupKind;
  validFrom: string;
  ground:
    | { by: 'through-roads'; within: Line[]; except?: { center: Point; meters: number } }
    | { by: 'blocks'; center: Point; meters: number }
    | { by: 'corridor'; street: string; from: Point; to: Point; meters: number }
    | { by: 'radius'; center: Point; meters: number };
};

const association = (areaId: string, name: string, ...within: string[]): GroupSketch => ({
  areaId,
  name,
  groupKind: 'association',
  validFrom: '2023-01-01',
  ground: { by: 'through-roads', within: within.map(points) },
});

const blocks = (areaId: string, name: string, groupKind: GroupKind, center: Point, meters: number): GroupSketch => ({
  areaId,
  name,
  groupKind,
  validFrom: '2023-01-01',
  ground: { by: 'blocks', center, meters },
});

/** Whole sketches of the associations; The Strand overlaps Canal Basin, Upper Linden two others. */
const ASSOCIATIONS: readonly GroupSketch[] = [
  association(
    'eastbank',
    'Eastbank',
    `
      -510,-130 90,-340 0,-800 410,-960 750,-1200 930,-1430 1010,-1700 1450,-1470 1350,-530 780,-460 840,660
      -260,860 -510,-130`,
  ),
  association(
    'tannery-row',
    'Tannery Row',
    `
      -1900,1900 -1730,1750 -1510,1920 -1120,1860 -1370,760 -390,410 -260,860 300,750 370,1700 -120,1720
      -150,2360 -280,2360 -360,2590 -1050,2520 -1330,2560 -1450,2650 -1790,2580 -1790,2220 -1900,1900`,
  ),
  association(
    'millrace',
    'Millrace',
    `
      -1920,1870 -1960,1890 -2150,1400 -2170,1000 -2050,400 -1670,70 -1420,630 -1120,1850 -1510,1920
      -1780,1690 -1920,1870`,
  ),
  association(
    'the-strand',
    'The Strand',
    `
      -930,-580 -20,-780 140,-250 -510,-60 -380,390 -1360,750 -1730,-40 -1300,-430 -930,-580`,
  ),
  association(
    'canal-basin',
    'Canal Basin',
    `
      -2170,1110 -2110,580 -1970,250 -1510,-270 -1090,-550 -760,530 -1640,860 -1950,1190 -2170,1110`,
  ),
  association(
    'linden-flats',
    'Linden Flats',
    `
      300,750 780,640 790,-470 1340,-520 2020,-450 2070,70 2300,1030 1830,1110 1820,1440 380,1410 300,750`,
  ),
  association(
    'upper-linden',
    'Upper Linden',
    `
      850,1720 850,670 1350,660 1360,130 1750,100 1810,660 2190,620 2350,1440 1840,1460 1790,1800 850,1720`,
  ),
  association(
    'college-green',
    'College Green',
    `
      -130,2390 -120,1740 370,1700 390,1410 1810,1460 1760,2610 2030,2610 2040,2650 1290,3230 1180,3230
      930,3160 660,2970 780,2610 -130,2390`,
  ),
  association(
    'cordery',
    'Cordery',
    `
      2030,-430 2340,-440 2530,-600 2710,-440 2870,-650 3170,-720 3710,-1060 4230,-430 4360,-180 4770,-170
      5000,-100 4730,760 4700,990 4440,1050 4200,1020 4020,1410 3860,1290 3650,1460 3210,1030 3030,930
      2740,920 2320,1040 2070,70 2030,-430`,
  ),
  association(
    'harrow-meadow',
    'Harrow Meadow',
    `
      -1180,-3000 -580,-3240 -600,-4370 -240,-4440 300,-4360 1040,-4010 760,-3760 510,-3520 850,-2720
      440,-2410 -290,-2240 -460,-2790 -1000,-2590 -1180,-3000`,
  ),
  association(
    'juniper-rise',
    'Juniper Rise',
    `
      -4830,-550 -4910,-550 -4910,-670 -4780,-1150 -4570,-1520 -4410,-1600 -4280,-1800 -4320,-1900
      -3880,-2580 -3540,-2930 -3410,-2520 -3660,-2280 -3570,-2150 -3510,-1900 -3530,-1600 -3810,-1520
      -3830,-1330 -3660,-1180 -3810,-960 -3800,-860 -4180,-870 -4310,-360 -4830,-550`,
  ),
  association(
    'northgate',
    'Northgate',
    `
      -1060,2540 -770,2520 -360,2590 -260,2360 760,2610 660,2970 930,3160 1240,3260 760,3470 -140,3490
      -1000,3660 -1060,2540`,
  ),
  association(
    'southbank',
    'Southbank',
    `
      -1590,-2370 -460,-2780 -290,-2240 270,-2340 370,-1920 750,-1640 530,-1320 -60,-1060 -110,-1130
      -1240,-840 -1490,-1680 -1590,-2370`,
  ),
  association(
    'quarry-hill',
    'Quarry Hill',
    `
      -3390,-2500 -3020,-2780 -3180,-3180 -2470,-3380 -2390,-3290 -2160,-3420 -2020,-3290 -1710,-3260
      -1690,-2830 -1200,-3010 -1020,-2600 -1590,-2400 -1430,-1430 -1800,-1220 -1880,-1470 -2380,-1420
      -3070,-1550 -3240,-1360 -3290,-1410 -3220,-2000 -3390,-2500`,
    `
      -1700,-3260 -2040,-3300 -2130,-3430 -630,-4360 -590,-3240 -1680,-2830 -1700,-3260`,
  ),
];

const CORDERY_HOLE = { center: [4080, 250] as const, meters: 230 }; // the school's own watch left in 2022
const EASTBANK_NOW = '2026-03-02';
const QUARRY_HILL_NOW = '2025-09-15';

export const GROUPS: readonly GroupSketch[] = [
  ...ASSOCIATIONS.map((group): GroupSketch => {
    const { ground } = group;
    if (group.areaId === 'cordery' && ground.by === 'through-roads') {
      return { ...group, ground: { ...ground, except: CORDERY_HOLE } };
    }
    if (group.areaId === 'eastbank') return { ...group, validFrom: EASTBANK_NOW };
    if (group.areaId === 'quarry-hill') return { ...group, validFrom: QUARRY_HILL_NOW };
    return group;
  }),
  blocks('sexton-place', 'Sexton Place', 'association', [-620, 2080], 210),
  {
    areaId: 'pell-street-merchants',
    name: 'Pell Street Merchants',
    groupKind: 'business',
    validFrom: '2023-01-01',
    ground: { by: 'corridor', street: 'Pell Street', from: [-980, 580], to: [700, 160], meters: 105 },
  },
  blocks('foundry-street', 'Foundry Street Traders', 'business', [-350, -1560], 190),
  {
    areaId: 'orchard-loop',
    name: 'Orchard Loop',
    groupKind: 'business',
    validFrom: '2023-01-01',
    ground: { by: 'radius', center: [2330, 210], meters: 260 },
  },
  {
    areaId: 'depot-square',
    name: 'Depot Square',
    groupKind: 'business',
    validFrom: '2023-01-01',
    ground: { by: 'radius', center: [-2740, 1800], meters: 270 },
  },
  blocks('riverbend-apartments', 'Riverbend Apartments', 'apartments', [600, -1530], 130),
  blocks('linden-court', 'Linden Court Apartments', 'apartments', [2150, 1330], 120),
  blocks('cedar-hollow', 'Cedar Hollow Mobile Home Park', 'mobile-home-park', [2880, 1620], 230),
  blocks('westmoor-watch', 'Westmoor Watch', 'watch', [-3900, 700], 330),
  blocks('larkfield-watch', 'Larkfield Watch', 'watch', [-4250, 2480], 400),
];

/** Former boundaries: what the group was until its present line came into force. */
export const FORMER_GROUPS: readonly GroupSketch[] = [
  {
    ...former('eastbank'),
    ground: {
      by: 'through-roads',
      within: [
        points(`
      -510,-130 90,-340 0,-800 410,-960 750,-1200 780,-460 840,660 -260,860 -510,-130`),
      ],
    },
  },
  {
    ...former('quarry-hill'),
    ground: {
      by: 'through-roads',
      within: [
        points(`
      -3390,-2500 -3020,-2780 -3180,-3180 -2470,-3380 -2390,-3290 -2160,-3420 -2020,-3290 -1710,-3260
      -1690,-2830 -1200,-3010 -1020,-2600 -1590,-2400 -1430,-1430 -1800,-1220 -1880,-1470 -2380,-1420
      -3070,-1550 -3240,-1360 -3290,-1410 -3220,-2000 -3390,-2500`),
      ],
    },
  },
];

function former(areaId: string): GroupSketch {
  const group = ASSOCIATIONS.find((association) => association.areaId === areaId);
  if (!group) throw new RangeError(`no association is called ${areaId}`);
  return group;
}

/** Neighborhoods where nobody has formed a group. */
export const WITHOUT_GROUP: readonly { name: string; center: Point }[] = [
  { name: 'Kiln Hill', center: [-2900, 950] },
  { name: 'Fallow Gate', center: [2500, -1500] },
];
