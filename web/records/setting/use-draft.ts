import { useState } from 'react';
import type { Settings } from '#data/policy/choices.ts';

type Some = Partial<Settings>;

export type Draft = {
  settings: Settings; // as chosen here over what is kept
  kept: Settings;
  changed: readonly (keyof Settings)[];
  overtaken: readonly (keyof Settings)[]; // changed here, and by somebody else since
  set: <Key extends keyof Settings>(key: Key, value: Settings[Key]) => void;
  drop: (keys: readonly (keyof Settings)[]) => void;
};

/** What was chosen and is not saved yet, over the settings as they are kept now. */
export function useDraft(kept: Settings): Draft {
  const [chosen, setChosen] = useState<Some>({});
  const [began, setBegan] = useState<Some>({}); // how each stood when it was first touched
  const keys = Object.keys(chosen) as (keyof Settings)[]; // only `set` writes keys
  const changed = keys.filter((key) => !isSame(chosen[key], kept[key]));
  return {
    settings: { ...kept, ...chosen },
    kept,
    changed,
    overtaken: changed.filter((key) => !isSame(began[key], kept[key])),
    set: (key, value) => {
      setChosen((before) => ({ ...before, [key]: value }));
      setBegan((before) => (key in before ? before : { ...before, [key]: kept[key] }));
    },
    drop: (dropped) => {
      setChosen((before) => without(before, dropped));
      setBegan((before) => without(before, dropped));
    },
  };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const without = (some: Some, dropped: readonly (keyof Settings)[]): Some =>
  Object.fromEntries(Object.entries(some).filter(([key]) => !dropped.some((each) => each === key)));

/** Some settings by their keys, as a request names them. */
export const pick = (settings: Settings, keys: readonly (keyof Settings)[]): Some =>
  Object.fromEntries(keys.map((key) => [key, settings[key]]));
