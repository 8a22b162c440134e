import { type Address, listOf, wordOf } from '#web/ask/address.ts';

const NONE = 'none'; // what belongs to no group has no areaId

/** Where a meeting stands, as the address keeps it: reload and Back give the same. */
export type Progress = {
  readonly areas: readonly string[]; // chosen at the beginning
  readonly at: number; // from 1; past the last one: the end
  readonly seen: number; // the furthest it has come
  readonly since: string; // by the city's clock: acknowledgments from then on are this meeting's
  readonly began: number; // minutes by the machine's clock: a demo's own stands
};

/** Null before a meeting has begun. */
export function readProgress(address: Address): Progress | null {
  const areas = listOf(address.areas).map((area) => (area === NONE ? '' : area));
  const since = wordOf(address.since) ?? '';
  const at = numberOf(address.at);
  if (areas.length === 0 || at < 1 || since === '') return null;
  return { areas, at, seen: numberOf(address.seen), since, began: numberOf(address.began) };
}

export const writeProgress = ({ areas, at, seen, since, began }: Progress): Address => ({
  areas: areas.map((area) => (area === '' ? NONE : area)),
  ...{ at: String(at), seen: String(seen), since, began: String(began) },
});

/** One step on or back; before the first there is none. */
export const stepped = (progress: Progress, by: 1 | -1): Progress => {
  const at = Math.min(progress.areas.length + 1, Math.max(1, progress.at + by));
  return { ...progress, at, seen: Math.max(progress.seen, Math.min(at, progress.areas.length)) };
};

const numberOf = (value: Address[string]): number => {
  const number = Number(wordOf(value) ?? 0);
  return Number.isInteger(number) && number > 0 ? number : 0;
};
