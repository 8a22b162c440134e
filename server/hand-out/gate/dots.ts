import type { CountedKind } from '#analysis/briefing/briefing.ts';
import type { HandOutDots, HandOutLine } from '#data/schema/records/hand-out.ts';
import type { Days } from '#server/brief/count-calls.ts';
import type { Ground } from './grounds.ts';
import type { Ledger } from './ledger.ts';
import type { Gate } from './open-gate.ts';

export function findDots(
  _gate: Gate,
  _ledger: Ledger,
  _ground: Ground,
  _days: Days,
  _counted: readonly CountedKind[],
  _lines: readonly HandOutLine[],
): HandOutDots | null {
  return null;
}
