const LOOK_EVERY_MS = 5_000;
const STUCK_MS = 120_000;

/** Whether an answer comes: a page is loaded anew only then, since the browser's own error page would stay for good. */
const isThere = (): Promise<boolean> =>
  fetch('/wall', { cache: 'no-store', method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Loads the page anew, as soon as the server answers. Answers false where it does not. */
export async function reloadOnceThere(): Promise<boolean> {
  if (!(await isThere())) return false;
  location.reload();
  return true;
}

/**
 * Loads a page that hangs anew: one whose pictures are not drawn any more though its timers run. `isDrawn` tells the
 * moment of the last frame. A hidden page draws none and is left alone.
 */
export function startWatchdog(now: () => number = () => performance.now()): () => void {
  let drawnAt = now();
  let frame = requestAnimationFrame(function onFrame() {
    drawnAt = now();
    frame = requestAnimationFrame(onFrame);
  });
  const onSeen = () => {
    drawnAt = now();
  };
  document.addEventListener('visibilitychange', onSeen);
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible' && now() - drawnAt > STUCK_MS) void reloadOnceThere();
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    cancelAnimationFrame(frame);
    document.removeEventListener('visibilitychange', onSeen);
  };
}
