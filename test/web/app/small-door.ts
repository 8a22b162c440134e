import type { Session, Welcome } from '#data/schema/session.ts';
import { manyCalls, serveCity } from '#test/web/compute/small-city.ts';
import { type Api, createApi } from '#web/api.ts';
import type { OpenDoor } from '#web/app/calls-door.tsx';
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
export function openSmallCity(calls = manyCalls(4_000)): { openDoor: OpenDoor; api: Api } {
  const get = serveCity(calls);
  const session = standInSession();
  const api = createApi((path, init) => session(path, init) ?? get(path));
  const compute = createCompute(api, openDuckdb);
  const door: Door = {
    open: (onProgress, manifest) => compute.open(onProgress, manifest),
    ask: (question) => compute.ask(question),
    sql: (text, atMost) => compute.sql(text, atMost),
    cancel: (slot) => (slot === 'sql' ? compute.cancelSql() : Promise.resolve()),
    recordsOf: (filter) => compute.recordsOf(filter),
    close: () => compute.close(),
  };
  return { openDoor: () => ({ ...door, terminate: () => void compute.close() }), api };
}

/** The session routes of a demo's server, as far as the page asks them: in, locked, in again, out. */
function standInSession() {
  let is: 'in' | 'locked' | 'out' = 'in';
  const answers: Record<string, () => Response> = {
    'GET /api/session': () => (is === 'in' ? Response.json(SESSION) : Response.json({}, { status: 401 })),
    'GET /api/welcome': () =>
      Response.json({
        ...WELCOME,
        session: is === 'in' ? SESSION : null,
        locked: is === 'locked' ? { ...FACE, unlockBy: ['press'] } : null,
      }),
    'POST /api/session/lock': () => become('locked', Response.json({})),
    'POST /api/session/unlock': () => become('in', Response.json(SESSION)),
    'POST /api/demo/enter': () => become('in', Response.json(SESSION)),
    'DELETE /api/session': () => become('out', Response.json({})),
  };
  const become = (next: typeof is, answer: Response) => {
    is = next;
    return answer;
  };
  return (path: string, init: RequestInit = {}): Response | undefined => answers[`${init.method ?? 'GET'} ${path}`]?.();
}

const FACE = { personId: 'p-boateng', name: 'Amara Boateng', title: 'Analyst', role: 'analyst', unit: null } as const;
const WELCOME: Welcome = {
  city: 'Small City',
  demo: true,
  firstRun: false,
  signOn: null,
  people: [FACE],
  enterAs: null,
  session: null,
  locked: null,
};
