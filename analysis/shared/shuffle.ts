/** Fisher and Yates: every order is equally likely. Shuffles in place. */
export function shuffle(values: Int32Array | Uint32Array | Uint16Array, draw: () => number): void {
  for (let left = values.length; left > 1; left--) {
    const picked = Math.floor(draw() * left);
    const last = values[left - 1] ?? 0;
    values[left - 1] = values[picked] ?? 0;
    values[picked] = last;
  }
}
