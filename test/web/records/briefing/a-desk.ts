import { vi } from 'vitest';
import {
  type HandOut,
  type HandOutChoices,
  type HandOutDesk,
  type HandOutDraft,
  HandOutDraftFields,
  type HandOutFault,
} from '#data/schema/records/hand-out.ts';
import { CROWDED, RELEASED } from '#test/fixture/hand-out-facts.ts';

export type Sent = { readonly method: string; readonly path: string; readonly body: unknown };

const OFFERED = CROWDED.items.filter(({ part }) => part !== 'line');
const KEPT = {
  ...{ createdAt: '2026-12-14T07:00:00', createdBy: 'p-officer' },
  ...{ updatedAt: '2026-12-14T07:00:00', updatedBy: 'p-officer' },
};
export const SUGGESTED: HandOutChoices = {
  items: OFFERED.map(({ itemId }) => itemId).filter((itemId) => itemId !== 'concern/C-0411'),
  words: {},
  line: null,
};
const FIELDS = { meetingId: 'M-0034', from: CROWDED.from, to: CROWDED.to };

export const draftOf = (revision: number, choices: HandOutChoices = SUGGESTED): HandOutDraft => ({
  ...{ ...KEPT, ...FIELDS, revision, groupId: 'eastbank', choices },
});

export const releasedOf = (differs: Partial<HandOut> = {}): HandOut => ({
  ...{ groupId: 'eastbank', meetingId: 'M-0034', from: CROWDED.from, to: CROWDED.to, hash: 'a'.repeat(64) },
  ...{ releasedBy: 'p-officer', withdrawnAt: null, withdrawnWhy: '', ...RELEASED, ...differs },
});

export const deskOf = (differs: Partial<HandOutDesk> = {}): HandOutDesk => {
  const { choices } = differs.draft ?? { choices: SUGGESTED };
  const chosen = choices.items.flatMap((itemId) => OFFERED.find((item) => item.itemId === itemId) ?? []);
  const meetings = [CROWDED.meeting, CROWDED.next].filter((meeting) => meeting !== null);
  return {
    facts: { ...CROWDED, groupName: 'Eastbank', items: chosen },
    ...{ offered: OFFERED, suggested: SUGGESTED, draft: null, faults: [], factsHash: 'f'.repeat(64) },
    ...{ meetings, released: [] },
    ...differs,
  };
};

export const faultOf = (differs: Partial<HandOutFault> = {}): HandOutFault => ({
  ...{ itemId: 'concern/C-0391', field: 'did', language: 'en', kind: 'name', text: 'Mr. Alvarez' },
  message: 'This may be the name of a person. Leave it out, or say “a neighbor”.',
  ...differs,
});

/**
 * The network of the builder: keeps the draft that is sent with its revision, and answers with the desk as it is then.
 * `answer` may answer in its place.
 */
export function serveDesk(
  start: HandOutDesk,
  answer: (sent: Sent, desk: HandOutDesk) => Response | undefined = () => undefined,
) {
  let desk = start;
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (asked: string | URL, init: RequestInit = {}) => {
    const path = String(asked);
    const one = { method: init.method ?? 'GET', path, body: init.body ? JSON.parse(String(init.body)) : null };
    sent.push(one);
    const own = answer(one, desk);
    if (own) return own;
    if (one.method === 'PUT') {
      const kept = HandOutDraftFields.parse(one.body);
      desk = deskOf({ ...desk, draft: { ...draftOf((desk.draft?.revision ?? 0) + 1), ...kept } });
      return Response.json(desk.draft);
    }
    if (one.method === 'DELETE') {
      desk = deskOf({ ...desk, draft: null });
      return new Response(null, { status: 204 });
    }
    return Response.json(path.includes('/hand-out') ? desk : {});
  });
  return { sent, puts: () => sent.filter(({ method }) => method === 'PUT') };
}

/** The items of the draft that was sent last. */
export const lastItems = (puts: readonly Sent[]): string[] => {
  const { body } = puts.at(-1) ?? {};
  return body === undefined ? [] : HandOutDraftFields.parse(body).choices.items;
};
export const concernIds = (items: readonly string[]): string[] =>
  items.filter((itemId) => itemId.startsWith('concern/')).map((itemId) => itemId.slice('concern/'.length));
