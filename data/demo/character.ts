import type { Point } from './plane.ts';

/** How a part of town was built: what a surveyor would notice first. */
export type Character = {
  short: number; // meters between the long streets
  long: number; // meters between the cross streets
  wiggle: number; // how far streets bend from the grid, radians
  deadEnds: number; // share of cross streets that were never built through
  perKm: number; // addresses on a kilometer of street
};

type Quarter = Character & { center: Point; reach: number; weight: number };

const suburb: Character = { short: 93, long: 186, wiggle: 0.3, deadEnds: 0.3, perKm: 52 };
const hills: Character = { short: 101, long: 237, wiggle: 0.75, deadEnds: 0.5, perKm: 38 };

const QUARTERS: readonly Quarter[] = [
  { center: [-250, -150], reach: 900, weight: 6, short: 70, long: 96, wiggle: 0, deadEnds: 0, perKm: 110 },
  { center: [-650, 1400], reach: 900, weight: 4, short: 73, long: 118, wiggle: 0.02, deadEnds: 0.02, perKm: 92 },
  { center: [-1700, 1150], reach: 480, weight: 4, short: 70, long: 111, wiggle: 0.1, deadEnds: 0.05, perKm: 96 },
  { center: [1150, 900], reach: 1100, weight: 4, short: 77, long: 146, wiggle: 0.04, deadEnds: 0.05, perKm: 84 },
  { center: [-300, -1700], reach: 900, weight: 4, short: 76, long: 134, wiggle: 0.05, deadEnds: 0.05, perKm: 88 },
  { center: [0, -3200], reach: 1100, weight: 2, short: 85, long: 170, wiggle: 0.15, deadEnds: 0.15, perKm: 66 },
  { center: [200, 2700], reach: 900, weight: 2, short: 85, long: 170, wiggle: 0.2, deadEnds: 0.15, perKm: 66 },
  { center: [3500, 300], reach: 1300, weight: 2, ...suburb },
  { center: [-3300, -300], reach: 900, weight: 2, ...suburb },
  { center: [-2200, -2300], reach: 900, weight: 2, ...suburb },
  { center: [-4150, -1500], reach: 1100, weight: 4, ...hills },
  { center: [-4400, 2700], reach: 1300, weight: 3, ...hills, wiggle: 0.55 },
  { center: [2900, -1900], reach: 1000, weight: 3, ...hills, wiggle: 0.6 },
  { center: [2600, 1900], reach: 900, weight: 3, ...hills, short: 111, wiggle: 0.4 },
  { center: [-2000, 3700], reach: 700, weight: 2, ...hills, wiggle: 0.4 },
];

/** Quarters blend into each other; far from all of them it is plain suburb. */
export function characterAt([x, y]: Point): Character {
  const sum = { short: 0, long: 0, wiggle: 0, deadEnds: 0, perKm: 0 };
  let total = 0;
  const add = (quarter: Character, weight: number): void => {
    sum.short += quarter.short * weight;
    sum.long += quarter.long * weight;
    sum.wiggle += quarter.wiggle * weight;
    sum.deadEnds += quarter.deadEnds * weight;
    sum.perKm += quarter.perKm * weight;
    total += weight;
  };
  add(suburb, 0.15);
  for (const quarter of QUARTERS) {
    const dx = (x - quarter.center[0]) / quarter.reach;
    const dy = (y - quarter.center[1]) / quarter.reach;
    add(quarter, quarter.weight * Math.exp(-(dx * dx + dy * dy) * 1.5));
  }
  return {
    short: sum.short / total,
    long: sum.long / total,
    wiggle: sum.wiggle / total,
    deadEnds: sum.deadEnds / total,
    perKm: sum.perKm / total,
  };
}
