import { toDayNumber } from '#analysis/shared/days.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { useView } from '#web/ask/use-view.ts';
import type { Questions } from '#web/compute/door.ts';
import { treatedGround } from '#web/compute/treated-ground.ts';
import { useChoiceOption } from '#web/methods/frame/choice-option.tsx';
import { useNumberOption } from '#web/methods/frame/number-option.tsx';

export const USUAL = { ringMeters: 300, weeks: 52 } as const;
export const BASELINES = ['just-before', 'year-before'] as const;

/** What the panel asks, as far as the address says it; the question is null until a place and a day are named. */
export function useAsked() {
  const { opened } = useDesk();
  const { view, filter } = useView();
  const { features, byId } = useAreas(filter.layer);
  const day = dayWithin(view.options.day ?? '', opened);
  const control = byId.has(view.options.control ?? '') ? (view.options.control ?? null) : null;
  const ringMeters = useNumberOption('ring', USUAL.ringMeters);
  const weeks = Math.round(useNumberOption('weeks', USUAL.weeks));
  const baseline = useChoiceOption('baseline', BASELINES);
  const treated = treatedGround(filter, features);
  const question: Questions['before-after']['options'] | null =
    day === null || treated.length === 0
      ? null
      : { action: day, ringMeters, weeks, baseline, ...(control === null ? {} : { control }) };
  return { control, ringMeters, question };
}

function dayWithin(text: string, { firstDay, lastDay }: { firstDay: string; lastDay: string }): string | null {
  try {
    toDayNumber(text);
    return text >= firstDay && text <= lastDay ? text : null;
  } catch {
    return null; // half typed
  }
}
