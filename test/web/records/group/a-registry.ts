import { vi } from 'vitest';
import type { BoundaryVersion, Group } from '#data/schema/records/group.ts';
import { square } from '#test/fixture/box.ts';

const KEPT = {
  ...{ revision: 3, createdAt: '2026-01-05T09:00:00', createdBy: 'p-corbin' },
  ...{ updatedAt: '2026-06-05T09:00:00', updatedBy: 'p-corbin' },
};

export const groupOf = (groupId: string, differs: Partial<Group> = {}): Group => ({
  ...KEPT,
  ...{ groupId, name: groupId, kind: 'association', district: 'district-1', liaisonId: null, meetingPattern: '' },
  ...{ attendTargetPercent: 75, residents: 400, addresses: 120, language: 'en', status: 'active' },
  ...differs,
});

export const versionOf = (groupId: string, west: number, differs: Partial<BoundaryVersion> = {}): BoundaryVersion => ({
  ...{ versionId: `B-${west}`, groupId, validFrom: '2026-01-01', validTo: null, geometry: square(west, 40, 0.01) },
  ...{ center: null, radiusMeters: null, reason: 'As voted', createdAt: '2026-01-05T09:00:00', createdBy: 'p-corbin' },
  ...differs,
});

export const groundOf = (groupId: string, west: number) => ({
  id: groupId,
  properties: { areaId: groupId, name: groupId, kind: 'group' },
  geometry: square(west, 40, 0.01),
});

export type Sent = { method: string; path: string; body: unknown };

/** A server that answers by the longest beginning of the path; keeps what was sent to it. */
export function serve(answers: Record<string, unknown>, taken: (sent: Sent) => Response | undefined = () => undefined) {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (asked: string | URL | Request, init: RequestInit = {}) => {
    const path = String(asked instanceof Request ? asked.url : asked);
    const method = init.method ?? 'GET';
    if (method !== 'GET') {
      const one = { method, path, body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body };
      sent.push(one);
      const answer = taken(one);
      if (answer) return answer;
    }
    const begins = Object.keys(answers)
      .filter((each) => path.startsWith(each))
      .sort((a, b) => b.length - a.length)[0];
    return Response.json(begins === undefined ? [] : answers[begins]);
  });
  return sent;
}
