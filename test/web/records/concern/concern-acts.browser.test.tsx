import '#web/ui/tokens.css';
import '#web/ui/base.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ConcernStory } from '#data/schema/records/concern-story.ts';
import { expectNoAxeFaults } from '#test/fixture/axe-faults.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { ConcernScreen } from '#web/records/concern/concern-screen.tsx';
import { aStory } from './a-story.ts';

type Sent = { path: string; body: Record<string, unknown> };
const ALIKE = [
  {
    concernId: 'C-0391',
    summary: 'Stereos',
    placeWords: 'Tern Park',
    score: 0.8,
    reasons: ['6 days ago', '90 m away'],
  },
];

/** The page of one concern as the coordinator sees it, and what is sent from it. */
async function open(story: ConcernStory, width = 1280) {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (path.endsWith('/story')) return Response.json(story);
    if (path.endsWith('/alike')) return Response.json(ALIKE);
    sent.push({
      path: path.replace('/api/records/concerns/C-0388/', ''),
      body: JSON.parse(String(init.body ?? 'null')),
    });
    return Response.json(story.concern);
  });
  await page.viewport(width, 900);
  const at = { screen: ConcernScreen, path: '/concerns/$concernId', address: '/concerns/C-0388' };
  return { host: await showScreenAt(at, 'coordinator', width), sent };
}
afterEach(() => vi.unstubAllGlobals());

const more = async (name: string) => {
  await userEvent.click(page.getByRole('button', { name: 'More', exact: true }));
  await userEvent.click(page.getByRole('menuitem', { name }));
};
const withReach = (resident: string | null) => ({
  ...aStory(),
  writesTo: { resident, representatives: ['Dana Ortiz'] },
});

test('closing begins with the mail that the resident asked for, shows its words before they go, and sends them', async () => {
  const { sent } = await open(withReach('dana@mail.example'));
  await more('Close it');
  await expect.element(page.getByRole('radio', { name: /E-mail to the resident/ })).toBeChecked();
  await expectNoAxeFaults(document.querySelector('dialog') ?? document.body);
  await userEvent.fill(page.getByRole('textbox', { name: 'Words to the group' }), 'The lamps burn again.');
  const preview = page.getByRole('region', { name: 'What they read' });
  await expect
    .element(preview)
    .toHaveTextContent(/Subject: Loud cars by the Tern Park lot \(C-0388\).*The lamps burn again\./);
  await userEvent.click(page.getByRole('button', { name: 'Close it and send' }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(sent).toMatchObject([
    { path: 'status', body: { act: 'close', mail: 'resident', words: 'The lamps burn again.' } },
  ]);
});

test('who did not ask to be written to cannot be; arrow keys reach “nobody is told yet”, on a phone too', async () => {
  const { sent, host } = await open(withReach(null), 390);
  await more('Close it');
  await expect.element(page.getByRole('radio', { name: /E-mail to the resident/ })).toBeDisabled();
  await expect.element(page.getByRole('radio', { name: /Dana Ortiz/ })).toBeChecked();
  await userEvent.fill(page.getByRole('textbox', { name: 'Words to the group' }), 'Nothing more can be done.');
  page
    .getByRole('radio', { name: /Dana Ortiz/ })
    .element()
    .focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(page.getByRole('radio', { name: /Nobody is told yet/ })).toBeChecked();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(sent).toMatchObject([{ body: { act: 'close', mail: 'nobody' } }]);
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
});

test('it is given another owner, from the keyboard alone', async () => {
  const { sent } = await open(aStory());
  const button = page.getByRole('button', { name: 'More', exact: true });
  await expect.element(button).toBeVisible();
  button.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menuitem', { name: 'Give it another owner' })).toBeVisible();
  const isThere = () => document.activeElement?.textContent === 'Give it another owner';
  for (let i = 0; i < 20 && !isThere(); i++) await userEvent.keyboard('{ArrowDown}');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('combobox', { name: 'Owner' })).toBeVisible();
  await expectNoAxeFaults(document.querySelector('dialog') ?? document.body);
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Owner' }), 'Analyst Boateng');
  page.getByRole('combobox', { name: 'Owner' }).element().focus();
  await userEvent.keyboard('{Tab}{Tab}{Enter}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(sent).toEqual([{ path: 'assign', body: { revision: 4, ownerId: 'p-boateng' } }]);
});

test('it is merged into one that is alike, or into any other by its reference', async () => {
  const { sent } = await open(aStory());
  await more('Merge it into another');
  await expect.element(page.getByRole('radio', { name: /C-0391 Stereos.*90 m away/ })).toBeVisible();
  await expectNoAxeFaults(document.querySelector('dialog') ?? document.body);
  await userEvent.click(page.getByRole('radio', { name: /C-0391/ }));
  await userEvent.click(page.getByRole('button', { name: 'Merge into C-0391' }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await more('Merge it into another');
  await userEvent.click(page.getByRole('radio', { name: /Another one/ }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Reference' }), 'c-0402');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(sent.map(({ path, body }) => [path, body.into])).toEqual([
    ['merge', 'C-0391'],
    ['merge', 'C-0402'],
  ]);
});

test('a closed one is reopened with its reason, and says where its answer is still owed', async () => {
  const closed = { status: 'closed', closedOn: '2024-12-20', closeReason: 'resolved', closeWords: 'Done.' } as const;
  const { sent, host } = await open(aStory(closed));
  await expect.element(page.getByRole('heading', { name: 'The answer, not told yet' })).toBeVisible();
  await expectNoAxeFaults(host);
  await userEvent.click(page.getByRole('button', { name: 'Reopen it' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Why it is open again' }), 'Dark again.');
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Reopen it' }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(sent).toEqual([{ path: 'status', body: { act: 'reopen', revision: 4, words: 'Dark again.' } }]);
});

test('words that sound like a complaint about an officer are asked about, and kept once somebody says they are not', async () => {
  const { sent } = await open(aStory());
  const taken = globalThis.fetch;
  const detail = 'How an officer behaved is not kept here. It belongs to Professional Standards: 555-0100';
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const answer = await taken(path, init);
    const isRefused = path.endsWith('/updates') && !String(init.body).includes('"aboutOfficer":"no"');
    const errors = [{ path: 'aboutOfficer', message: 'Say no where the words are not about it.' }];
    return isRefused ? Response.json({ detail, errors }, { status: 422 }) : answer;
  });
  await more('They said more');
  await userEvent.fill(page.getByRole('textbox', { name: 'In their words' }), 'The officer saw the driver threaten us');
  await userEvent.click(page.getByRole('button', { name: 'Keep it' }));
  await expect.element(page.getByText(detail)).toBeVisible();
  await expectNoAxeFaults(document.querySelector('dialog') ?? document.body);
  await userEvent.click(page.getByRole('checkbox', { name: 'These words are not about how an officer behaved' }));
  await userEvent.click(page.getByRole('button', { name: 'Keep it' }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(sent.at(-1)?.body).toMatchObject({ kind: 'said', aboutOfficer: 'no' });
});

test('every field of the sheet is mended in one form, and only what was changed is sent', async () => {
  const { sent, host } = await open(aStory(), 390);
  await more('Edit the sheet');
  await userEvent.fill(page.getByRole('textbox', { name: 'How often' }), 'Every evening');
  await userEvent.fill(page.getByRole('textbox', { name: 'Since' }), 'June');
  await userEvent.fill(page.getByRole('textbox', { name: 'People who said it' }), '5');
  await userEvent.fill(page.getByRole('textbox', { name: 'Case and call numbers' }), '24-0417; CFS 88120,');
  await userEvent.fill(page.getByLabelText('Heard', { exact: true }), '2024-10-06T19:00');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Safety now' }), 'Yes');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Language' }), 'Spanish');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'How it came' }), 'By phone');
  await userEvent.fill(page.getByRole('textbox', { name: 'Phone or e-mail' }), '555-0199');
  await expectNoAxeFaults(document.querySelector('dialog') ?? document.body);
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
  await userEvent.click(page.getByRole('button', { name: 'Keep it' }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(sent.at(-1)?.body).toEqual({
    ...{ revision: 4, howOften: 'Every evening', since: 'June', peopleCount: 5, safetyNow: true, language: 'es' },
    ...{
      caseNumbers: ['24-0417', 'CFS 88120'],
      heardAt: '2024-10-06T19:00:00',
      way: 'phone',
      contactReach: '555-0199',
    },
  });
});

test('who wishes afterward to stay unnamed loses name and phone, also where the reader sees neither', async () => {
  const { sent } = await open({ ...aStory({ contactName: '', contactReach: '' }), hidesReach: true });
  await expect.element(page.getByText('with the owner and the coordinator')).toBeVisible();
  await more('Edit the sheet');
  await expect.element(page.getByRole('textbox', { name: 'Their name' })).not.toBeInTheDocument();
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Contact' }), 'Stays unnamed');
  await userEvent.click(page.getByRole('button', { name: 'Keep it' }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(sent.at(-1)?.body).toEqual({ revision: 4, contactWish: 'anonymous', contactName: '', contactReach: '' });
});

test('the sheet says what came of it: next step, referral, the last word to them, and once closed whether they agree', async () => {
  const closed = { status: 'closed', closedOn: '2024-12-20', closeReason: 'resolved', closeWords: 'Done.' } as const;
  await open(aStory({ ...closed, residentAgrees: true }));
  const sheet = page.getByRole('region', { name: 'Intake sheet' });
  await expect.element(sheet).toHaveTextContent(/Next stepTell the group what changed\., by Jan 16/i);
  await expect.element(sheet).toHaveTextContent(/ReferredCity, street lamps \(Silent 51 days\)/);
  await expect.element(sheet).toHaveTextContent(/Last word to them.*Dec/);
  await expect.element(sheet).toHaveTextContent(/OutcomeClosed Dec 20.*: Resolved\. Done\./);
  await expect.element(sheet).toHaveTextContent(/They agreeYes/);
});
