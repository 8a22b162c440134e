const LETTER = 7; // units of the picture, on average
const LINE = 14;

type Named = { readonly name: string; readonly at: readonly [x: number, y: number] };

/** The names that find room, the first ones first: one that would cover another is left to the list beside the map. */
export function namesWithRoom<Each extends Named>(inOrder: readonly Each[]): Each[] {
  const placed: Each[] = [];
  for (const each of inOrder) {
    if (placed.every((other) => !areTooNear(each, other))) placed.push(each);
  }
  return placed;
}

const areTooNear = (one: Named, other: Named): boolean =>
  Math.abs(one.at[1] - other.at[1]) < LINE &&
  Math.abs(one.at[0] - other.at[0]) < ((one.name.length + other.name.length) * LETTER) / 2;
