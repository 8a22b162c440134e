const LOOK_EVERY_MS = 5_000;
const STUCK_MS = 120_000;

/** Whether an answer comes: a page is loaded anew only then, since the browser's own error page would stay for good. */
const isThere = (): Promise<boolean> =>
  fetch('/wall', { cache: 'no-store', method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  );

const RELOADED = 'wall-reloaded-at';
const RELOAD_AGAIN_MS = 5 * 60_000; // a reload that mended nothing is not repeated at once, for ever

/** Loads the page anew if the server answers, and unless that was just done. */
export async function reloadOnceThere(): Promise<void> {
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Math.abs(Date.now() - last) < RELOAD_AGAIN_MS || !(await isThere())) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
}

/** Loads the page anew where the server serves another: this one may have been kept from before, for want of it. */
export async function reloadIfOld(): Promise<void> {
  const own = document.querySelector('script[type="module"][src]')?.getAttribute('src');
  const served = await fetch('/wall', { cache: 'no-store' }).then(
    (answer) => (answer.ok ? answer.text() : null),
    () => null,
  );
  if (own && served !== null && !served.includes(own)) await reloadOnceThere();
}

/**
 * Loads a page that hangs anew: one whose pictures are not drawn any more though its timers run. A hidden page
 * draws none and is left alone.
 */
export function startWatchdog(now: () => number = () => performance.now()): () => void {
  let drawnAt = now();
  let frame = 0;
  const onSeen = () => {
    drawnAt = now();
  };
  document.addEventListener('visibilitychange', onSeen);
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible' && now() - drawnAt > STUCK_MS) void reloadOnceThere();
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(onSeen); // one every five seconds: a wall needs no processor for being watched
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    cancelAnimationFrame(frame);
    document.removeEventListener('visibilitychange', onSeen);
  };
}
