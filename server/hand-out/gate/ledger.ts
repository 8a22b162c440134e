import { createHash } from 'node:crypto';
import type { Cell } from '#analysis/release/atoms.ts';
import { releaseCells } from '#analysis/release/release.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import { PUBLIC_KINDS } from '#server/brief/open-calls.ts';
import type { Tx } from '#server/store/record-store.ts';
import { listTold, readGrounds, type ToldCell } from '#server/store/told-cells.ts';
import { type Ground, meet } from './grounds.ts';
import type { Gate } from './open-gate.ts';

/** Calls of a kind over some ground and days: what a page would tell of, or one told of. */
export type GateCell = {
  readonly kind: number;
  readonly ground: Ground;
  readonly from: string;
  readonly to: string;
};

/** What may leave, given everything that left before, and given what this ledger let through since it was opened. */
export type Ledger = {
  /** Of each cell asked, whether its number may be told; a larger one is let through before a smaller one. */
  readonly ask: (asked: readonly GateCell[]) => readonly boolean[];
  readonly told: () => ToldCell[]; // what was let through
};

export async function openLedger(gate: Gate, tx: Tx): Promise<Ledger> {
  const rows = await listTold(
    tx,
    PUBLIC_KINDS.map(({ category }) => category),
  );
  const { known, at } = gate.grounds;
  const unmet = new Set(rows.map(({ groundKey }) => groundKey).filter((key) => !known.has(key)));
  for (const [key, geometry] of await readGrounds(tx, [...unmet])) known.set(key, at(geometry));
  const before = PUBLIC_KINDS.map((): GateCell[] => []);
  for (const { category, groundKey, from, to } of rows) {
    const kind = PUBLIC_KINDS.findIndex((each) => each.category === category);
    const ground = known.get(groundKey);
    if (ground) before[kind]?.push({ kind, ground, from, to });
  }
  const released: GateCell[] = [];
  const ask = (asked: readonly GateCell[]) => {
    const shown = new Set<GateCell>();
    for (const kind of new Set(asked.map((cell) => cell.kind))) {
      const ofKind = asked.filter((cell) => cell.kind === kind);
      for (const cell of askKind(gate, ofKind, before[kind] ?? [])) shown.add(cell);
    }
    for (const cell of shown) {
      released.push(cell);
      before[cell.kind]?.push(cell);
    }
    return asked.map((cell) => shown.has(cell));
  };
  return { ask, told: () => released.map((cell) => toTold(gate, cell)) };
}

function askKind(gate: Gate, asked: readonly GateCell[], told: readonly GateCell[]): GateCell[] {
  const toCells = (cells: readonly GateCell[], name: string): Cell[] =>
    cells.map((cell, at) => ({ cell: `${name} ${at}`, calls: callsIn(gate, cell).map(String) }));
  const before = toCells(withinReach(asked, told), 'told').filter(({ calls }) => calls.length > 0);
  const { findings } = releaseCells(toCells(asked, 'asked'), before);
  return asked.filter((_, at) => findings[at]?.shown !== 'withheld');
}

/** Told cells that may share calls with an asked one, directly or through others: told sums are added and taken in chains. */
function withinReach(asked: readonly GateCell[], told: readonly GateCell[]): GateCell[] {
  const reached: GateCell[] = [];
  let beyond = told;
  let front = asked;
  while (front.length > 0) {
    const next = beyond.filter((cell) => front.some((each) => mayShare(each, cell)));
    const met = new Set(next);
    beyond = beyond.filter((cell) => !met.has(cell));
    reached.push(...next);
    front = next;
  }
  return reached;
}

const mayShare = (a: GateCell, b: GateCell): boolean =>
  a.from <= b.to && b.from <= a.to && meet(a.ground.bbox, b.ground.bbox);

/** Positions of the calls of a cell, which name them as long as the gate is open. */
export function callsIn({ calls }: Gate, { kind, ground, from, to }: GateCell): number[] {
  const [first, last] = [toDayNumber(from), toDayNumber(to)];
  const within: number[] = [];
  for (const call of ground.callsOf(kind))
    if ((calls.firstDay[call] ?? 0) >= first && (calls.lastDay[call] ?? 0) <= last) within.push(call);
  return within;
}

function toTold(gate: Gate, cell: GateCell): ToldCell {
  const { from, to, kind } = cell;
  const category = PUBLIC_KINDS[kind]?.category ?? '';
  const ground = cell.ground.geometry;
  const cellId = createHash('sha256')
    .update(JSON.stringify([category, ground, from, to]))
    .digest('hex')
    .slice(0, 32);
  return { cellId, category, ground, from, to, calls: callsIn(gate, cell).length };
}
