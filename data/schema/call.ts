import { z } from 'zod';

export const Origin = z.enum(['public', 'officer']);
export type Origin = z.infer<typeof Origin>;

/** How exactly the place was published; `snapped` is an anonymous map point, as police.uk makes them. */
export const Precision = z.enum(['exact', 'block', 'intersection', 'snapped', 'none']);
export type Precision = z.infer<typeof Precision>;

/**
 * Whether the call can stand on the map. `default-point` (a geocoder's fallback,
 * 0,0, headquarters) and `outside` (beyond the source's bounds) are quarantined:
 * kept and counted, never drawn.
 */
export const Placement = z.enum(['placed', 'unplaced', 'default-point', 'outside']);
export type Placement = z.infer<typeof Placement>;

/** What the source tells of the time: a month-only date can never feed an hour-of-week table. */
export const TimePrecision = z.enum(['minute', 'day', 'month']);
export type TimePrecision = z.infer<typeof TimePrecision>;

/** Local wall clock without zone: `2021-03-04T17:05:09`. */
const LocalDateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);

/** One call for service, as kept in the store and carried by an extract. */
export const Call = z.object({
  id: z.string().min(1),
  source: z.string().min(1),
  receivedLocal: LocalDateTime,
  receivedUtc: LocalDateTime.nullable(), // null where the source gives no time of day
  occurredFromLocal: LocalDateTime.nullable(),
  occurredToLocal: LocalDateTime.nullable(),
  timePrecision: TimePrecision,
  typeCode: z.string().min(1), // the source's own words, upper case
  category: z.string().min(1), // a code of data/codes/categories.ts
  priority: z.string().nullable(),
  disposition: z.string().nullable(),
  origin: Origin,
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  precision: Precision,
  placeKey: z.string().nullable(), // same place, same key
  addressBlock: z.string().nullable(),
  beat: z.string().nullable(),
  placement: Placement,
});
export type Call = z.infer<typeof Call>;

/**
 * Columns of an extract (Arrow) and of the `call` table in the browser, in order.
 * `text` is dictionary-coded Utf8 with Int32 keys, `id` plain Utf8, `time` Timestamp(microsecond)
 * without zone, `real` Float64. All but the marked ones may not be null.
 */
export const CALL_COLUMNS = [
  { name: 'id', from: 'id', kind: 'id', nullable: false },
  { name: 'source', from: 'source', kind: 'text', nullable: false },
  { name: 'received_local', from: 'receivedLocal', kind: 'time', nullable: false },
  { name: 'received_utc', from: 'receivedUtc', kind: 'time', nullable: true },
  { name: 'occurred_from_local', from: 'occurredFromLocal', kind: 'time', nullable: true },
  { name: 'occurred_to_local', from: 'occurredToLocal', kind: 'time', nullable: true },
  { name: 'time_precision', from: 'timePrecision', kind: 'text', nullable: false },
  { name: 'type_code', from: 'typeCode', kind: 'text', nullable: false },
  { name: 'category', from: 'category', kind: 'text', nullable: false },
  { name: 'priority', from: 'priority', kind: 'text', nullable: true },
  { name: 'disposition', from: 'disposition', kind: 'text', nullable: true },
  { name: 'origin', from: 'origin', kind: 'text', nullable: false },
  { name: 'lon', from: 'lon', kind: 'real', nullable: true },
  { name: 'lat', from: 'lat', kind: 'real', nullable: true },
  { name: 'precision', from: 'precision', kind: 'text', nullable: false },
  { name: 'place_key', from: 'placeKey', kind: 'text', nullable: true },
  { name: 'address_block', from: 'addressBlock', kind: 'text', nullable: true },
  { name: 'beat', from: 'beat', kind: 'text', nullable: true },
  { name: 'placement', from: 'placement', kind: 'text', nullable: false },
] as const satisfies readonly { name: string; from: keyof Call; kind: string; nullable: boolean }[];
export type CallColumn = (typeof CALL_COLUMNS)[number]['name'];
