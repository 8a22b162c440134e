import type { HandOutCalls, HandOutChoices, HandOutItem } from '#data/schema/records/hand-out.ts';
import { PUBLIC_KINDS } from '#server/brief/open-calls.ts';
import type { GateConcern } from '#server/hand-out/gate/concern-calls.ts';
import type { HandOutSources } from '#server/store/hand-out-sources.ts';

type ConcernItem = Extract<HandOutItem, { part: 'concern' }>;

const MOST_CHARTED = 3;
const idOf = (itemId: string): string => itemId.slice('concern/'.length);

/** The first open concerns of a page whose kind everybody may know of: their calls are asked for over the time before. */
export function chartedConcerns(
  offered: readonly ConcernItem[],
  { items }: HandOutChoices,
  { concerns }: HandOutSources,
): GateConcern[] {
  return [...new Set(items)]
    .flatMap((itemId): GateConcern[] => {
      const item = offered.find((each) => each.itemId === itemId && each.isOpen);
      const heardOn = concerns.find(({ concernId }) => `concern/${concernId}` === itemId)?.heardAt.slice(0, 10);
      const kind = PUBLIC_KINDS.find(({ category }) => category === item?.category);
      if (kind === undefined || heardOn === undefined) return [];
      return [{ concernId: idOf(itemId), category: kind.category, heardOn }];
    })
    .slice(0, MOST_CHARTED);
}

/** The calls of a page without those of a concern that is not on it. */
export function onlyOf(items: readonly HandOutItem[], { concernCalls = [], ...calls }: HandOutCalls): HandOutCalls {
  const printed = new Set(items.map(({ itemId }) => itemId));
  const kept = concernCalls.filter(({ concernId }) => printed.has(`concern/${concernId}`));
  return kept.length === 0 ? calls : { ...calls, concernCalls: kept };
}
