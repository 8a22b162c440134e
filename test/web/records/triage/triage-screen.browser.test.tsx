import '#web/ui/tokens.css';
import '#web/ui/base.css';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Concern } from '#data/schema/records/concern.ts';
import { aStory } from '#test/web/records/concern/a-story.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { TriageScreen } from '#web/records/triage/triage-screen.tsx';

const concernOf = (concernId: string, differs: Partial<Concern> = {}): Concern => {
  const fresh = { status: 'new', ownerId: null, duplicateOf: null } as const;
  return { ...aStory().concern, ...fresh, concernId, title: `Lamps ${concernId}`, revision: 1, ...differs };
};
const rowOf = (concern: Concern) => ({
  ...{ ...concern, summary: concern.title, isOverdue: false, ageDays: 3 },
  ...{ conveyedTo: null, conveyedOn: null, hasPlace: false },
});
const KNOWN = {
  people: [{ personId: 'p-quill', name: 'Quill', title: 'CRO', role: 'officer' }],
  ...{ groups: [{ groupId: 'g-west', name: 'West', liaisonId: null }], units: ['Patrol, day shift'], triageDays: 2 },
  meetings: [{ meetingId: 'M-0007', groupId: 'g-west', startsAt: '2026-12-10T19:00:00', place: 'Library' }],
  actionDays: 7,
};
const ALIKE = [
  { concernId: 'C-0391', summary: 'Lamps', placeWords: 'Tern Park', score: 0.8, reasons: ['6 days ago', '90 m away'] },
];

type Sent = { path: string; body: Record<string, unknown> };
/** A desk with `concerns` on it; `act` answers what is done to one. */
function serve(concerns: Concern[], act: (sent: Sent) => Response): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (path === '/api/records/mail') return Response.json({ letters: [] });
    if (path.endsWith('/known')) return Response.json(KNOWN);
    if (path.endsWith('/alike')) return Response.json(ALIKE);
    if (path.includes('?status=new')) {
      const counts = { new: concerns.length, open: 0, overdue: 0, closed: 0 };
      return Response.json({ rows: concerns.map(rowOf), total: concerns.length, counts });
    }
    if (init.method === undefined || init.method === 'GET')
      return Response.json(concerns.find(({ concernId }) => path.endsWith(concernId)));
    const one = { path: path.replace('/api/records/concerns/', ''), body: JSON.parse(String(init.body)) };
    sent.push(one);
    return act(one);
  });
  return sent;
}
afterEach(() => vi.unstubAllGlobals());

const clean = async (host: Element) => {
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
};
const two = () => [concernOf('C-0401'), concernOf('C-0402', { safetyNow: true })];

test('by keyboard one steps to a concern, gives it an owner, and says that another is the same', async () => {
  await page.viewport(1280, 800);
  const concerns = two();
  const sent = serve(concerns, ({ path }) => {
    const [done] = concerns.splice(
      concerns.findIndex(({ concernId }) => path.startsWith(concernId)),
      1,
    );
    return Response.json(done);
  });
  const host = await showScreen(TriageScreen, 'coordinator');
  await expect.element(page.getByRole('heading', { name: /C-0401/ })).toBeVisible();
  await expect.element(page.getByText('6 days ago, 90 m away')).toBeVisible();
  await clean(host);
  await userEvent.keyboard('j');
  await expect.element(page.getByRole('heading', { name: /C-0402/ })).toBeVisible();
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Owner' }), 'CRO Quill');
  (document.activeElement as HTMLElement).blur(); // keys are of the page again
  await userEvent.keyboard('a');
  await expect.element(page.getByText('C-0402 is with Quill now.')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: /C-0401/ })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Same as C-0391/ })).toBeVisible();
  await userEvent.keyboard('s');
  await expect.element(page.getByText('Every concern has an owner.')).toBeVisible();
  expect(sent).toEqual([
    { path: 'C-0402/assign', body: { ownerId: 'p-quill', revision: 1 } },
    { path: 'C-0401/merge', body: { into: 'C-0391', revision: 1 } },
  ]);
});

test('what came from a meeting is given the meeting where it was heard', async () => {
  const concern = concernOf('C-0404', { way: 'meeting', meetingId: null });
  const sent = serve([concern], () => Response.json({ ...concern, meetingId: 'M-0007', revision: 2 }));
  const host = await showScreen(TriageScreen, 'coordinator');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'At the meeting' }), 'West, Thu, Dec 10');
  await expect.poll(() => sent).toEqual([{ path: 'C-0404', body: { meetingId: 'M-0007', revision: 1 } }]);
  await clean(host);
});

test('a part that is missing is asked for, on a phone too', async () => {
  await page.viewport(390, 844);
  const sent = serve([concernOf('C-0403', { placeWords: '' })], () => Response.json(concernOf('C-0403')));
  const host = await showScreen(TriageScreen, 'coordinator', 390);
  await userEvent.click(page.getByRole('button', { name: /^Ask/ }));
  await expect.element(page.getByRole('checkbox', { name: 'where it is' })).toBeChecked();
  await clean(document.querySelector('dialog') ?? host);
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Ask' }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(sent).toMatchObject([
    { path: 'C-0403/ask', body: { missing: ['area'], words: 'Please tell us where it is.' } },
  ]);
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
});

test('where somebody else was first, it is said and the concern is shown as it is now', async () => {
  await page.viewport(1280, 800);
  const concerns = two();
  serve(concerns, () => {
    concerns[0] = concernOf('C-0401', { revision: 2, efforts: 'Patrol was there.' });
    return Response.json({ detail: 'changed', current: concerns[0] }, { status: 409 });
  });
  await showScreen(TriageScreen, 'coordinator');
  await userEvent.click(page.getByRole('button', { name: /Same as C-0391/ }));
  await expect.element(page.getByText(/Somebody else wrote here meanwhile/)).toBeVisible();
  await expect.element(page.getByText('Patrol was there.')).toBeVisible();
});

test('who may not triage is told so, and nothing is asked of the server', async () => {
  const asked = vi.fn();
  vi.stubGlobal('fetch', asked);
  await showScreen(TriageScreen, 'officer');
  await expect.element(page.getByText('Your role does not triage')).toBeVisible();
  expect(asked).not.toHaveBeenCalled();
});
