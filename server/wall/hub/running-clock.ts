const DAY_SECONDS = 86_400;

/**
 * A clock for a wall, whose seconds are seen to run. The city's own runs by itself. A demo's stands: from where it
 * stands the seconds run on here, and begin again there before the day is over, since the demo's day stays.
 */
export function runningClock(nowLocal: () => string, ticks: () => number = () => performance.now()): () => string {
  let stood = '';
  let since = 0;
  return () => {
    const now = nowLocal();
    if (now !== stood) {
      stood = now;
      since = ticks();
    }
    return onThatDay(now, Math.floor((ticks() - since) / 1000));
  };
}

function onThatDay(moment: string, seconds: number): string {
  const [hour = 0, minute = 0, second = 0] = moment.slice(11).split(':').map(Number);
  const start = hour * 3600 + minute * 60 + second;
  const at = start + (seconds % (DAY_SECONDS - start));
  const parts = [Math.floor(at / 3600), Math.floor(at / 60) % 60, at % 60];
  return `${moment.slice(0, 11)}${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}
