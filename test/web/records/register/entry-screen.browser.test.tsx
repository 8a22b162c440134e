import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { EntryScreen } from '#web/records/register/entry-screen.tsx';
import { entryOf, pageOf, serveRegister } from './a-register.ts';

afterEach(() => vi.unstubAllGlobals());
const faultsOf = async (host: HTMLElement) =>
  (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
const at = (address: string) => ({ screen: EntryScreen, path: '/register/$kind/$entryId', address });
const refused = (status: number, problem: object) => Response.json(problem, { status });

const lot = entryOf('assessment', {
  groupId: 'eastbank',
  concernIds: ['C-0388'],
  fields: {
    ...{ assessmentKind: 'cpted', requestedBy: 'The association', site: 'Tern Park lot', purpose: 'Thefts' },
    items: { lighting: { answer: 'no', note: 'Two lamps out' }, doors: { answer: 'yes', note: '' } },
    recommendations: [{ words: 'Mend the lamps', toWhom: 'City', state: 'open', stateOn: '2026-11-02' }],
    resurveyOf: 'AS-0000',
  },
});
const before = entryOf('assessment', {
  ...{ entryId: 'AS-0000', title: 'Tern Park lot, 2025', fields: { items: { lighting: { answer: 'yes', note: '' } } } },
});

test.each([390, 1280])('at %i an assessment shows its answers beside those of the survey it repeats', async (width) => {
  serveRegister('coordinator', { '/api/records/register/assessment/AS-0001': () => pageOf(lot, [before]) });
  await page.viewport(width, 900);
  const host = await showScreenAt(at('/register/assessment/AS-0001'), 'coordinator', width);
  await expect.element(page.getByRole('heading', { name: 'Tern Park lot', exact: true })).toBeVisible();
  const lighting = page.getByRole('row', { name: /Lamps light every walk/ });
  await expect.element(lighting).toHaveTextContent(/Two lamps out.*Yes.*No/);
  await expect.element(page.getByRole('row', { name: /Mend the lamps/ })).toHaveTextContent(/City.*Open/);
  expect(page.getByRole('link', { name: 'C-0388' }).element().getAttribute('href')).toBe('/concerns/C-0388');
  expect(await faultsOf(host)).toEqual([]);
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
});

test('B.7: the page tells the days from request to done, a state for each recommendation, and both surveys’ answers', async () => {
  const done = { ...lot, status: 'done', fields: { ...lot.fields, doneOn: '2026-11-21' } }; // asked for on November 2
  serveRegister('coordinator', { '/api/records/register/assessment/AS-0001': () => pageOf(done, [before]) });
  await showScreenAt(at('/register/assessment/AS-0001'), 'coordinator');
  await expect.element(page.getByRole('complementary')).toHaveTextContent('Request to done19 days');
  await expect.element(page.getByRole('row', { name: /Mend the lamps/ })).toHaveTextContent('Open');
  for (const survey of ['AS-0000', 'AS-0001'])
    await expect.element(page.getByRole('columnheader', { name: survey })).toBeVisible();
  await expect.element(page.getByRole('row', { name: /Lamps light every walk/ })).toHaveTextContent(/Yes.*No/);
});

test.each([390, 1280])(
  'at %i a new entry keeps what was typed when it is refused, each fault at its field',
  async (width) => {
    const errors = [{ path: 'fields.site', message: 'Write where it is.' }];
    const sent = serveRegister('coordinator', {}, () => refused(422, { detail: 'Not taken', errors }));
    await page.viewport(width, 900);
    const host = await showScreenAt(at('/register/assessment/new'), 'coordinator', width);
    await userEvent.fill(page.getByRole('textbox', { name: 'Title *' }), 'Alley between the garages');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Kind *' }), 'Security');
    await userEvent.click(page.getByRole('button', { name: 'Add to the register' }));
    await expect
      .element(page.getByRole('textbox', { name: 'Site *' }))
      .toHaveAccessibleDescription('Write where it is.');
    await expect.element(page.getByRole('textbox', { name: 'Title *' })).toHaveValue('Alley between the garages');
    expect(sent[0]).toMatchObject({ method: 'POST', path: '/api/records/register/assessment' });
    expect(sent[0]?.body).toMatchObject({
      title: 'Alley between the garages',
      happenedOn: '2026-12-14',
      status: 'asked',
    });
    expect(await faultsOf(host)).toEqual([]);
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
  },
);

test('where somebody else wrote meanwhile both stand side by side, and either can be kept', async () => {
  let current: RegisterEntry = lot;
  const sent = serveRegister(
    'coordinator',
    { '/api/records/register/assessment/AS-0001': () => pageOf(current) },
    () => {
      if (sent.length > 1) return Response.json(current);
      current = { ...lot, revision: 4, title: 'Tern Park, west lot', ownerId: 'p-corbin', status: 'following-up' };
      return refused(409, { detail: 'It was changed', current });
    },
  );
  const host = await showScreenAt(at('/register/assessment/AS-0001'), 'coordinator');
  await userEvent.click(page.getByRole('button', { name: 'Edit' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Title *' }), 'Tern Park lot and stairs');
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  await expect.element(page.getByText('Title: Tern Park, west lot')).toBeVisible();
  await expect.element(page.getByText('Person: Corbin')).toBeVisible();
  await expect.element(page.getByText('State: Following up')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Title *' })).toHaveValue('Tern Park lot and stairs');
  expect(await faultsOf(host)).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  await expect.element(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  expect(sent.map(({ body }) => [body.revision, body.title])).toEqual([
    [3, 'Tern Park lot and stairs'],
    [4, 'Tern Park lot and stairs'],
  ]);
});

const proposal = entryOf('proposal', {
  ...{ title: 'Lamp loan', fields: { about: 'Lamps to borrow', need: 'Dark porches', countsOnly: false } },
});

test('the chief decides a proposal with a word to whoever proposed it; nobody else is offered to', async () => {
  const path = '/api/records/register/proposal/PP-0001';
  const answers = { [path]: () => pageOf(proposal) };
  serveRegister('officer', answers);
  await showScreenAt(at('/register/proposal/PP-0001'), 'officer');
  await expect.element(page.getByText('Waits for the chief').first()).toBeVisible();
  expect(page.getByRole('button', { name: 'Decide' }).elements()).toHaveLength(0);
  const sent = serveRegister('chief', answers, () => Response.json(proposal));
  await showScreenAt(at('/register/proposal/PP-0001'), 'chief');
  await userEvent.click(page.getByRole('button', { name: 'Decide' }));
  const dialog = page.getByRole('dialog', { name: 'Decide: Lamp loan' });
  await expect.element(dialog.getByRole('button', { name: 'Approve' })).toHaveAttribute('aria-disabled', 'true');
  expect(await faultsOf(document.body)).toEqual([]);
  await userEvent.click(dialog.getByText('Decline'));
  await userEvent.fill(dialog.getByRole('textbox', { name: 'Your words' }), 'Not this year: no storage.');
  await userEvent.click(dialog.getByRole('button', { name: 'Decline' }));
  await expect.element(dialog).not.toBeInTheDocument();
  expect(sent).toEqual([
    {
      method: 'POST',
      path: `${path}/decision`,
      body: { revision: 3, verdict: 'declined', words: 'Not this year: no storage.' },
    },
  ]);
});

test('V.A.1.b: a survey hatches each area with few answers and says why, and never shows its numbers', async () => {
  const wave = entryOf('survey-wave', { title: 'Fall survey', fields: { way: 'mail', leastAnswers: 10, results: [] } });
  const answer = {
    areas: [
      { area: 'Eastbank', withheld: null, answers: 62, favorable: 40, percent: 65, margin: 12 },
      { area: 'Cordery', withheld: 'few-answers' },
      { area: 'Hollow', withheld: 'protects-another' },
    ],
    whole: { answers: 84, percent: 61, margin: 10 },
  };
  serveRegister('coordinator', {
    '/api/records/register/survey-wave/SV-0001': () => pageOf(wave),
    '/api/records/survey-waves/SV-0001/answers': () => [
      { question: 'safe', words: 'How safe do you feel?', favorable: 'safe or very safe', answer },
    ],
  });
  await page.viewport(390, 900);
  const host = await showScreenAt(at('/register/survey-wave/SV-0001'), 'coordinator', 390);
  await expect.element(page.getByRole('row', { name: /^Eastbank/ })).toHaveTextContent('Eastbank6265%± 12');
  await expect
    .element(page.getByRole('row', { name: /^Cordery/ }))
    .toHaveTextContent('CorderyWithheld: too few answers');
  await expect
    .element(page.getByRole('row', { name: /^Hollow/ }))
    .toHaveTextContent('HollowWithheld: it would give another away');
  expect(await faultsOf(host)).toEqual([]);
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
});

test('V.B.2.b: an objective names who has not read it before who has', async () => {
  const aim = entryOf('objective', { title: 'Lock your car', fields: { statement: 'Fewer cars left open' } });
  const readers = [
    { personId: 'p-1', name: 'Amaro', title: 'CRO', readAt: '2026-12-02T08:00:00' },
    { personId: 'p-2', name: 'Bright', title: 'Officer', readAt: null },
  ];
  serveRegister('coordinator', {
    '/api/records/register/objective/OB-0001': () => pageOf(aim),
    '/api/records/objectives/OB-0001/readers': () => ({ noticeId: 'N-1', readers }),
  });
  await page.viewport(1280, 900);
  const host = await showScreenAt(at('/register/objective/OB-0001'), 'coordinator');
  const read = page.getByRole('region', { name: 'Read by' });
  await expect.element(read).toHaveTextContent(/Read by 1 of 2.*Not yet.*Bright.*CRO Amaro.*Dec 2/);
  expect(await faultsOf(host)).toEqual([]);
});
