const WORKER = '/offline.js';

/**
 * Lets a page open without a connection: a small worker of our own origin keeps the page, what it is built of and, where
 * one is named, the city's tiles. It keeps no answer about records. `loadRest` loads what the page is built of besides.
 */
export async function keepPage(
  page: string,
  { basemap = null, loadRest }: { basemap?: string | null; loadRest?: () => Promise<unknown> } = {},
): Promise<void> {
  if (!('serviceWorker' in navigator) || !navigator.onLine) return;
  try {
    await navigator.serviceWorker.register(WORKER);
    const { active } = await navigator.serviceWorker.ready;
    await loadRest?.();
    active?.postMessage({ keep: [page, ...builtOf()], page, basemap });
  } catch {
    return; // a browser that keeps nothing, or a server that does not answer: the page works, with a connection
  }
}

/** Addresses of what this page was built of. */
const builtOf = (): string[] => [
  ...new Set(
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && /^\/(assets\/|mark\.svg)/.test(pathname))
      .map(({ pathname }) => pathname),
  ),
];
