const WORKER = '/offline.js';

/**
 * Lets this page open without a connection: a small worker of our own origin keeps the page, what it is
 * built of and the city's tiles. It keeps no answer about records.
 */
export async function registerOffline(basemap: string | null): Promise<void> {
  if (!('serviceWorker' in navigator) || !navigator.onLine) return;
  try {
    await navigator.serviceWorker.register(WORKER);
    const { active } = await navigator.serviceWorker.ready;
    await import('maplibre-gl'); // what the page is built of is all here once the map is
    active?.postMessage({ keep: loaded(), basemap });
  } catch {
    return; // a browser that keeps nothing, or a server that does not answer: the page works, with a connection
  }
}

/** Addresses of what this page was built of. */
const loaded = (): string[] => [
  '/concerns/new',
  ...new Set(
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && /^\/(assets\/|mark\.svg)/.test(pathname))
      .map(({ pathname }) => pathname),
  ),
];
