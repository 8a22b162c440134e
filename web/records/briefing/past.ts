/** What was done, step by step, so that each can be taken back and done again. */
export type Track<State> = {
  readonly now: State;
  readonly past: readonly Step<State>[];
  readonly future: readonly Step<State>[];
};

/** `state` is what was there before the step; `key` joins the letters of one field to one step. */
type Step<State> = { readonly state: State; readonly said: string; readonly key: string | null };

const MOST_KEPT = 200;

export const trackOf = <State>(now: State): Track<State> => ({ now, past: [], future: [] });

export function stepped<State>(
  { now, past }: Track<State>,
  next: State,
  said: string,
  key: string | null = null,
): Track<State> {
  const last = past.at(-1);
  if (key !== null && last?.key === key) return { now: next, past, future: [] };
  return { now: next, past: [...past, { state: now, said, key }].slice(-MOST_KEPT), future: [] };
}

export function undone<State>(track: Track<State>): Track<State> {
  const last = track.past.at(-1);
  if (last === undefined) return track;
  const { state, ...told } = last;
  return { now: state, past: track.past.slice(0, -1), future: [{ ...told, state: track.now }, ...track.future] };
}

export function redone<State>(track: Track<State>): Track<State> {
  const [next, ...future] = track.future;
  if (next === undefined) return track;
  const { state, ...told } = next;
  return { now: state, past: [...track.past, { ...told, key: null, state: track.now }], future };
}
