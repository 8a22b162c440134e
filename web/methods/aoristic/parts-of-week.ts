import type { AoristicWeek } from '#analysis/aoristic/aoristic.ts';
import { words } from './words.ts';

export type Part = { name: string; calls: number; perHour: number };

const NAMES = [
  [words.parts.weekNight, words.parts.weekMorning, words.parts.weekAfternoon, words.parts.weekEvening],
  [words.parts.endNight, words.parts.endMorning, words.parts.endAfternoon, words.parts.endEvening],
] as const;
const SATURDAY = 5;
const HOURS_A_PART = 6;

/** Weekdays and weekend in quarters of a day, in the order of the week; a part that never lay in the window is left out. */
export function partsOfWeek({ weights, exposureHours }: AoristicWeek): Part[] {
  return NAMES.flatMap((quarters, isWeekend) =>
    quarters.flatMap((name, quarter): Part[] => {
      let [calls, hours] = [0, 0];
      weights.forEach((weight, cell) => {
        const isHere = Math.floor((cell % 24) / HOURS_A_PART) === quarter;
        if (!isHere || Number(cell >= 24 * SATURDAY) !== isWeekend) return;
        calls += weight;
        hours += exposureHours[cell] ?? 0;
      });
      return hours > 0 ? [{ name, calls, perHour: calls / hours }] : [];
    }),
  );
}
