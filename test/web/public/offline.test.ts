import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const HOST = 'https://commonbeat.example';
const CODE = readFileSync(new URL('../../../web/public/offline.js', import.meta.url), 'utf8');
const pathOf = (asked: string | { url: string }) =>
  new URL(typeof asked === 'string' ? asked : asked.url, HOST).pathname;

/** The worker in a browser of which only the store of answers and the network are there. */
function worker() {
  const served = new Map<string, string>(); // by path; what is not there answers `otherwise`
  const otherwise = { status: 502 };
  const stores = new Map<string, Map<string, Response>>();
  const heard = new Map<string, (event: object) => void>();
  const open = async (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return {
      put: async (path: string, response: Response) => void store.set(pathOf(path), response),
      match: async (path: string) => store.get(pathOf(path))?.clone(),
      delete: async (path: string) => store.delete(pathOf(path)),
      keys: async () => [...store.keys()].map((path) => ({ url: HOST + path })),
    };
  };
  const fetched = async (asked: string | { url: string }) => {
    const body = served.get(pathOf(asked));
    if (body === undefined && otherwise.status === 0) throw new TypeError('no network');
    return new Response(body ?? 'Bad gateway', { status: body === undefined ? otherwise.status : 200 });
  };
  const match = async (asked: string) =>
    [...stores.values()].flatMap((store) => store.get(pathOf(asked)) ?? [])[0]?.clone();
  const self = {
    addEventListener: (kind: string, listener: (event: object) => void) => void heard.set(kind, listener),
    location: { origin: HOST },
  };
  runInNewContext(CODE, { self, caches: { open, match }, fetch: fetched, URL, Response, Headers, Set, Error });
  return {
    served,
    otherwise,
    keep: (data: object) =>
      new Promise<void>((resolve) => {
        heard.get('message')?.({ data, waitUntil: (done: Promise<void>) => resolve(done) });
      }),
    open: async (path: string, mode = 'navigate') => {
      const response = await new Promise<Response>((resolve) => {
        const request = { method: 'GET', mode, url: HOST + path };
        heard.get('fetch')?.({ request, respondWith: (answer: Promise<Response>) => resolve(answer) });
      });
      return response.text();
    },
  };
}

const serveBuild = (served: Map<string, string>, build: string) => {
  served.clear();
  served.set('/wall', `<script src="/assets/${build}.js">`).set(`/assets/${build}.js`, `code of ${build}`);
};

test('a wall that is switched on while only a proxy answers shows what it kept, not the proxy’s words', async () => {
  const { served, keep, open } = worker();
  serveBuild(served, 'one');
  await keep({ keep: ['/wall', '/assets/one.js'], page: '/wall', basemap: null });
  served.clear();
  expect(await open('/wall')).toContain('/assets/one.js');
  expect(await open('/assets/one.js', 'cors')).toBe('code of one');
});

test('what the server says itself is passed on, and a page never kept is not invented', async () => {
  const { otherwise, open } = worker();
  expect(await open('/wall')).toBe('Bad gateway');
  otherwise.status = 404;
  expect(await open('/wall')).toBe('Bad gateway');
});

test('a newer build takes the place of an older whole, or not at all', async () => {
  const { served, otherwise, keep, open } = worker();
  serveBuild(served, 'one');
  await keep({ keep: ['/wall', '/assets/one.js'], page: '/wall', basemap: null });
  serveBuild(served, 'two');
  served.delete('/assets/two.js'); // the server goes away between the page and its code
  expect(await open('/wall')).toContain('/assets/two.js');
  await keep({ keep: ['/wall', '/assets/two.js'], page: '/wall', basemap: null });
  served.clear();
  otherwise.status = 0;
  expect(await open('/wall')).toContain('/assets/one.js');
  expect(await open('/assets/one.js', 'cors')).toBe('code of one');
  serveBuild(served, 'two');
  await keep({ keep: ['/wall'], page: '/wall', basemap: null });
  served.clear();
  expect(await open('/wall')).toContain('/assets/two.js');
  expect(await open('/assets/two.js', 'cors')).toBe('code of two');
  await expect(open('/assets/one.js', 'cors')).rejects.toThrow('no network');
});
