import { vi } from 'vitest';
import { REGISTER, SHELVES } from '#data/register/catalog.ts';
import type { RegisterEntry, RegisterKind } from '#data/schema/records/register.ts';
import type { EntryPage, RegisterChoices } from '#data/schema/records/register-answers.ts';
import type { Role } from '#data/schema/release-level.ts';

export const choicesOf = (role: Role): RegisterChoices => ({
  today: '2026-12-14',
  me: { personId: 'p-corbin', role },
  people: [
    { personId: 'p-corbin', name: 'Corbin', title: 'Coordinator', role: 'coordinator' },
    { personId: 'p-whitlock', name: 'Whitlock', title: 'CRO', role: 'officer' },
  ],
  groups: [{ groupId: 'eastbank', name: 'Eastbank', kind: 'association', status: 'active' }],
  concerns: [],
  surveyLeastAnswers: 25,
});

export const entryOf = (kind: RegisterKind, more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  ...{
    kind,
    entryId: `${REGISTER[kind].letters}-0001`,
    title: 'Tern Park lot',
    status: REGISTER[kind].states[0].value,
  },
  ...{ groupId: null, concernIds: [], ownerId: 'p-whitlock', happenedOn: '2026-11-02', dueOn: null },
  ...{ release: 'internal', released: null, fields: {}, approvedBy: null, approvedOn: null, revision: 3 },
  ...{
    createdAt: '2026-11-02T09:00:00',
    createdBy: 'p-corbin',
    updatedAt: '2026-11-02T09:00:00',
    updatedBy: 'p-corbin',
  },
  ...more,
});

export const pageOf = (entry: RegisterEntry, linked: RegisterEntry[] = []): EntryPage => ({
  ...{ entry, linked, privateWords: [] },
});

/** Counts with three watches lapsed and nothing else due. */
export const counts = SHELVES.flatMap(({ kinds }) => kinds).map((kind) => ({
  ...{ kind, total: 12, open: 4, lastOn: '2026-11-02' },
  marks: { soon: 0, late: 0, lapsed: kind === 'watch' ? 3 : 0, waits: 0 },
}));

type Sent = { method: string; path: string; body: Record<string, unknown> };

/** A server of the register: `answers` by path, without what follows a question mark; `taken` for what is written. */
export function serveRegister(
  role: Role,
  answers: Record<string, () => unknown>,
  taken: (sent: Sent) => Response = () => Response.json({}),
): Sent[] {
  const sent: Sent[] = [];
  const known: Record<string, () => unknown> = {
    '/api/records/register-choices': () => choicesOf(role),
    '/api/records/early-warnings': () => [],
    '/api/records/liaison-coverage': () => ({ groups: 1, without: [] }),
    ...answers,
  };
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (method !== 'GET') {
      const one = { method, path, body: JSON.parse(String(body)) };
      sent.push(one);
      return taken(one);
    }
    const answer = known[path.split('?')[0] ?? ''];
    return answer ? Response.json(answer()) : Response.json({ detail: `${path} is not served` }, { status: 404 });
  });
  return sent;
}
