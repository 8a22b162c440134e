import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { GroupPage } from '#web/records/group/group-screen.tsx';
import { GroupsScreen } from '#web/records/group/groups-screen.tsx';
import { groundOf, groupOf, serve, versionOf } from './a-registry.ts';

afterEach(() => vi.unstubAllGlobals());

const known = { people: [], groups: [], units: [], meetings: [], triageDays: 2, actionDays: 7 };
const registry = {
  '/api/records/groups': [
    { ...groupOf('eastbank', { name: 'Eastbank' }), lastContactAt: '2026-11-20T10:00:00' },
    { ...groupOf('the-larches', { name: 'The Larches', status: 'inactive' }), lastContactAt: null },
    { ...groupOf('hollow', { name: 'Hollow', kind: 'neighborhood', district: 'district-2' }), lastContactAt: null },
  ],
  '/api/groups/boundaries': { features: [groundOf('eastbank', -105), groundOf('hollow', -104.98)] },
  '/api/records/concerns/known': known,
};

test('the list keeps neighborhoods without a group apart, and narrows by text', async () => {
  serve(registry);
  const host = await showScreen(GroupsScreen, 'coordinator');
  await expect.element(page.getByText('1 active group. 1 neighborhood has none yet. 1 is inactive.')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Eastbank' })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Neighborhoods without a group 1' })).toBeVisible();
  await userEvent.fill(page.getByRole('searchbox', { name: 'Find a group' }), 'larch');
  await expect.element(page.getByRole('link', { name: 'Eastbank' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: 'The Larches' })).toBeVisible();
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('a new group takes its address from its name', async () => {
  const sent = serve(registry, () => Response.json(groupOf('pell-street-merchants')));
  await showScreen(GroupsScreen, 'coordinator');
  await userEvent.click(page.getByRole('button', { name: 'Add a group' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Pell Street Merchants');
  await userEvent.click(page.getByRole('button', { name: 'Save the group' }));
  await expect.poll(() => sent[0]?.body).toMatchObject({ groupId: 'pell-street-merchants', kind: 'association' });
});

const home = {
  '/api/records/groups/eastbank': { group: groupOf('eastbank', { name: 'Eastbank' }), designations: [] },
  '/api/records/groups/eastbank/representatives': [],
  '/api/records/groups/eastbank/boundaries': [
    versionOf('eastbank', -105, { validTo: '2026-07-01', reason: 'The first lines' }),
    versionOf('eastbank', -104.99, { validFrom: '2026-07-01', reason: 'The new homes' }),
  ],
  '/api/groups/boundaries': { features: [groundOf('eastbank', -104.99)] },
  '/api/records/concerns': { rows: [], total: 0, counts: { new: 0, open: 0, overdue: 0, closed: 0 } },
  '/api/records/concerns/known': known,
};
const Eastbank = () => <GroupPage groupId="eastbank" />;

test('an earlier boundary is shown with its span and its reason', async () => {
  serve(home);
  const host = await showScreen(Eastbank, 'coordinator');
  await expect.element(page.getByText('The new homes')).toBeVisible();
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Version' }), 'B--105');
  await expect.element(page.getByText('The first lines')).toBeVisible();
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('only the division commander designates a group inactive, with reason and review day', async () => {
  const sent = serve(home, () => Response.json({ group: groupOf('eastbank', { status: 'inactive' }) }));
  await showScreen(Eastbank, 'coordinator');
  const act = page.getByRole('button', { name: 'Designate inactive' });
  await expect.element(act).toHaveAttribute('aria-disabled', 'true');
  await showScreen(Eastbank, 'division-commander');
  await userEvent.click(act);
  const dialog = page.getByRole('dialog');
  await userEvent.fill(dialog.getByRole('textbox', { name: 'Reason' }), 'Nobody answers since May');
  await userEvent.fill(dialog.getByLabelText('Looked at again on'), '2027-01-06');
  await userEvent.click(dialog.getByRole('button', { name: 'Designate inactive' }));
  await expect
    .poll(() => sent.at(-1)?.body)
    .toEqual({ status: 'inactive', reason: 'Nobody answers since May', reviewOn: '2027-01-06', revision: 3 });
});

test('a representative is added with their first day, and the form says who is told', async () => {
  const sent = serve(home, () => Response.json({ detail: 'Not now' }, { status: 503 }));
  await showScreen(Eastbank, 'coordinator', 390);
  await userEvent.click(page.getByRole('button', { name: 'Add', exact: true }));
  await expect.element(page.getByText('The division commander is told of this change (1902.3 B).')).toBeVisible();
  await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Ana Reyes');
  await userEvent.fill(page.getByRole('textbox', { name: 'Position' }), 'President');
  await userEvent.click(page.getByRole('button', { name: 'Save and tell' }));
  await expect.element(page.getByText('Not taken yet')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ana Reyes');
  expect(sent[0]?.body).toMatchObject({ name: 'Ana Reyes', validFrom: '2026-12-14', validTo: null, email: null });
});

test('an officer’s own groups stand first, each a press away from the page for its next meeting', async () => {
  const [eastbank, ...others] = registry['/api/records/groups'];
  const meeting = {
    ...{ meetingId: 'M-7', groupId: 'eastbank', startsAt: '2026-12-17T18:30:00', endsAt: '2026-12-17T20:00:00' },
    ...{ place: 'Library', agenda: [], invitations: [], attendedBy: [], attendance: null, minutes: '' },
    ...{ status: 'planned', revision: 1, createdAt: '2026-12-01T09:00:00', createdBy: 'p-officer' },
    ...{ updatedAt: '2026-12-01T09:00:00', updatedBy: 'p-officer' },
  };
  const mine = { ...eastbank, liaisonId: 'p-officer' };
  serve({ ...registry, '/api/records/groups': [...others, mine], '/api/records/meetings': [meeting] });
  const host = await showScreen(GroupsScreen, 'officer');
  const heading = page.getByRole('heading', { name: 'My groups 1' });
  await expect.element(heading).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Prepare the page for Eastbank' }).first())
    .toHaveAttribute('href', '/groups/eastbank/briefing?meetingId=M-7');
  expect(host.innerText.indexOf('Eastbank')).toBeLessThan(host.innerText.indexOf('The Larches'));
});

test('a group’s page leads to what is handed out at its next meeting', async () => {
  serve(home);
  await showScreen(Eastbank, 'officer');
  await expect
    .element(page.getByRole('link', { name: 'Prepare the page' }))
    .toHaveAttribute('href', '/groups/eastbank/briefing');
  await expect.element(page.getByText('to hand out; no meeting is planned')).toBeVisible();
});

const reader = {
  ...{ readerId: 'RD-1', groupId: 'eastbank', representativeId: 'RP-1', email: 'odile@example.org', language: 'en' },
  ...{ consentedOn: '2026-11-20', consentHow: 'At the meeting, in writing', endedOn: null, endedHow: '', revision: 4 },
  ...{ name: 'Odile Marchetti', position: 'president', isInOffice: true },
};
const speaker = (representativeId: string, name: string, email: string | null) => ({
  ...{ representativeId, groupId: 'eastbank', name, position: 'president', isLeader: true, email, phone: null },
  ...{ validFrom: '2024-01-01', validTo: null, revision: 1 },
  ...{ createdAt: '2024-01-01T09:00:00', createdBy: 'x', updatedAt: '2024-01-01T09:00:00', updatedBy: 'x' },
});
const mailed = {
  ...home,
  '/api/records/groups/eastbank/representatives': [
    speaker('RP-1', 'Odile Marchetti', 'odile@example.org'),
    speaker('RP-2', 'Bram Sollis', 'bram@example.org'),
    speaker('RP-3', 'Thea Brandvold', null),
  ],
  '/api/records/groups/eastbank/readers': [
    reader,
    { ...reader, readerId: 'RD-0', representativeId: 'RP-0', name: 'Hal Mottram', isInOffice: false },
    {
      ...reader,
      readerId: 'RD-2',
      name: 'Nell Fairweather',
      endedOn: '2026-12-01',
      endedHow: 'By the link in a letter',
    },
  ],
};

test('who gets the page by mail is listed with how they said so; who ended it stays, as ended', async () => {
  serve(mailed);
  const host = await showScreen(Eastbank, 'officer');
  const part = page.getByRole('heading', { name: 'Who gets the page by mail' });
  await expect.element(part).toBeVisible();
  await expect.element(page.getByText(/Asked for it .*20.*: At the meeting, in writing/).first()).toBeVisible();
  await expect.element(page.getByText('Does not speak for the group anymore, so nothing is sent')).toBeVisible();
  const ended = page.getByText('1 person who ended it').element();
  if (ended instanceof HTMLElement) ended.click(); // where it stands, while the map above is still read
  await expect.element(page.getByText(/Ended .*: By the link in a letter/)).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'The page for everybody' }))
    .toHaveAttribute('href', '/area/eastbank');
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('only somebody in office with an address, who does not get it yet, can be signed up, and how they said so must be told', async () => {
  const sent = serve(mailed, () => Response.json({ ...reader, representativeId: 'RP-2' }));
  await showScreen(Eastbank, 'officer');
  await userEvent.click(page.getByRole('button', { name: 'Sign up' }));
  const who = page.getByRole('combobox', { name: 'Who' });
  await expect.element(who.getByRole('option')).toHaveTextContent('Bram Sollis, bram@example.org');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Language of their page' }), 'Spanish');
  const save = page.getByRole('dialog').getByRole('button', { name: 'Sign up' });
  await expect.element(save).toHaveAttribute('aria-disabled', 'true');
  await userEvent.fill(page.getByRole('textbox', { name: 'How they said so' }), 'By phone');
  await userEvent.click(save);
  await expect
    .poll(() => sent[0])
    .toMatchObject({
      ...{ method: 'POST', path: '/api/records/groups/eastbank/readers' },
      body: { representativeId: 'RP-2', language: 'es', consentHow: 'By phone' },
    });
});

test('ending somebody’s mail asks how they said so, and sends what was seen', async () => {
  const sent = serve(mailed, () => Response.json({ ...reader, endedOn: '2026-12-14', endedHow: 'By phone' }));
  await showScreen(Eastbank, 'officer');
  await userEvent.click(page.getByRole('button', { name: 'End the mail to Odile Marchetti' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'How they said so' }), 'By phone');
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'End' }));
  await expect
    .poll(() => sent[0])
    .toMatchObject({ method: 'PUT', path: '/api/records/readers/RD-1', body: { endedHow: 'By phone', revision: 4 } });
});

test('whoever may not send sees who gets it, and signs nobody up', async () => {
  serve(mailed);
  await showScreen(Eastbank, 'auditor');
  await expect.element(page.getByText('odile@example.org').first()).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Sign up' })).not.toBeInTheDocument();
});
