import { type KnownSum, type KnownSums, ROUNDING, type Shares, without } from './sums.ts';

const MOST_STEPS = 5000; // of a search; one that is longer is taken to have found something

/**
 * True where the number of calls in some set of atoms can be worked out exactly from `known`, is at least 1 and below
 * `least`, and could not be worked out from `before`. All atoms of such a set are small. A sum leads with its largest
 * atom, and no other sum holds that one, so only sums that lead with a small atom can make up the set, each once; each
 * brings its lead, so there are fewer than `least` of them. One of them was changed or came since `before`.
 */
export function tellsSmall(known: KnownSums, before: KnownSums, sizes: readonly number[], least: number): boolean {
  const small = known.filter(({ lead }) => (sizes[lead] ?? 0) < least);
  const old = new Set(before);
  if (small.every((sum) => old.has(sum))) return false;
  const { sums, columns } = usable(small, sizes, least);
  const isNew = sums.map((sum) => !old.has(sum));
  const shares = sums.map((_, at) => Float64Array.from(columns, (column) => column.shares[at] ?? 0));
  return new SmallSets(columns, shares, isNew, least).areThere();
}

/** Atoms that stand alike in every sum: to a set they belong together or not at all. */
type Column = { readonly shares: readonly number[]; readonly size: number };

/** Sums without those that no small set can hold: what only they bring is too much, or stands in part. */
function usable(small: KnownSums, sizes: readonly number[], least: number): { sums: KnownSums; columns: Column[] } {
  const columns = columnsOf(small, sizes);
  const wrong = new Set<KnownSum>();
  for (const { shares, size } of columns) {
    const [first = -1, second] = holdersOf(shares);
    const only = second === undefined ? small[first] : undefined;
    if (only && (size >= least || Math.abs((shares[first] ?? 0) - 1) >= ROUNDING)) wrong.add(only);
  }
  return wrong.size === 0
    ? { sums: small, columns }
    : usable(
        small.filter((sum) => !wrong.has(sum)),
        sizes,
        least,
      );
}

function columnsOf(small: KnownSums, sizes: readonly number[]): Column[] {
  const columns = new Map<string, Column>();
  for (const [atom, size] of sizes.entries()) {
    const shares = small.map((sum) => sum.shares[atom] ?? 0);
    if (shares.every((share) => share === 0)) continue;
    const name = shares.map((share) => Math.round(share / ROUNDING)).join();
    columns.set(name, { shares, size: size + (columns.get(name)?.size ?? 0) });
  }
  return [...columns.values()];
}

const holdersOf = (shares: readonly number[]): number[] => shares.flatMap((share, at) => (share === 0 ? [] : [at]));

class SmallSets {
  readonly #columns: readonly Column[];
  readonly #sums: readonly Shares[]; // by column
  readonly #isNew: readonly boolean[];
  readonly #least: number;
  readonly #holders: readonly (readonly number[])[]; // sums that hold a column
  readonly #leads: readonly number[]; // calls that a sum alone brings
  #steps = MOST_STEPS;

  constructor(columns: readonly Column[], sums: readonly Shares[], isNew: readonly boolean[], least: number) {
    [this.#columns, this.#sums, this.#isNew, this.#least] = [columns, sums, isNew, least];
    this.#holders = columns.map(({ shares }) => holdersOf(shares));
    this.#leads = sums.map((_, at) => columns.find((_column, i) => this.#holders[i]?.join() === `${at}`)?.size ?? 0);
  }

  areThere(): boolean {
    const nothing = new Float64Array(this.#columns.length);
    return this.#sums.some((_, at) => this.#isNew[at] === true && this.#goesOn(nothing, at, [], this.#least - 1));
  }

  /** Whether a sum so far and one more are such a set, or a part of one. */
  #goesOn(soFar: Shares, at: number, used: readonly number[], room: number): boolean {
    const left = room - (this.#leads[at] ?? 0);
    const added = this.#sums[at];
    if (left < 0 || added === undefined) return false;
    this.#steps -= 1;
    if (this.#steps < 0) return true;
    const sum = without(soFar, added, -1);
    const wrong = this.#mending(sum, [...used, at]);
    if (wrong === 'none') return true;
    return left > 0 && wrong.some((next) => this.#goesOn(sum, next, [...used, at], left));
  }

  /**
   * The sums that may mend what keeps a sum from being a small set: an atom in part, one too often, or too many calls at
   * once. Of several faults the one that fewest can mend. Sums that share no atom are sets apart, and not looked at.
   */
  #mending(sum: Shares, used: readonly number[]): readonly number[] | 'none' {
    let fewest: readonly number[] | null = null;
    let calls = 0;
    for (const [column, share] of sum.entries()) {
      if (share === 0) continue;
      const size = this.#columns[column]?.size ?? 0;
      calls += size;
      if (Math.abs(share - 1) < ROUNDING && size < this.#least) continue;
      const free = this.#free(this.#holders[column] ?? [], used);
      if (fewest === null || free.length < fewest.length) fewest = free;
      if (free.length === 0) return [];
    }
    if (fewest !== null) return fewest;
    if (calls < this.#least) return 'none';
    const held = this.#holders.flatMap((holders, column) => (sum[column] === 0 ? [] : holders));
    return this.#free([...new Set(held)], used);
  }

  /** A set is looked for from the first of its new sums. */
  #free(holders: readonly number[], used: readonly number[]): number[] {
    const [first = 0] = used;
    return holders.filter((at) => !used.includes(at) && (at > first || this.#isNew[at] !== true));
  }
}
