import { inRing, type Line } from './curve.ts';
import { points } from './layout.ts';
import { distance, type Point } from './plane.ts';

export type SiteKind = 'park' | 'campus' | 'hospital' | 'school' | 'mall' | 'industrial';

/** Ground that takes whole blocks: roughly where, and what stands there. */
export type SiteSketch = { kind: SiteKind; name: string; covers: (place: Point) => boolean };

const ring = (kind: SiteKind, name: string, text: string): SiteSketch => {
  const outline: Line = points(text);
  return { kind, name, covers: (place) => inRing(place, outline) };
};

const around = (kind: SiteKind, name: string, center: Point, meters: number): SiteSketch => ({
  kind,
  name,
  covers: (place) => distance(place, center) < meters,
});

/** 14 parks, 9 schools, 3 malls or strips, a campus, a hospital and the works. */
export const SITES: readonly SiteSketch[] = [
  ring('park', 'Tern Park', '20,-600 700,-810 790,-470 110,-330'),
  ring('park', 'Sexton Park', '-520,2560 -450,1730 -120,1730 -130,2350'),
  ring('park', 'Court Square', '-760,530 -640,970 -260,870 -380,430'),
  ring('park', 'Ferry Landing Park', '-1700,40 -1560,280 -1790,450 -1920,240'),
  ring('park', 'Linden Common', '830,1480 850,1760 1340,1760 1330,1440'),
  ring('park', 'Larkfield Park', '-3160,2740 -2880,2650 -2560,3240 -2950,3260'),
  ring('park', 'Westmoor Park', '-3800,1620 -4080,1900 -4400,1650 -4380,1370 -4160,1180'),
  ring('park', 'Southbank Green', '-830,-1770 -880,-2080 -250,-1950 -200,-1680'),
  ring('park', 'Fallow Bend Park', '1620,-2920 1930,-2350 1360,-2150 1100,-2290'),
  ring('park', 'Juniper Knob', '-4160,-880 -4420,-1000 -4670,-1380 -4460,-1540 -4140,-1400'),
  ring('park', 'Harrow Green', '-2280,-2550 -1930,-2780 -1690,-2830 -1850,-2340 -2200,-2300'),
  around('park', 'Cordery Pond Park', [3750, 640], 190),
  around('park', 'Northgate Green', [760, 2560], 170),
  around('park', 'Meadow Park', [-180, -3420], 190),
  around('campus', 'Ashel State College', [1000, 2180], 330),
  around('hospital', 'Mercy General Hospital', [1650, -430], 200),
  around('mall', 'Orchard Loop Shops', [2330, 210], 190),
  around('mall', 'Larkfield Plaza', [-2760, 1830], 190),
  around('mall', 'Harrow Crossing', [-900, -2790], 190),
  around('school', 'Tannery Row School', [-950, 1330], 115),
  around('school', 'Linden School', [1560, 1000], 125),
  around('school', 'Northgate School', [-560, 2990], 140),
  around('school', 'Cordery School', [4080, 250], 150),
  around('school', 'Westmoor School', [-3700, 520], 150),
  around('school', 'Larkfield School', [-4350, 3060], 150),
  around('school', 'Southbank School', [-780, -2420], 130),
  around('school', 'Harrow Meadow School', [330, -3650], 140),
  around('school', 'Ashel High School', [2480, 1550], 190),
  ring('industrial', 'East Yards', '3300,1130 3700,1300 4300,1960 3800,2050 3000,1900'),
  ring('industrial', 'Millrace Works', '-2980,420 -2640,420 -2700,1300 -2950,1150'),
  ring('industrial', 'Brickyard', '520,-1880 900,-2230 1030,-2680 760,-2800 560,-2350'),
];
