import { vi } from 'vitest';
import type { ChangedPattern, Pattern } from '#data/schema/records/pattern.ts';
import type { Session } from '#data/schema/session.ts';
import type { Desk } from '#web/ask/desk.tsx';
import type { CallRow, Door, Opened } from '#web/compute/door.ts';

/** Five calls on two afternoons, two of them at one lot, one of another kind, one held back at every level below. */
export const rowOf = (id: string, receivedLocal: string, differs: Partial<CallRow> = {}): CallRow => ({
  ...{ id, receivedLocal, timePrecision: 'minute', typeCode: 'THEFT FROM VEHICLE', category: 'theft-from-vehicle' },
  ...{ origin: 'public', addressBlock: '2400 BLK TERN PARK ROAD', placeKey: 'lot', disposition: 'REPORT' },
  ...{ placement: 'placed', lon: -80.21, lat: 36.41 },
  ...differs,
});

export const ROWS: readonly CallRow[] = [
  rowOf('F-1', '2026-12-09T13:10:00'),
  rowOf('F-2', '2026-12-09T14:20:00'),
  rowOf('F-3', '2026-12-10T13:40:00', { addressBlock: '300 BLK NORTHGATE ROAD', placeKey: 'b', lon: -80.2 }),
  rowOf('F-4', '2026-12-10T14:30:00', { category: 'vandalism', placement: 'unplaced', lon: null, lat: null }),
];
const NAMES = ['F-1', 'F-2', 'F-3', 'F-4', 'F-9'];

export const aPattern = (differs: Partial<Pattern> = {}): Pattern => ({
  ...{ patternId: 'P-0007', name: 'Theft from vehicle, Eastbank', type: 'hot-spot', status: 'open', closedWhy: '' },
  ...{ groupIds: ['eastbank'], from: '2026-12-09', to: '2026-12-10', source: 'lasso', code: null },
  calls: NAMES.map((callId) => ({ callId, kept: true, reason: '' })),
  synopsis: { what: '5 calls.', where: 'At the lot.', when: 'Afternoons.', how: '', advice: 'Be there.' },
  ...{ label: 'sensitive', release: 'internal', revision: 1 },
  ...{ createdAt: '2026-12-14T07:40:00', createdBy: 'p-nakamura' },
  ...{ updatedAt: '2026-12-14T07:40:00', updatedBy: 'p-nakamura' },
  ...differs,
});

const EASTBANK = {
  ...{
    type: 'Feature',
    id: 'eastbank',
    properties: { areaId: 'eastbank', name: 'Eastbank', kind: 'group', center: null },
  },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [-80.22, 36.4],
        [-80.19, 36.4],
        [-80.19, 36.42],
        [-80.22, 36.4],
      ],
    ],
  },
};

const OPENED = {
  manifest: { manifest: 'm1', bbox: [-80.3, 36.3, -80.1, 36.5], areas: [{ layer: 'groups', kind: 'group' }] },
  layers: { groups: { type: 'FeatureCollection', features: [EASTBANK] } },
  ...{ firstDay: '2026-01-01', lastDay: '2026-12-13' },
} as unknown as Opened; // what the screen reads of it

/** The desk with the calls open; what is asked for and not among the rows is left out. */
export function aDesk(session: Partial<Session>, rows: readonly CallRow[] = ROWS): Desk {
  const ask = async ({ options }: { options: { ids: string[] } }) => ({
    findings: rows.filter(({ id }) => options.ids.includes(id)),
    leftOut: options.ids.filter((id) => !rows.some((row) => row.id === id)).map((what) => ({ what })),
  });
  return {
    door: { ask } as unknown as Door, // the one question that the screen asks
    opened: OPENED,
    missed: null,
    session: { nowLocal: '2026-12-14T07:42:00', basemap: null, ...session } as Session, // what the screen reads of it
  };
}

const PEOPLE = [
  { personId: 'p-whitlock', name: 'Whitlock', title: 'CRO', role: 'officer' },
  { personId: 'p-amaro', name: 'Amaro', title: 'CRO', role: 'officer' },
  { personId: 'p-ostrander', name: 'Ostrander', title: '', role: 'city-partner' },
];
const GROUP = { groupId: 'eastbank', name: 'Eastbank', liaisonId: 'p-whitlock' };
const MILLRACE = { groupId: 'millrace', name: 'Millrace', liaisonId: 'p-amaro' };

/** The pattern routes as a page meets them, over one pattern held here; `asked` is what the page sent. */
export function servePattern(first: Pattern) {
  let pattern = first;
  const bulletins: unknown[] = [];
  const asked: { method: string; path: string; body: ChangedPattern & { sendTo?: string[] } }[] = [];
  let isDown = false;
  const grow = (changes: Partial<Pattern>) => {
    pattern = { ...pattern, ...changes, revision: pattern.revision + 1 };
  };
  const answer = (method: string, path: string, body: (typeof asked)[number]['body']): Response => {
    if (isDown) return Response.json({ detail: 'Nobody is signed in.' }, { status: 401 });
    if (path.endsWith('/concerns/known'))
      return Response.json({
        ...{ people: PEOPLE, groups: [GROUP, MILLRACE], units: [], meetings: [], triageDays: 2, actionDays: 7 },
      });
    if (path.endsWith('/api/records/groups')) return Response.json([GROUP, MILLRACE]);
    if (method === 'GET') return Response.json({ pattern, bulletins });
    if (body.revision !== pattern.revision)
      return Response.json({ detail: 'Somebody else changed it.', current: pattern }, { status: 409 });
    if (method === 'PUT') {
      const { revision: _, ...fields } = body;
      grow(fields);
      return Response.json(pattern);
    }
    const sentTo = (body.sendTo ?? []).map((personId) => ({ personId, name: `CRO ${personId}` }));
    const bulletin = {
      ...{ bulletinId: 'PB-0001', patternId: pattern.patternId, sentAt: '2026-12-14T07:44:00' },
      ...{ sentBy: 'p-analyst', sentTo, hash: 'a'.repeat(64) },
    };
    bulletins.unshift(bulletin);
    return Response.json(bulletin, { status: 201 });
  };
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : {};
    if (method !== 'GET') asked.push({ method, path, body });
    return answer(method, path, body);
  });
  return {
    asked,
    now: () => pattern,
    byAnother: grow,
    goDown: (down: boolean) => {
      isDown = down;
    },
  };
}
