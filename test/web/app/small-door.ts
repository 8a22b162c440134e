import type { Session } from '#data/schema/session.ts';
import { manyCalls, serveCity } from '#test/web/compute/small-city.ts';
import { type Api, createApi } from '#web/api.ts';
import { createCompute } from '#web/compute/compute.ts';
import type { Door } from '#web/compute/door.ts';
import { openDuckdb } from '#web/tables/open-duckdb.ts';

const SESSION: Session = {
  personId: 'p-boateng',
  name: 'Amara Boateng',
  title: 'Analyst',
  district: null,
  role: 'analyst',
  releaseLevel: 'restricted',
  city: 'Small City',
  demo: false,
  nowLocal: '2025-01-06T08:00:00', // a Monday, a week after the small city's last call
  basemap: null,
  idleMinutes: 15,
};

/** The product's own compute over a small city, in this page instead of a worker; and the server beside it. */
export function openSmallCity(calls = manyCalls(4_000)): { door: Door; api: Api } {
  const get = serveCity(calls);
  const api = createApi((path) => (path === '/api/session' ? Response.json(SESSION) : get(path)));
  const compute = createCompute(api, openDuckdb);
  const door: Door = {
    open: (onProgress) => compute.open(onProgress),
    ask: (question) => compute.ask(question),
    sql: (text, atMost) => compute.sql(text, atMost),
    cancel: (slot) => (slot === 'sql' ? compute.cancelSql() : Promise.resolve()),
    recordsOf: (filter) => compute.recordsOf(filter),
    close: () => compute.close(),
  };
  return { door, api };
}
