/**
 * Sets of polygon parts, each kept once under a small number; set 0 is empty. A walk over the
 * map only ever adds or drops one part, so those steps are remembered.
 */
export class PartSets {
  offsets = new Uint32Array(1024); // parts of set s: parts[offsets[s]] .. parts[offsets[s + 1]], ascending
  parts = new Uint32Array(4096);
  count = 1;
  private hashes = new Uint32Array(1024);
  private slots = new Uint32Array(4096); // set + 1 by hash of its parts; 0 is free
  private stepFrom = new Uint32Array(4096); // set + 1; 0 is free
  private stepPart = new Uint32Array(4096);
  private stepTo = new Uint32Array(4096);
  private steps = 0;

  /** The set that has `part` where `set` lacks it, and lacks it where `set` has it. */
  toggled(set: number, part: number): number {
    const mask = this.stepFrom.length - 1;
    let slot = (Math.imul(set, 0x9e3779b1) ^ Math.imul(part + 1, 0x85ebca6b)) >>> 7;
    for (slot &= mask; this.stepFrom[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.stepFrom[slot] === set + 1 && this.stepPart[slot] === part) return this.stepTo[slot] ?? 0;
    }
    const to = this.find(set, part);
    this.stepFrom[slot] = set + 1;
    this.stepPart[slot] = part;
    this.stepTo[slot] = to;
    if (++this.steps * 2 > mask) this.growSteps();
    return to;
  }

  /** The set with `part` in it. */
  including(set: number, part: number): number {
    const [from, to] = this.range(set);
    return this.parts.subarray(from, to).includes(part) ? set : this.toggled(set, part);
  }

  /** Takes over sets that another instance made; only on a fresh instance. */
  restore(offsets: Uint32Array, parts: Uint32Array): void {
    for (let set = 1; set < offsets.length - 1; set++) {
      let hash = 0;
      const from = offsets[set] ?? 0;
      const to = offsets[set + 1] ?? 0;
      this.reserve(to - from);
      let end = this.offsets[set] ?? 0;
      for (let i = from; i < to; i++) {
        hash ^= mixed(parts[i] ?? 0);
        this.parts[end++] = parts[i] ?? 0;
      }
      this.add(hash >>> 0, end);
    }
  }

  private range(set: number): [number, number] {
    return [this.offsets[set] ?? 0, this.offsets[set + 1] ?? 0];
  }

  private find(set: number, part: number): number {
    const [from, to] = this.range(set);
    this.reserve(to - from + 1);
    const start = this.offsets[this.count] ?? 0;
    let end = start;
    let placed = false;
    for (let i = from; i < to; i++) {
      const other = this.parts[i] ?? 0;
      if (!placed && other >= part) {
        placed = true;
        if (other === part) continue;
        this.parts[end++] = part;
      }
      this.parts[end++] = other;
    }
    if (!placed) this.parts[end++] = part;
    const hash = ((this.hashes[set] ?? 0) ^ mixed(part)) >>> 0;
    return end === start ? 0 : (this.known(hash, start, end) ?? this.add(hash, end));
  }

  private known(hash: number, start: number, end: number): number | null {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const set = (this.slots[slot] ?? 0) - 1;
      const [from, to] = this.range(set);
      if (this.hashes[set] !== hash || to - from !== end - start) continue;
      let same = true;
      for (let i = 0; same && i < to - from; i++) same = this.parts[from + i] === this.parts[start + i];
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
    while ((this.offsets[this.count] ?? 0) + more > this.parts.length) this.parts = doubled(this.parts);
  }

  private growSteps(): void {
    const { stepFrom, stepPart, stepTo } = this;
    this.stepFrom = new Uint32Array(stepFrom.length * 2);
    this.stepPart = new Uint32Array(stepFrom.length * 2);
    this.stepTo = new Uint32Array(stepFrom.length * 2);
    const mask = this.stepFrom.length - 1;
    for (let i = 0; i < stepFrom.length; i++) {
      const from = stepFrom[i] ?? 0;
      if (from === 0) continue;
      const part = stepPart[i] ?? 0;
      let slot = (Math.imul(from - 1, 0x9e3779b1) ^ Math.imul(part + 1, 0x85ebca6b)) >>> 7;
      for (slot &= mask; this.stepFrom[slot] !== 0; ) slot = (slot + 1) & mask;
      this.stepFrom[slot] = from;
      this.stepPart[slot] = part;
      this.stepTo[slot] = stepTo[i] ?? 0;
    }
  }
}

/** The same numbers with twice the room. */
export function doubled(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

function mixed(part: number): number {
  let h = Math.imul(part + 0x7f4a7c15, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
