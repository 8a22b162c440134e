import type { z } from 'zod';
import { type AreaLayer, AreaProperties } from '#data/schema/area.ts';
import { MapConcern } from '#data/schema/concern.ts';
import { Manifest } from '#data/schema/manifest.ts';
import { Session, Welcome } from '#data/schema/session.ts';

/** The server refused or could not be reached. `status` 0: no answer at all. */
export class ApiFailed extends Error {
  readonly status: number;

  constructor(status: number, message: string, cause?: unknown) {
    super(message, { cause });
    this.status = status;
  }

  /** True where signing in or unlocking is the way out. */
  get isSignedOut(): boolean {
    return this.status === 401;
  }
}

export type Get = (path: string, init?: RequestInit) => Response | Promise<Response>;

export type Api = {
  session(): Promise<Session>;
  /** The same, asked by the page on its own: keeps no session awake. */
  watch(): Promise<Session>;
  /** What stands at the door. */
  welcome(): Promise<Welcome>;
  signIn(credentials: { email: string; password: string; code?: string }): Promise<Session | 'needs-code'>;
  enterDemo(personId: string): Promise<Session>;
  makeFirst(administrator: { name: string; email: string; password: string }): Promise<Session>;
  lock(): Promise<void>;
  unlock(proof: { password?: string; code?: string }): Promise<Session>;
  signOut(): Promise<void>;
  /** The manifest of now, or a former one by its name. */
  manifest(hash?: string): Promise<Manifest>;
  /** One layer of boundaries; immutable, named by its version. */
  areas(layer: string, version: string): Promise<AreaLayer>;
  concerns(): Promise<MapConcern[]>;
  /** The open answer of an extract, for the caller to stream. */
  extract(file: string): Promise<Response>;
};

/** Typed, checked reading of our own server. Tests pass the app itself as `get`. */
export function createApi(get: Get = (path, init) => fetch(path, init)): Api {
  const json = async (path: string): Promise<unknown> => (await answered(get, path)).json();
  const sent = (method: string, path: string, body: unknown = {}) =>
    answered(get, path, { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const asSession = async (path: string, body: unknown) =>
    checked(Session, await (await sent('POST', path, body)).json(), path);
  return {
    watch: async () => {
      const response = await answered(get, '/api/session', { headers: { 'X-Commonbeat-Background': '1' } });
      return checked(Session, await response.json(), '/api/session');
    },
    welcome: async () => checked(Welcome, await json('/api/welcome'), '/api/welcome'),
    signIn: async (credentials) => {
      const response = await sent('POST', '/api/session', credentials);
      if (response.status === 202) return 'needs-code';
      return checked(Session, await response.json(), '/api/session');
    },
    enterDemo: (personId) => asSession('/api/demo/enter', { personId }),
    makeFirst: (administrator) => asSession('/api/first-run', administrator),
    lock: async () => void (await sent('POST', '/api/session/lock')),
    unlock: (proof) => asSession('/api/session/unlock', proof),
    signOut: async () => void (await sent('DELETE', '/api/session')),
    session: async () => checked(Session, await json('/api/session'), '/api/session'),
    manifest: async (hash) => checked(Manifest, await json(manifestPath(hash)), manifestPath(hash)),
    areas: async (layer, version) => toAreaLayer(await json(areasPath(layer, version)), areasPath(layer, version)),
    concerns: async () => checked(MapConcern.array(), await json('/api/concerns'), '/api/concerns'),
    extract: (file) => answered(get, `/api/extracts/${encodeURIComponent(file)}`),
  };
}

async function answered(get: Get, path: string, init?: RequestInit): Promise<Response> {
  const response = await reached(get, path, init);
  if (response.ok) return response;
  throw new ApiFailed(response.status, await problemOf(response, path));
}

async function reached(get: Get, path: string, init?: RequestInit): Promise<Response> {
  try {
    return await get(path, init);
  } catch (cause) {
    throw new ApiFailed(0, `the server did not answer at ${path}: check the connection and try again`, cause);
  }
}

/** The server explains itself in RFC 9457 problem answers; a proxy in between may not. */
async function problemOf(response: Response, path: string): Promise<string> {
  const fallback = `${path} answered ${response.status}`;
  if (!response.headers.get('content-type')?.includes('json')) return fallback;
  const problem: unknown = await response.json().catch(() => null);
  if (typeof problem !== 'object' || problem === null) return fallback;
  if ('detail' in problem && typeof problem.detail === 'string') return problem.detail;
  if ('title' in problem && typeof problem.title === 'string') return problem.title;
  return fallback;
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, path: string): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new ApiFailed(0, `${path} is not what this page expects: ${first?.path.join('.')} ${first?.message}`);
}

const manifestPath = (hash: string | undefined): string =>
  hash === undefined ? '/api/manifest' : `/api/manifests/${encodeURIComponent(hash)}`;

const areasPath = (layer: string, version: string): string =>
  `/api/areas/${encodeURIComponent(layer)}/${encodeURIComponent(version)}`;

/** Properties are checked; rings are not walked, a layer may hold a million vertices and our server checked them. */
function toAreaLayer(value: unknown, path: string): AreaLayer {
  if (typeof value !== 'object' || value === null || !('features' in value) || !Array.isArray(value.features))
    throw new ApiFailed(0, `${path} is not a GeoJSON FeatureCollection`);
  const layer = value as AreaLayer; // the row boundary
  return {
    type: 'FeatureCollection',
    features: layer.features.map((feature) => ({
      ...feature,
      properties: checked(AreaProperties, feature.properties, path),
    })),
  };
}
