import { buildPlaceIndex, type Placed, placePoints } from '#analysis/place/place.ts';
import type { AreaFeature } from '#data/schema/area.ts';
import type { RecordCounts } from '#data/schema/record-counts.ts';
import { recordsOf } from '#server/commands/plain-records.ts';
import { readAreas } from '#server/ingest/areas/read-areas.ts';
import { type PlainCalls, readPlainCalls } from '#server/ingest/plain-calls.ts';
import { type PlainConcerns, readPlainConcerns } from '#server/ingest/plain-concerns.ts';

/** Plain files, read and joined. Without a boundary file every call lies in no area. */
export type PlainInput = {
  calls: PlainCalls;
  areas: AreaFeature[];
  placed: Placed;
  records: RecordCounts;
  hasTime: boolean;
  hasRange: boolean; // a column of the start of the span in which a call happened
  timeZone: string | null;
  concerns: PlainConcerns | null; // null: no file of them was named
};

/** The files and columns as the command line names them. */
export type NamedInput = {
  calls: string;
  areas?: string;
  id?: string;
  lon: string;
  lat: string;
  time?: string;
  from?: string;
  to?: string;
  type?: string;
  areaId?: string;
  areaName?: string;
  timeZone?: string;
  concerns?: string;
};

export async function readPlainInput(named: NamedInput): Promise<PlainInput> {
  const { id, lon, lat, time, from, to, type, timeZone, areaId, areaName } = named;
  const areas = named.areas
    ? await readAreas(named.areas, {
        kind: 'other',
        ...(areaId === undefined ? {} : { areaId }),
        ...(areaName === undefined ? {} : { areaName }),
      })
    : null;
  const features = areas?.layer.features ?? [];
  const calls = await readPlainCalls(named.calls, {
    lon,
    lat,
    ...(id === undefined ? {} : { id }),
    ...(time === undefined ? {} : { time }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(type === undefined ? {} : { type }),
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  const placed = placePoints(buildPlaceIndex(features.map(({ geometry }) => geometry)), calls.lon, calls.lat);
  return {
    ...{ calls, areas: features, placed, records: recordsOf(calls, placed) },
    hasTime: time !== undefined,
    hasRange: from !== undefined,
    timeZone: timeZone ?? null,
    concerns: named.concerns === undefined ? null : await readPlainConcerns(named.concerns),
  };
}
