/**
 * Sets of whole numbers, each kept once under a small number of its own; set 0 is empty. A walk over
 * the map only ever adds or drops one member, so those steps are remembered.
 */
export class NumberSets {
  offsets = new Uint32Array(1024); // members of set s: members[offsets[s]] .. members[offsets[s + 1]], ascending
  members = new Uint32Array(4096);
  count = 1;
  private hashes = new Uint32Array(1024);
  private slots = new Uint32Array(4096); // set + 1 by hash of its members; 0 is free
  private steps = new Uint32Array(4096 * 3); // set + 1 (0 is free), member, set that it leads to
  private stepCount = 0;

  has(set: number, member: number): boolean {
    const end = this.offsets[set + 1] ?? 0;
    for (let i = this.offsets[set] ?? 0; i < end; i++) if (this.members[i] === member) return true;
    return false;
  }

  /** The set that has `member` where `set` lacks it, and lacks it where `set` has it. */
  toggled(set: number, member: number): number {
    const step = this.stepFor(set, member);
    if (this.steps[step] !== 0) return this.steps[step + 2] ?? 0;
    const to = this.find(set, member);
    this.steps[step] = set + 1;
    this.steps[step + 1] = member;
    this.steps[step + 2] = to;
    if (++this.stepCount * 6 > this.steps.length) this.growSteps();
    return to;
  }

  including(set: number, member: number): number {
    return this.has(set, member) ? set : this.toggled(set, member);
  }

  /** Takes over the sets of another instance; only on a fresh one. */
  restore(offsets: Uint32Array, members: Uint32Array): void {
    for (let set = 1; set < offsets.length - 1; set++) {
      const from = offsets[set] ?? 0;
      const to = offsets[set + 1] ?? 0;
      this.reserve(to - from);
      let hash = 0;
      let end = this.offsets[set] ?? 0;
      for (let i = from; i < to; i++) {
        hash ^= mixed(members[i] ?? 0);
        this.members[end++] = members[i] ?? 0;
      }
      this.add(hash >>> 0, end);
    }
  }

  private stepFor(set: number, member: number): number {
    const { steps } = this;
    const mask = steps.length / 3 - 1;
    let slot = ((Math.imul(set, 0x9e3779b1) ^ Math.imul(member + 1, 0x85ebca6b)) >>> 7) & mask;
    while (steps[3 * slot] !== 0 && (steps[3 * slot] !== set + 1 || steps[3 * slot + 1] !== member))
      slot = (slot + 1) & mask;
    return 3 * slot;
  }

  private growSteps(): void {
    const before = this.steps;
    this.steps = new Uint32Array(before.length * 2);
    for (let i = 0; i < before.length; i += 3) {
      if (before[i] !== 0)
        this.steps.set(before.subarray(i, i + 3), this.stepFor((before[i] ?? 0) - 1, before[i + 1] ?? 0));
    }
  }

  private find(set: number, member: number): number {
    const from = this.offsets[set] ?? 0;
    const to = this.offsets[set + 1] ?? 0;
    this.reserve(to - from + 1);
    const start = this.offsets[this.count] ?? 0;
    let end = start;
    let passed = false;
    for (let i = from; i < to; i++) {
      const other = this.members[i] ?? 0;
      if (!passed && other >= member) {
        passed = true;
        if (other === member) continue;
        this.members[end++] = member;
      }
      this.members[end++] = other;
    }
    if (!passed) this.members[end++] = member;
    if (end === start) return 0;
    const hash = ((this.hashes[set] ?? 0) ^ mixed(member)) >>> 0;
    return this.known(hash, start, end) ?? this.add(hash, end);
  }

  private known(hash: number, start: number, end: number): number | null {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const set = (this.slots[slot] ?? 0) - 1;
      const from = this.offsets[set] ?? 0;
      const size = (this.offsets[set + 1] ?? 0) - from;
      let same = this.hashes[set] === hash && size === end - start;
      for (let i = 0; same && i < size; i++) same = this.members[from + i] === this.members[start + i];
      if (same) return set;
    }
    return null;
  }

  private add(hash: number, end: number): number {
    const set = this.count++;
    this.hashes[set] = hash;
    this.offsets[set + 1] = end;
    if (this.count * 2 > this.slots.length) {
      this.slots = new Uint32Array(this.slots.length * 2);
      for (let other = 1; other < set; other++) this.seat(other);
    }
    this.seat(set);
    return set;
  }

  private seat(set: number): void {
    const mask = this.slots.length - 1;
    let slot = (this.hashes[set] ?? 0) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = set + 1;
  }

  private reserve(more: number): void {
    if (this.count + 2 > this.offsets.length) {
      this.offsets = doubled(this.offsets);
      this.hashes = doubled(this.hashes);
    }
    while ((this.offsets[this.count] ?? 0) + more > this.members.length) this.members = doubled(this.members);
  }
}

/** The same numbers with twice the room. */
export const doubled = (numbers: Uint32Array) => copied(numbers, numbers.length * 2);

/** The same numbers with room for `length`. */
export function copied(numbers: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(numbers);
  return larger;
}

function mixed(member: number): number {
  let h = Math.imul(member + 0x7f4a7c15, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
