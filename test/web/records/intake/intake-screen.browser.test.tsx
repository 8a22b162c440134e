import '#web/ui/tokens.css';
import '#web/ui/base.css';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { aStory } from '#test/web/records/concern/a-story.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { IntakeScreen } from '#web/records/intake/intake-screen.tsx';
import { dropDraft, dropWaiting, forgetPerson, waitingOf } from '#web/records/intake/kept-on-phone.ts';

const QUILL = 'p-quill';
const SESSION = {
  ...{ personId: QUILL, name: 'Quill', title: 'CRO', district: null, role: 'officer', releaseLevel: 'restricted' },
  ...{ city: 'Small City', demo: false, nowLocal: '2026-12-14T07:42:00', basemap: null, idleMinutes: 15 },
};
const KNOWN = {
  ...{ people: [], groups: [{ groupId: 'g-west', name: 'West', liaisonId: null }], units: [] },
  meetings: [{ meetingId: 'M-0007', groupId: 'g-west', startsAt: '2026-12-10T19:00:00', place: 'Library' }],
  ...{ triageDays: 2, actionDays: 7 },
  internalAffairs: { name: 'Professional Standards', reach: '555-0199' },
};
const filed = () => ({ concern: { ...aStory().concern, concernId: 'C-0421' }, owner: 'CRO Quill', groups: ['West'] });

type Answer = () => Response;
/** The server as far as the form asks it; `answer` is what becomes of a filing. */
function serve(answer: Answer) {
  const sent: string[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (path === '/api/session') return Response.json(SESSION);
    if (path.endsWith('/known')) return Response.json(KNOWN);
    if (path.endsWith('/alike')) return Response.json([]);
    if (init.method !== 'POST') return Response.json({}, { status: 404 });
    sent.push(JSON.parse(String(init.body)).words);
    return answer();
  });
  return sent;
}
const cut = () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));

beforeEach(async () => {
  for (const { clientKey } of await waitingOf(QUILL)) await dropWaiting(clientKey);
  await dropDraft(QUILL);
  await forgetPerson();
});
afterEach(() => vi.unstubAllGlobals());

const off = { enabled: false };
// The page brings its own `main`, and the fixture draws it in another.
const TWO_MAINS = { 'landmark-no-duplicate-main': off, 'landmark-main-is-top-level': off, 'landmark-unique': off };
const clean = async (host: Element) => {
  const { violations } = await axe.run(host, { rules: TWO_MAINS });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
};
const write = async (said: string) => {
  await userEvent.fill(page.getByRole('textbox', { name: 'What is wrong?' }), said);
  await userEvent.click(page.getByRole('button', { name: 'Save', exact: true }));
};

test('what is saved with a connection is filed at once, and its reference stands there', async () => {
  await page.viewport(390, 844);
  const sent = serve(() => Response.json(filed(), { status: 201 }));
  const host = await showScreen(IntakeScreen, 'officer', 390);
  await expect.element(page.getByText('Connected')).toBeVisible();
  await expect.element(page.getByText('Write what is wrong first.')).toBeVisible();
  await clean(host);
  await userEvent.click(page.getByText('More, if they said it'));
  await userEvent.fill(page.getByLabelText('Case or call numbers'), '26-0417, CFS 88120');
  await expect.element(page.getByLabelText('Case or call numbers')).toHaveValue('26-0417, CFS 88120');
  await clean(host);
  await write('Kids trying car doors on Linnet after school');
  await expect.element(page.getByText('C-0421 is kept')).toBeVisible();
  await expect.element(page.getByText(/West\. CRO Quill owns it\./)).toBeVisible();
  expect(sent).toEqual(['Kids trying car doors on Linnet after school']);
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
});

test('without a connection it is kept on this phone and says so; when it is back, one press sends it', async () => {
  await page.viewport(390, 844);
  serve(() => Response.json({}, { status: 503 }));
  const host = await showScreen(IntakeScreen, 'officer', 390);
  await expect.element(page.getByText('Connected')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'What is wrong?' })).toBeVisible();
  cut();
  await write('The lamp at the bus stop is out');
  await expect
    .element(page.getByText('It is sent by itself as soon as there is a connection', { exact: false }))
    .toBeVisible();
  const panel = page.getByRole('region', { name: 'Waiting on this phone' });
  await expect.element(panel).toHaveTextContent('The lamp at the bus stop is out');
  await expect.element(page.getByText('1 kept on this phone')).toBeVisible();
  await clean(host);
  const sent = serve(() => Response.json(filed(), { status: 201 }));
  await userEvent.click(page.getByRole('button', { name: 'Send now' }));
  await expect.element(page.getByText('C-0421 is kept')).toBeVisible();
  await expect.element(panel).not.toBeInTheDocument();
  expect(sent).toEqual(['The lamp at the bus stop is out']);
});

test('at a meeting: which one is chosen from those last read, without a connection too', async () => {
  await page.viewport(390, 844);
  serve(() => Response.json({}, { status: 503 }));
  const host = await showScreen(IntakeScreen, 'officer', 390);
  await expect.element(page.getByText('Connected')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'What is wrong?' })).toBeVisible();
  cut();
  await userEvent.click(page.getByText('More, if they said it'));
  await userEvent.click(page.getByText('Meeting', { exact: true }));
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Which meeting?' }), 'West, Thu, Dec 10, 7:00 pm');
  await clean(host);
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
  await write('The lamp by the library is out');
  await expect
    .poll(() => waitingOf(QUILL))
    .toMatchObject([{ what: { filing: { way: 'meeting', meetingId: 'M-0007' } } }]);
});

test('what the server refuses stays here with its reason, to be mended or thrown away by hand', async () => {
  await page.viewport(390, 844);
  serve(() => Response.json({ detail: 'The words are too long.' }, { status: 422 }));
  const host = await showScreen(IntakeScreen, 'officer', 390);
  await expect.element(page.getByText('Connected')).toBeVisible();
  await write('Mattresses by the creek');
  await expect.element(page.getByText('The server did not take it: The words are too long.')).toBeVisible();
  await clean(host);
  await userEvent.click(page.getByRole('button', { name: 'Mend it' }));
  await expect.element(page.getByRole('textbox', { name: 'What is wrong?' })).toHaveValue('Mattresses by the creek');
  expect(await waitingOf(QUILL)).toEqual([]);
});

test('words about how an officer behaved are asked about first, and belong elsewhere', async () => {
  const sent = serve(() => Response.json({}, { status: 503 }));
  const host = await showScreen(IntakeScreen, 'officer', 390);
  await userEvent.fill(page.getByRole('textbox', { name: 'What is wrong?' }), 'The officer was rude to my mother');
  await expect.element(page.getByText('Is this about how an officer behaved?')).toBeVisible();
  await clean(host);
  await userEvent.click(page.getByRole('button', { name: 'Yes' }));
  await expect.element(page.getByText('This belongs to Professional Standards')).toBeVisible();
  expect(sent).toEqual([]);
});

test('on a phone where nobody has signed in, and there is no connection, the form says what to do', async () => {
  cut();
  await showScreen(IntakeScreen, 'officer', 390);
  await expect.element(page.getByText('No connection, and nobody has signed in on this phone yet')).toBeVisible();
});
