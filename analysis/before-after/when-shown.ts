/** Calls a week before the day of action, in the treated ground and in its control. */
export type WeeklyRates = { readonly treated: number; readonly control: number };

const LEVEL = 1.96; // of the limits, both sides
const POWER = 0.842; // a fall of this size is then found four times in five

/**
 * Whole weeks after the day of action, with as many before, until a fall to `left` of what came would usually stand
 * outside of the limits; null: not within `most` weeks. Takes calls to come singly and the control to stay as it was.
 */
export function weeksUntilShown({ treated, control }: WeeklyRates, left: number, most: number): number | null {
  const fall = treated * (1 - left);
  if (!(fall > 0)) return null;
  const variance = treated * (1 + left) + 2 * control;
  const weeks = Math.ceil((variance * (LEVEL + POWER) ** 2) / fall ** 2);
  return weeks <= most ? weeks : null;
}
