import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import type { AreaFeature, AreaLayer } from '#data/schema/area.ts';
import type { Pattern } from '#data/schema/records/pattern.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import type { BulletinFacts, Case, CaseFacts } from './facts.ts';
import { openFacts } from './open-facts.ts';
import { type CaseCall, readCases } from './read-cases.ts';

/** What the records say beside the pattern: the ground of every group on its last day, and all groups by name. */
export type BulletinGround = { readonly boundaries: AreaLayer; readonly groupNames: ReadonlyMap<string, string> };

/**
 * All that a bulletin of the pattern says as it is now. Calls are those that the internal level may have; one that may
 * leave the department is reduced before anything is kept.
 */
export async function bulletinFacts(
  home: string,
  pattern: Pattern,
  ground: BulletinGround,
  acting: Acting,
): Promise<BulletinFacts> {
  const kept = pattern.calls.filter((call) => call.kept).map(({ callId }) => callId);
  const { calls, heldBack, missing } = await readCases(home, kept);
  const { patternId, type, from, to, label, release, name, code, synopsis } = pattern;
  const facts: CaseFacts = {
    ...{ edition: 'cases', patternId, type, from, to, label, release, name, code, synopsis },
    groups: groupsOf(pattern, ground),
    madeBy: acting.actor.name,
    madeAt: acting.nowLocal,
    callsTo: await lastCallOf(home),
    cases: toCases(calls, ground.boundaries.features),
    leftOut: pattern.calls.length - kept.length,
    heldBack,
    missing,
  };
  return release === 'internal' ? facts : openFacts(facts);
}

const groupsOf = ({ groupIds }: Pattern, { boundaries, groupNames }: BulletinGround): CaseFacts['groups'] =>
  groupIds.map((groupId) => ({
    name: groupNames.get(groupId) ?? groupId,
    geometry: boundaries.features.find(({ id }) => id === groupId)?.geometry ?? null,
  }));

async function lastCallOf(home: string): Promise<string | null> {
  const { sources } = await readStoreIndex(home);
  return sources
    .map(({ lastReceivedLocal }) => lastReceivedLocal)
    .reduce<string | null>((last, each) => (last === null || each > last ? each : last), null);
}

function toCases(calls: readonly CaseCall[], areas: readonly AreaFeature[]): Case[] {
  const isPlaced = ({ placement, lon, lat }: CaseCall) => placement === 'placed' && lon !== null && lat !== null;
  const lon = Float64Array.from(calls, (call) => (isPlaced(call) ? (call.lon ?? Number.NaN) : Number.NaN));
  const lat = Float64Array.from(calls, (call) => (isPlaced(call) ? (call.lat ?? Number.NaN) : Number.NaN));
  const { setOf, setOffsets, setAreas } = placePoints(buildPlaceIndex(areas.map(({ geometry }) => geometry)), lon, lat);
  return calls.map((call, i) => {
    const { callId, receivedLocal, timePrecision, category, placeKey, addressBlock } = call;
    const set = setOf[i] ?? 0;
    const within = [...setAreas.subarray(setOffsets[set] ?? 0, setOffsets[set + 1] ?? 0)];
    return {
      ...{ number: i + 1, callId, receivedLocal, timePrecision, category, placeKey, addressBlock },
      place: isPlaced(call) ? [lon[i] ?? 0, lat[i] ?? 0] : null,
      groups: within.flatMap((area) => areas[area]?.properties.name ?? []),
    };
  });
}
