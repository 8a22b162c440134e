import type { Filter } from '#data/schema/filter.ts';
import type { Concern } from '#data/schema/records/concern.ts';
import { areasOf, type Desk } from '#web/ask/desk.tsx';
import { ask, useAnswers } from '#web/ask/use-answer.ts';
import { middleOf } from './middle-of.ts';

const AROUND_METERS = 250;
const LAYER = 'groups';

export type Ground = { name: string | null; filter: Filter; others: Filter | null };

/** Where calls of its kind are counted: its first group with a boundary here, else a circle around its place. */
export function groundOf(concern: Concern, { opened }: Desk): Ground | null {
  const { category, groupIds, place } = concern;
  if (category === null) return null;
  const { byId, nameOf } = areasOf(opened, LAYER);
  const own: Filter = {
    ...{ from: opened.firstDay, to: opened.lastDay, origin: 'public', layer: LAYER, categories: [category] },
    ...{ types: [], areas: [], weekdays: [], hours: [], hourOfWeek: [], places: [], polygon: [], circle: null },
  };
  const groupId = groupIds.find((each) => byId.has(each));
  if (groupId !== undefined) {
    const others = [...byId.keys()].filter((each) => !groupIds.includes(each));
    const rest = others.length === 0 ? null : { ...own, areas: others };
    return { name: nameOf(groupId), filter: { ...own, areas: [groupId] }, others: rest };
  }
  if (place === null) return null;
  const [lon, lat] = middleOf(place);
  return { name: null, filter: { ...own, circle: { lon, lat, radiusMeters: AROUND_METERS } }, others: null };
}

/** The weeks of its kind on its ground, and of the same kind in all other groups. */
export function useCalls(ground: Ground | null) {
  return useAnswers(ground === null ? null : ['concern-calls', ground.filter], async (asking) => {
    if (ground === null) throw new Error('calls without a ground are not asked for');
    const [own, others] = await Promise.all([
      ask(asking, 'explore', ground.filter, { expectedBand: true }, 'concern'),
      ground.others === null
        ? null
        : ask(asking, 'explore', ground.others, { expectedBand: true }, 'concern elsewhere'),
    ]);
    return {
      weeks: own.findings[0]?.weeks ?? [],
      elsewhere: others?.findings[0]?.weeks.findLast(({ complete }) => complete) ?? null,
      code: own.code,
    };
  });
}
