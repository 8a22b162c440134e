export type Settling = { tell(): void; stop(): void };

/** Runs `work` once it has been quiet for `quiet` milliseconds after the first `tell`, at the latest after `longest`. */
export function settle(work: () => void, quiet: number, longest: number): Settling {
  let timer: NodeJS.Timeout | undefined;
  let latest = 0;
  const run = () => {
    timer = undefined;
    work();
  };
  return {
    tell: () => {
      const now = performance.now();
      if (timer === undefined) latest = now + longest;
      clearTimeout(timer);
      timer = setTimeout(run, Math.max(0, Math.min(quiet, latest - now)));
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
