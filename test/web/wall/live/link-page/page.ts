import { openLink } from '#web/wall/live/link.ts';

/** What the link said, as [which, what]; a link alone on a page, whose timers can be listed. */
export type LinkPage = {
  readonly heard: (readonly [string, unknown])[];
  waits(): number[]; // of the timers that are set, in milliseconds
  open(): void;
  close(): void;
};

const waiting = new Map<unknown, number>();
const { setTimeout: set, clearTimeout: clear } = window;
window.setTimeout = ((work: () => void, ms = 0) => {
  const timer = set.call(
    window,
    () => {
      waiting.delete(timer);
      work();
    },
    ms,
  );
  waiting.set(timer, ms);
  return timer;
}) as typeof set; // only what the link asks of it
window.clearTimeout = ((timer) => {
  waiting.delete(timer);
  clear.call(window, timer);
}) as typeof clear;

const heard: [string, unknown][] = [];
const hear = (which: string) => (what?: unknown) => void heard.push([which, what ?? null]);
let close = () => {};
const linkPage: LinkPage = {
  heard,
  waits: () => [...waiting.values()],
  open: () => {
    close = openLink({
      onBoard: hear('board'),
      onPulse: hear('pulse'),
      onLost: hear('lost'),
      onOut: hear('out'),
      onRevoked: hear('revoked'),
      onUnknownWords: hear('unknown words'),
    });
  },
  close: () => close(),
};
Object.assign(window, { linkPage });
