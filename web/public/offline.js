// Keeps the page of a new concern and the page of a wall so that they open without a connection: the page, what it is
// built of, and for a concern the city's tiles. No answer about a record is ever kept here; what waits to be sent, and
// what a wall showed last, is in IndexedDB.
const KEPT = { '/concerns/new': 'commonbeat-offline-1', '/wall': 'commonbeat-wall-1' };
const TILES = '/api/basemap/basemap.pmtiles';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep) && KEPT[event.data.page]) event.waitUntil(keep(event.data).catch(() => undefined));
});

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (origin !== self.location.origin || method !== 'GET') return;
  if (mode === 'navigate' && KEPT[pathname]) event.respondWith(pageOf(event.request, pathname));
  else if (pathname.startsWith('/assets/') || pathname === '/mark.svg') event.respondWith(assetOf(event.request));
  else if (pathname === TILES) event.respondWith(tilesOf(event.request));
});

/** The page of the server; without a connection, as it was last. */
async function pageOf(request, page) {
  const kept = await caches.open(KEPT[page]);
  try {
    const response = await fetch(request);
    if (response.ok) await kept.put(page, response.clone());
    return response;
  } catch {
    return (await kept.match(page)) ?? Response.error();
  }
}

/** Names of assets carry the hash of their content: what is kept is right. */
async function assetOf(request) {
  return (await caches.match(request.url)) ?? fetch(request);
}

async function tilesOf(request) {
  try {
    return await fetch(request);
  } catch {
    const whole = await caches.match(TILES);
    return whole ? partOf(whole, request.headers.get('Range')) : Response.error();
  }
}

/** The bytes that were asked for, out of the whole archive. */
async function partOf(whole, range) {
  const asked = /^bytes=(\d+)-(\d+)$/.exec(range ?? '');
  if (!asked) return whole;
  const bytes = await whole.arrayBuffer();
  const [from, to] = [Number(asked[1]), Math.min(Number(asked[2]), bytes.byteLength - 1)];
  const headers = new Headers(whole.headers);
  headers.set('Content-Range', `bytes ${from}-${to}/${bytes.byteLength}`);
  headers.set('Content-Length', String(to - from + 1));
  return new Response(bytes.slice(from, to + 1), { status: 206, headers });
}

/** Keeps what is named and lets go of what an older build left. */
async function keep({ keep: paths, page, basemap }) {
  const kept = await caches.open(KEPT[page]);
  const wanted = new Set(basemap === TILES ? [...paths, TILES] : paths);
  const have = new Set((await kept.keys()).map(({ url }) => new URL(url).pathname));
  for (const path of have) if (!wanted.has(path)) await kept.delete(path);
  for (const path of wanted) {
    if (have.has(path) && path !== page) continue;
    const response = await fetch(path);
    if (response.ok && response.status === 200) await kept.put(path, response);
  }
}
