import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { MailIn } from '#data/schema/records/mail.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { LettersScreen } from '#web/records/letter/letters-screen.tsx';

const letterOf = (mailId: string, differs: Partial<MailIn> = {}): MailIn => ({
  ...{ mailId, receivedAt: '2026-12-14T06:10:00', from: 'ana@elsewhere.example', subject: `Lamps ${mailId}` },
  ...{ sizeBytes: 1800, text: 'The lamps on Pell Street are out.', status: 'review', concernId: null },
  reviewReason: 'It is not from a member of the department.',
  found: { words: 'The lamps are out', area: '', actions: '' },
  missing: ['area', 'actions'],
  ...differs,
});

type Sent = { path: string; body: unknown };
/** A server that keeps `letters` and answers each act with `answer`. */
function serve(letters: MailIn[], answer: (sent: Sent) => Response): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (init.method !== 'POST') return Response.json({ letters });
    sent.push({ path, body: init.body === undefined ? undefined : JSON.parse(String(init.body)) });
    return answer({ path, body: sent.at(-1)?.body });
  });
  return sent;
}
afterEach(() => vi.unstubAllGlobals());

const both = () => [
  letterOf('M-0001'),
  letterOf('M-0002', {
    text: 'Concern: The officer was rude and swore at my mother.',
    found: { words: 'The officer was rude and swore at my mother.', area: 'Pell Street', actions: '' },
    missing: ['actions'],
    reviewReason: 'It may be a complaint about an officer, which is not kept here.',
  }),
  letterOf('M-0003', { status: 'filed', concernId: 'C-0401', reviewReason: '' }),
];

test('a letter says why it waits, is not filed without an area, and k and j step through the list', async () => {
  serve(both(), () => Response.json({}));
  const host = await showScreen(LettersScreen, 'coordinator');
  await expect.element(page.getByText('2 letters wait for you to read.')).toBeVisible();
  await expect.element(page.getByText('It is not from a member of the department.').first()).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: 'File as a concern' }))
    .toHaveAttribute('title', expect.stringMatching(/ask for what is missing/));
  await userEvent.keyboard('j');
  await expect.element(page.getByRole('heading', { name: 'Lamps M-0002' })).toBeVisible();
  await expect.element(page.getByText('Its words sound like a complaint about an officer')).toBeVisible();
  await userEvent.keyboard('jk');
  await expect.element(page.getByRole('heading', { name: 'Lamps M-0002' })).toBeVisible();
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('an area that was mended and somebody else’s filing are both shown: nothing is lost', async () => {
  const letters = both();
  const sent = serve(letters, () => {
    letters[0] = letterOf('M-0001', { status: 'filed', concernId: 'C-0402' });
    return Response.json({ detail: 'Changed meanwhile', current: letters[0] }, { status: 409 });
  });
  await showScreen(LettersScreen, 'coordinator');
  await userEvent.fill(page.getByRole('textbox', { name: 'Area' }), 'Pell Street');
  const file = page.getByRole('button', { name: 'File as a concern' });
  await expect.element(file).not.toHaveAttribute('aria-disabled');
  await userEvent.keyboard('{Tab}{Tab}{Enter}'); // past the actions
  await expect.element(page.getByText('Somebody else has sorted it meanwhile')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'C-0402' })).toBeVisible();
  await expect.element(page.getByText('What you wrote, not sent')).toBeVisible();
  await expect.element(page.getByText('Pell Street', { exact: true })).toBeVisible();
  expect(sent).toEqual([
    {
      path: '/api/records/mail/M-0001/file',
      body: { words: 'The lamps are out', area: 'Pell Street', actions: '', aboutOfficer: 'not-asked' },
    },
  ]);
});

test('asking names the parts, and setting aside needs its reason', async () => {
  const sent = serve(both(), () => Response.json(letterOf('M-0001', { status: 'asked' })));
  await showScreen(LettersScreen, 'coordinator');
  await expect.element(page.getByRole('heading', { name: 'Lamps M-0001' })).toBeVisible();
  await userEvent.keyboard('q');
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Ask for a part' }));
  await expect.element(page.getByText('The question goes out with the next mail.')).toBeVisible();
  await userEvent.keyboard('x');
  await userEvent.fill(page.getByRole('textbox', { name: 'Why' }), 'An advertisement');
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Set aside' }));
  await expect.element(page.getByText('Set aside; it is kept.')).toBeVisible();
  expect(sent).toEqual([
    { path: '/api/records/mail/M-0001/ask', body: { lacks: ['area'] } },
    { path: '/api/records/mail/M-0001/set-aside', body: { reason: 'An advertisement' } },
  ]);
});

test('a complaint about an officer goes to internal affairs once its removal is confirmed, also on a phone', async () => {
  const told = 'It was sent to the Office of Professional Standards; its words are not kept here.';
  const sent = serve(both().slice(1), () =>
    Response.json(letterOf('M-0002', { status: 'set-aside', text: '', subject: '', found: null, reviewReason: told })),
  );
  const host = await showScreen(LettersScreen, 'coordinator', 390);
  await userEvent.click(page.getByRole('button', { name: 'Send to internal affairs' }));
  await expect.element(page.getByText(/cannot be brought back/)).toBeVisible();
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Send to internal affairs' }));
  await expect.element(page.getByText(told)).toBeVisible();
  expect(sent).toEqual([{ path: '/api/records/mail/M-0002/route-out', body: undefined }]);
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
});

test('words that sound like a complaint about an officer are filed only once a person says that they are none', async () => {
  const sent = serve(both().slice(1), () => Response.json({ detail: 'Refused' }, { status: 422 }));
  await showScreen(LettersScreen, 'coordinator');
  const file = page.getByRole('button', { name: 'File as a concern' });
  await expect.element(file).toHaveAttribute('title', expect.stringMatching(/Say first whether/));
  await userEvent.click(page.getByRole('button', { name: 'It is not about how an officer behaved' }));
  await expect.element(file).not.toHaveAttribute('aria-disabled');
  await userEvent.fill(page.getByRole('textbox', { name: 'Area' }), 'Pell Street, east end');
  await userEvent.keyboard('{Tab}{Tab}{Enter}'); // past the actions
  await expect.poll(() => sent.length).toBe(1);
  expect(sent.map(({ body }) => body)).toEqual([
    {
      words: 'The officer was rude and swore at my mother.',
      area: 'Pell Street, east end',
      actions: '',
      aboutOfficer: 'no',
    },
  ]);
});

test('whoever is not the coordinator is told so, and nothing is asked of the server', async () => {
  const asked = vi.fn();
  vi.stubGlobal('fetch', asked);
  await showScreen(LettersScreen, 'officer');
  await expect.element(page.getByText('Letters are read by the Coordinator')).toBeVisible();
  expect(asked).not.toHaveBeenCalled();
});
