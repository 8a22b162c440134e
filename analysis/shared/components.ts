/** Connected components by union and find (Tarjan 1975): which points hang together, directly or through others. */
export class Components {
  readonly #parent: Uint32Array;

  constructor(size: number) {
    this.#parent = Uint32Array.from({ length: size }, (_, i) => i);
  }

  join(a: number, b: number): void {
    const [one, other] = [this.rootOf(a), this.rootOf(b)];
    if (one !== other) this.#parent[Math.max(one, other)] = Math.min(one, other);
  }

  /** The lowest member of its component. */
  rootOf(member: number): number {
    const parent = this.#parent;
    let at = member;
    for (;;) {
      const up = parent[at] ?? at;
      if (up === at) return at;
      const further = parent[up] ?? up;
      parent[at] = further;
      at = further;
    }
  }

  /** The members of every component of at least `least`, each in rising order. */
  groups(least: number): number[][] {
    const byRoot = new Map<number, number[]>();
    for (let i = 0; i < this.#parent.length; i++) {
      const root = this.rootOf(i);
      const group = byRoot.get(root);
      if (group) group.push(i);
      else byRoot.set(root, [i]);
    }
    return [...byRoot.values()].filter((group) => group.length >= least);
  }
}
