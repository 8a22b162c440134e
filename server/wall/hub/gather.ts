/** Does the work for all that ask in the same moment at once. */
export function gather<Key>(work: (keys: readonly Key[]) => Promise<void>): (key: Key) => Promise<void> {
  let next: { keys: Key[]; done: Promise<void> } | null = null;
  return (key) => {
    if (next === null) {
      const keys: Key[] = [];
      const moment = new Promise((resolve) => setImmediate(resolve));
      const done = moment.then(() => {
        next = null;
        return work(keys);
      });
      next = { keys, done };
    }
    next.keys.push(key);
    return next.done;
  };
}
