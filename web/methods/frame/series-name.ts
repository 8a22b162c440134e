import type { Areas } from '#web/ask/desk.tsx';
import { kindName } from '#web/ask/kinds.ts';

/** A series as its reader calls it: "eastbank theft" and "theft in eastbank" are "Theft, Eastbank". What names no area stays as it is. */
export function seriesName(what: string, { byId, nameOf }: Pick<Areas, 'byId' | 'nameOf'>): string {
  const [, kind, place] = /^(\S+) in (\S+)$/.exec(what) ?? [];
  if (kind !== undefined && place !== undefined && byId.has(place)) return `${kindName(kind)}, ${nameOf(place)}`;
  const [areaId = '', category = '', ...rest] = what.split(' ');
  if (!byId.has(areaId)) return what;
  const named = category === '' ? nameOf(areaId) : `${kindName(category)}, ${nameOf(areaId)}`;
  return [named, ...rest].join(' ');
}
