import type { Position } from '#data/schema/area.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';

/** What a project's record says of what to count. Older records lack the later fields. */
export type ProjectFields = {
  readonly beganOn: string | null;
  readonly categories: readonly string[];
  readonly center: Position | null;
  readonly groundMeters: number | null;
  readonly comparisonGroup: string | null;
  readonly ringMeters: number;
  readonly waitWeeks: number;
};

const USUAL_RING = 300;
const FEWEST_WEEKS = 8;

export function projectFields({ fields }: RegisterEntry): ProjectFields {
  return {
    beganOn: textOf(fields.beganOn),
    categories: Array.isArray(fields.callKinds)
      ? fields.callKinds.flatMap((row: { category?: unknown }) => textOf(row.category) ?? [])
      : [],
    center: centerOf(textOf(fields.groundCenter)),
    groundMeters: countOf(fields.groundMeters) || null,
    comparisonGroup: textOf(fields.comparisonGroup),
    ringMeters: countOf(fields.ringMeters) ?? USUAL_RING,
    waitWeeks: Math.max(FEWEST_WEEKS, countOf(fields.waitWeeks) ?? 0),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const countOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** "35.5951, -82.5515": latitude first, as people write it. */
function centerOf(text: string | null): Position | null {
  const [lat = Number.NaN, lon = Number.NaN, ...more] = (text ?? '')
    .split(',')
    .map((part) => Number(part.trim() || 'none'));
  const isOn = more.length === 0 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return isOn ? [lon, lat] : null;
}
