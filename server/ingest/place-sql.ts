import { Precision } from '#data/schema/call.ts';
import type { SourceProfile } from '#data/schema/source-profile.ts';
import { isDegrees } from './locate-rows.ts';
import { sqlText } from './sql-text.ts';

const NEAR = 1e-6; // degrees, a tenth of a meter

/** Why the location of a row cannot be believed; null where it can, or where there is none. */
export function quarantineSql({ bounds, defaultPoints, crs }: SourceProfile): string {
  const isDefault = defaultPoints.map(
    ({ lon, lat }) => `(abs(lon - (${lon})) < ${NEAR} and abs(lat - (${lat})) < ${NEAR})`,
  );
  const within = (x: string, y: string) =>
    bounds === null
      ? 'true'
      : `${x} between ${bounds[0]} and ${bounds[2]} and ${y} between ${bounds[1]} and ${bounds[3]}`;
  return `case
    when lon is null or lat is null then null
    ${isDegrees(crs) ? '' : 'when doubt is not null then doubt'}
    when lon = 0 and lat = 0 then '0,0'
    ${isDefault.length === 0 ? '' : `when ${isDefault.join(' or ')} then 'default-point'`}
    when ${within('lon', 'lat')} and abs(lon) <= 180 and abs(lat) <= 90 then null
    ${bounds === null ? '' : `when ${within('lat', 'lon')} then 'swapped axes'`}
    when abs(lon) > 180 or abs(lat) > 90 then 'not degrees'
    else 'outside' end`;
}

/** Quarantine reasons whose point is a stand-in for "somewhere"; the others are wrong points. */
export const STAND_IN_REASONS = ['0,0', 'default-point'] as const;

const placementWord = (word: string) => `${sqlText(word)}::enum('placed', 'unplaced', 'default-point', 'outside')`;

export const PLACEMENT_SQL = `case
    when lon is null or lat is null then ${placementWord('unplaced')}
    when quarantine is null then ${placementWord('placed')}
    when ${STAND_IN_REASONS.map((reason) => `quarantine = ${sqlText(reason)}`).join(' or ')} then ${placementWord('default-point')}
    else ${placementWord('outside')} end`;

/** A corner of two streets is told by its writing; otherwise the profile says how exact places are. */
export function precisionSql({ precision }: SourceProfile): string {
  const words = [...Precision.options].map(sqlText).join(', ');
  const word = (value: string) => `${sqlText(value)}::enum(${words})`;
  const given =
    precision === 'block'
      ? `case when contains(address_block, '/') or contains(address_block, ' & ') then ${word('intersection')} else ${word('block')} end`
      : word(precision);
  return `case when lon is null or lat is null then ${word('none')} else ${given} end`;
}

/**
 * One key a published point: latitude and longitude in steps of 0.00001 degrees, about a
 * meter, as one number; the address where there is no point.
 */
export const PLACE_KEY_SQL = `case
    when abs(lon) <= 180 and abs(lat) <= 90
      then ((lat * 100000)::bigint * 100000000 + (lon * 100000)::bigint)::varchar
    when address_block is not null then 'address ' || upper(address_block) end`;
