/** Two pixels around, one step a minute: no edge stands on the same pixels for hours. */
const LOOP = [
  [0, 0],
  [1, 0],
  [2, 1],
  [2, 2],
  [1, 2],
  [0, 1],
  [-1, 1],
  [-2, 0],
  [-2, -1],
  [-1, -2],
  [0, -2],
  [1, -1],
] as const;

/** How far the picture stands from its place, in CSS pixels. */
export function driftAt(clockLocal: string): { x: number; y: number } {
  const [x, y] = LOOP[Number(clockLocal.slice(14, 16)) % LOOP.length] ?? [0, 0];
  return { x, y };
}

/** Every other hour the picture changes sides. */
export const isMirrored = (clockLocal: string): boolean => Number(clockLocal.slice(11, 13)) % 2 === 1;
