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

/** The page of the server; where none answers, or only a proxy in front of it, as it was kept last with its assets. */
async function pageOf(request, page) {
  const response = await fetch(request).catch(() => null);
  if (response !== null && response.status < 500) return response;
  const kept = await caches.open(KEPT[page]);
  return (await kept.match(page)) ?? response ?? Response.error();
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

/** Keeps what is named, then lets go of what an older build left: the page goes over once all that it names is there. */
async function keep({ keep: paths, page, basemap }) {
  const kept = await caches.open(KEPT[page]);
  const have = new Set((await kept.keys()).map(({ url }) => new URL(url).pathname));
  const served = await wholeOf(page);
  const named = [...(await served.clone().text()).matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path); // it may be of a newer build than who asks
  const wanted = new Set([page, ...paths, ...named]);
  for (const path of wanted) if (path !== page && !have.has(path)) await kept.put(path, await wholeOf(path));
  await kept.put(page, served);
  if (basemap === TILES) wanted.add(TILES);
  for (const path of have) if (!wanted.has(path)) await kept.delete(path);
  if (wanted.has(TILES) && !have.has(TILES)) await kept.put(TILES, await wholeOf(TILES)); // last: a city may have none
}

/** Throws where it does not come whole: what was kept before stays as it was. */
async function wholeOf(path) {
  const response = await fetch(path);
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return response;
}
