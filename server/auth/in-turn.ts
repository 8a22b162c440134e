/** Runs what is asked under one name one after another; what is asked under another name does not wait. */
export type InTurn = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export function openTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, mine);
    const leave = () => {
      if (last.get(name) === mine) last.delete(name);
    };
    mine.then(leave, leave);
    return mine;
  };
}
