/** A number of one kind of call over some ground and days. `calls` names what is counted in it, each once. */
export type Cell = { readonly cell: string; readonly calls: readonly string[] };

/** Calls that stand in the very same cells: whoever reads only cells cannot tell them apart. */
type Atom = { readonly cells: readonly number[]; readonly size: number };

/** Cells that share calls, directly or through others; what is told of one knot says nothing of another. */
export type Knot = {
  readonly cells: readonly Cell[];
  readonly sizes: readonly number[]; // calls of each atom, the largest atom first
  readonly shares: readonly Float64Array[]; // of each cell: 1 for an atom that it holds
};

export function knotsOf(cells: readonly Cell[]): Knot[] {
  const knotAt = new Map<number, Atom[]>(cells.map((_, at) => [at, []]));
  const leader = cells.map((_, at) => at);
  const leaderOf = (at: number): number => {
    const up = leader[at] ?? at;
    if (up === at) return at;
    const top = leaderOf(up);
    leader[at] = top;
    return top;
  };
  const atoms = atomsOf(cells);
  for (const { cells: held } of atoms) for (const at of held) leader[leaderOf(at)] = leaderOf(held[0] ?? at);
  for (const atom of atoms) knotAt.get(leaderOf(atom.cells[0] ?? 0))?.push(atom);
  return [...knotAt].flatMap(([top, own]) => {
    const held = cells.flatMap((_, at) => (leaderOf(at) === top ? [at] : []));
    if (held.length === 0) return [];
    return {
      cells: held.flatMap((at) => cells[at] ?? []),
      sizes: own.map(({ size }) => size),
      shares: held.map((at) => Float64Array.from(own, (atom) => (atom.cells.includes(at) ? 1 : 0))),
    };
  });
}

function atomsOf(cells: readonly Cell[]): Atom[] {
  const heldBy = new Map<string, number[]>();
  for (const [at, { calls }] of cells.entries())
    for (const call of calls) heldBy.set(call, [...(heldBy.get(call) ?? []), at]);
  const atoms = new Map<string, { cells: number[]; size: number }>();
  for (const held of heldBy.values()) {
    const atom = atoms.get(held.join()) ?? { cells: held, size: 0 };
    atom.size += 1;
    atoms.set(held.join(), atom);
  }
  return [...atoms.values()].sort((a, b) => b.size - a.size);
}
