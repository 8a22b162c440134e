import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { USUAL_CHOICES } from '#data/policy/choices.ts';
import type { Contact } from '#data/schema/records/contact.ts';
import type { BoardGroup, DutyBoard } from '#data/schema/records/duty.ts';
import { aStory } from '#test/web/records/concern/a-story.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { ContactsScreen } from '#web/records/contact/contacts-screen.tsx';

const contact = (contactId: string, differs: Partial<Contact> = {}): Contact => ({
  ...{ contactId, groupId: 'eastbank', representativeId: 'rep-1', result: 'made', way: 'phone' },
  ...{
    at: '2026-12-09T10:05:00',
    officerId: 'p-officer',
    topics: 'Street lamps',
    concernIds: [],
    next: '',
    meetingId: null,
  },
  ...{ revision: 1, createdAt: '2026-12-09T10:06:00', createdBy: 'p-officer' },
  ...{ updatedAt: '2026-12-09T10:06:00', updatedBy: 'p-officer' },
  ...differs,
});
const group = (groupId: string, name: string, speakers: BoardGroup['representatives'] = []): BoardGroup => ({
  ...{ groupId, name, liaisonId: 'p-officer', clock: null, inactive: null, marks: [], plans: [] },
  ...{ lastMadeOn: null, missed: null, notice: null, representatives: speakers, geometry: null },
});
const board: DutyBoard = {
  ...{ today: '2026-12-14', quarter: { label: '2026-Q4', from: '2026-10-01', to: '2026-12-31' } },
  ...{ choices: USUAL_CHOICES, chosenClock: 'calendar' },
  groups: [
    group('eastbank', 'Eastbank', [{ representativeId: 'rep-1', name: 'Delgado', position: 'President' }]),
    group('coldspring', 'Coldspring'),
  ],
  people: [
    { personId: 'p-officer', name: 'Whitlock', title: 'CRO', role: 'officer' },
    { personId: 'p-quill', name: 'Quill', title: 'CRO', role: 'officer' },
  ],
};
const log = [
  contact('CT-0003', { groupId: 'coldspring', representativeId: null, way: 'meeting', meetingId: 'M-0007' }),
  contact('CT-0002'),
  contact('CT-0001', { result: 'attempted', topics: '' }),
];
afterEach(() => vi.unstubAllGlobals());

/** Serves the board and the log; `put` answers a correction. Returns what was asked for. */
function serve(put: (body: { revision: number }) => Response = () => Response.json(log[1]), answer: unknown = log) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit = {}) => {
    if (path.startsWith('/api/records/duties/board')) return Response.json(board);
    if (method === 'PUT' || method === 'POST') return put(JSON.parse(String(body)));
    asked.push(path);
    return Response.json(answer);
  });
  return asked;
}
const faultsOf = async (host: HTMLElement) =>
  (await axe.run(host)).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);

test.each([390, 1280])('at %i the log is told by name, and narrowed by group, quarter and result', async (width) => {
  const asked = serve();
  const host = await showScreen(ContactsScreen, 'officer', width);
  await expect.element(page.getByText('2 contacts made, 1 attempt not answered.')).toBeVisible();
  await expect.element(page.getByText('Delgado').first()).toBeVisible();
  expect(await faultsOf(host)).toEqual([]);
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Group' }), 'Coldspring');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Quarter' }), 'Q3 2026');
  await userEvent.click(page.getByText('Attempted', { exact: true }).first());
  await expect
    .poll(() => asked.at(-1))
    .toBe('/api/records/contacts?limit=50&groupId=coldspring&result=attempted&from=2026-07-01&to=2026-09-30');
});

test('a contact made by a meeting leads there and is not corrected here', async () => {
  serve();
  await showScreen(ContactsScreen, 'officer');
  const link = page.getByRole('link', { name: 'By attending a meeting' });
  await expect.element(link).toHaveAttribute('href', '/meetings/M-0007');
  await expect
    .element(page.getByRole('button', { name: /Correct the contact with Coldspring/ }))
    .not.toBeInTheDocument();
});

test('a correction over somebody else’s shows theirs, keeps mine, and is taken the second time', async () => {
  const revisions: number[] = [];
  const theirs = contact('CT-0002', { topics: 'Lamps on Mill Street', revision: 2, updatedBy: 'p-quill' });
  serve(({ revision }) => {
    revisions.push(revision);
    if (revision === 1) return Response.json({ detail: 'Changed', current: theirs }, { status: 409 });
    return Response.json({ ...theirs, revision: 3 });
  });
  const host = await showScreen(ContactsScreen, 'officer');
  await userEvent.click(page.getByRole('button', { name: /Correct the contact with Eastbank/ }).first());
  await userEvent.fill(page.getByRole('textbox', { name: 'What it was about' }), 'Street lamps, twice');
  await userEvent.click(page.getByRole('button', { name: 'Keep it' }));
  await expect.element(page.getByText('As Quill left it:')).toBeVisible();
  await expect.element(page.getByText(/Lamps on Mill Street/)).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'What it was about' })).toHaveValue('Street lamps, twice');
  expect(await faultsOf(host)).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Send mine too' }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(revisions).toEqual([1, 2]);
});

test('an auditor reads and corrects nothing; an empty log says where one is logged; a city partner reads none', async () => {
  serve();
  await showScreen(ContactsScreen, 'auditor');
  await expect.element(page.getByText('Delgado').first()).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Correct/ })).not.toBeInTheDocument();
  serve(undefined, []);
  await showScreen(ContactsScreen, 'officer');
  await expect.element(page.getByText(/No contact is logged yet/)).toBeVisible();
  await showScreen(ContactsScreen, 'city-partner');
  await expect.element(page.getByText('Your role does not read contacts')).toBeVisible();
});

test('a contact is logged from here, with the group that was filtered, and what comes next', async () => {
  const sent: unknown[] = [];
  serve((body) => {
    sent.push(body);
    return Response.json(log[1], { status: 201 });
  });
  await showScreen(ContactsScreen, 'officer', 390);
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Group' }), 'Coldspring');
  await userEvent.click(page.getByRole('button', { name: 'Log contact' }));
  const dialog = page.getByRole('dialog');
  await userEvent.fill(dialog.getByLabelText('What it was about'), 'Lamps');
  await userEvent.fill(dialog.getByLabelText('What comes next, if anything'), 'Call on Friday');
  await userEvent.click(dialog.getByRole('button', { name: 'Log contact' }));
  await expect.element(dialog).not.toBeInTheDocument();
  expect(sent).toMatchObject([{ groupId: 'coldspring', result: 'made', topics: 'Lamps', next: 'Call on Friday' }]);
});

test('a contact names the concerns raised in it, one of them new; the log leads to each', async () => {
  const sent: { path: string; body: Record<string, unknown> }[] = [];
  const waiting = { concernId: 'C-0388', revision: 1, status: 'open', title: '', category: null, way: 'phone' };
  const row = {
    ...{ ...waiting, heardAt: '2026-12-01T09:00:00', placeWords: '', groupIds: ['eastbank'], ownerId: null },
    ...{ filedBy: 'p-officer', safetyNow: false, peopleCount: null, isSignificant: false, sharedWithCity: false },
    ...{ nextStep: '', nextStepOn: null, firstActionOn: null, lastToldOn: null, closedOn: null, closeReason: null },
    ...{ duplicateOf: null, summary: 'Loud cars', isOverdue: false, ageDays: 13, conveyedTo: null, conveyedOn: null },
    hasPlace: false,
  };
  const list = { rows: [row], total: 1, counts: { new: 0, open: 1, overdue: 0, closed: 0 } };
  const opened = aStory({ concernId: 'C-0400' }).concern;
  serve(undefined, [contact('CT-0002', { concernIds: ['C-0388'] })]);
  const rest = globalThis.fetch as unknown as (path: string, init?: RequestInit) => Promise<Response>;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (init.method !== 'POST')
      return path.startsWith('/api/records/concerns?') ? Response.json(list) : rest(path, init);
    sent.push({ path, body: JSON.parse(String(init.body)) });
    if (path === '/api/records/concerns') return Response.json({ concern: opened, owner: null, groups: [] });
    return Response.json(log[1], { status: 201 });
  });
  await showScreen(ContactsScreen, 'officer', 390);
  await expect.element(page.getByRole('link', { name: 'C-0388' })).toHaveAttribute('href', '/concerns/C-0388');
  await userEvent.click(page.getByRole('button', { name: 'Log contact' }));
  const dialog = page.getByRole('dialog');
  await userEvent.click(dialog.getByLabelText('C-0388 Loud cars'));
  await userEvent.fill(dialog.getByLabelText('A new concern, in their words'), 'Trash behind the hall');
  expect(await faultsOf(dialog.element() as HTMLElement)).toEqual([]);
  await userEvent.click(dialog.getByRole('button', { name: 'Log contact' }));
  await expect.element(dialog).not.toBeInTheDocument();
  expect(sent).toMatchObject([
    { path: '/api/records/concerns', body: { words: 'Trash behind the hall', groupIds: ['eastbank'], way: 'phone' } },
    { path: '/api/records/contacts', body: { concernIds: ['C-0388', 'C-0400'] } },
  ]);
});

test('who may only read is offered no logging', async () => {
  serve();
  await showScreen(ContactsScreen, 'auditor');
  await expect.element(page.getByText('2 contacts made, 1 attempt not answered.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Log contact' })).not.toBeInTheDocument();
});
