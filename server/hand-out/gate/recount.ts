import type { Recount } from '#data/schema/records/hand-out.ts';
import type { Days } from '#server/brief/count-calls.ts';
import { PUBLIC_KINDS } from '#server/brief/open-calls.ts';
import { RecordMissing } from '#server/errors.ts';
import { listBoundaries } from '#server/store/boundaries.ts';
import type { Tx } from '#server/store/record-store.ts';
import { getReleased } from '#server/store/told-cells.ts';
import { callsIn } from './ledger.ts';
import { type Gate, openGate } from './open-gate.ts';

/** Counts the printed numbers of a released page again, by the boundary that it was counted by. What was withheld stays so. */
export async function recountHandOut(homeOrGate: string | Gate, tx: Tx, handOutId: string): Promise<Recount> {
  const gate = typeof homeOrGate === 'string' ? await openGate(homeOrGate) : homeOrGate;
  const { handOut, facts } = await getReleased(tx, handOutId);
  const { lines, boundary, concernCalls = [] } = facts.calls;
  const versions = await listBoundaries(tx, handOut.groupId);
  const version = versions.find(({ versionId }) => versionId === boundary.versionId);
  if (version === undefined) throw new RecordMissing(`The boundary ${boundary.versionId}`);
  const ground = gate.grounds.at(version.geometry);
  const { from, to } = handOut;
  const countNow = (category: string, days: Days): number => {
    const kind = PUBLIC_KINDS.findIndex((each) => each.category === category);
    return callsIn(gate, { kind, ground, ...days }).length;
  };
  return {
    ...{ handOut, groupName: facts.groupName },
    lines: lines.flatMap(({ category, label, calls }) => {
      if (calls === null) return [];
      return { category, label, printed: calls, now: countNow(category, { from, to }) };
    }),
    concernCalls: [...new Map(concernCalls.map((chart) => [chart.category, chart])).values()].flatMap(
      ({ category, label, periods }) =>
        periods.flatMap(({ calls, ...days }) =>
          calls === null ? [] : { category, label, ...days, printed: calls, now: countNow(category, days) },
        ),
    ),
  };
}
