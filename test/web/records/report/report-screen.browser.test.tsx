import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Report } from '#data/schema/records/report.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { ReportScreen } from '#web/records/report/report-screen.tsx';
import { CALLS, decided, draftOfQ4, serveReport } from './a-report-server.ts';

async function open(search: string, role: 'coordinator' | 'chief' = 'coordinator', width = 1280): Promise<HTMLElement> {
  await page.viewport(width, 900);
  const address = `/reports/2026-Q4${search}`;
  const host = await showScreenAt({ screen: ReportScreen, path: '/reports/$reportId', address }, role, width);
  await expect.element(page.getByRole('navigation', { name: 'Parts of the report' })).toBeVisible();
  return host;
}
const firstOf = ({ parts }: Report, name: string) => {
  const [item] = parts.find(({ part }) => part === name)?.items ?? [];
  if (item === undefined) throw new Error(`part ${name} has no item`);
  return item;
};
const noViolations = async (host: HTMLElement) => {
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
};
afterEach(() => vi.unstubAllGlobals());

test.each([1280, 390])(
  'at %i px a draft opens with its parts, what it still lacks, and numbers that cannot be typed',
  async (width) => {
    serveReport(draftOfQ4());
    const host = await open('?part=d', 'coordinator', width);
    await expect.element(page.getByRole('heading', { level: 2, name: 'Progress on earlier concerns' })).toBeVisible();
    await expect.element(page.getByText('No item of Q3 is missing')).toBeVisible();
    const figures = [...host.querySelectorAll<HTMLElement>('article ol button')].filter((each) =>
      /^\d/.test(each.innerText),
    );
    expect(figures.length).toBeGreaterThan(0);
    expect(host.querySelectorAll('article ol [contenteditable], article ol input[type=number]')).toHaveLength(0);
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
    await noViolations(host);
  },
);

test('words are typed, saved by themselves, and the numbers beside them stay', async () => {
  const draft = draftOfQ4();
  const item = firstOf(draft, 'a');
  const server = serveReport(draft);
  await open('?part=a');
  await page.getByRole('button', { name: `Add words: ${item.title}` }).click();
  await userEvent.fill(page.getByRole('textbox', { name: `Your words on ${item.title}` }), 'The residents came twice.');
  await expect.poll(() => firstOf(server.now(), 'a').words).toBe('The residents came twice.');
  await expect.element(page.getByText(/^Oct 1 to Dec 31\. Draft, saved/)).toBeVisible();
  expect(firstOf(server.now(), 'a')).toEqual({ ...item, words: 'The residents came twice.' });
  const changes = server.asked.filter(({ method }) => method === 'PATCH');
  expect(changes.every(({ body }) => JSON.stringify(Object.keys(body)) === '["revision","items"]')).toBe(true);
});

test('an action is chosen in one press and stands in every part that names the item', async () => {
  const server = serveReport(draftOfQ4());
  const host = await open('?part=c');
  const group = page.getByRole('group', { name: /Recommended action for/ }).first();
  await group.getByRole('button', { name: 'Continue' }).click();
  await expect.poll(() => firstOf(server.now(), 'c').action).toBe('Continue');
  expect(host.querySelector('article')?.textContent).toContain('Continue');
});

test('beside a concern stand the calls of its kind, week by week, and what they come to in words', async () => {
  serveReport(draftOfQ4());
  const host = await open('?part=a');
  await page.getByRole('button', { name: 'Dumping behind Orchard Loop', exact: true }).click();
  await expect.element(page.getByText(CALLS.said)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Calls a week: dumping, Eastbank' })).toBeVisible();
  expect(host.querySelectorAll('.weeks [data-mark="unusual"]')).toHaveLength(1);
  await noViolations(host);
});

test('an item dropped from part d keeps the report from being sent, and is named', async () => {
  const whole = decided(draftOfQ4());
  const dropped = firstOf(whole, 'd');
  const parts = whole.parts.map((part) => (part.part === 'd' ? { ...part, items: part.items.slice(1) } : part));
  const server = serveReport({ ...whole, parts });
  await open('?part=d');
  await expect.element(page.getByText('1 item of the earlier report is amiss')).toBeVisible();
  await page.getByText('Which', { exact: true }).click();
  await expect
    .element(page.getByRole('button', { name: `${dropped.itemId} ${dropped.title} stood in part` }))
    .toBeVisible();
  const send = page.getByRole('button', { name: 'Send to the chief' });
  await expect.element(send).toHaveAttribute('aria-disabled', 'true');
  await send.click({ force: true });
  expect(server.asked.some(({ path }) => path.endsWith('/sending'))).toBe(false);
});

test('a whole report is sent after it was asked once more, and stays as it is from then on', async () => {
  const server = serveReport(decided(draftOfQ4()));
  const host = await open('?part=d');
  await page.getByRole('button', { name: 'Send to the chief' }).click();
  await expect.element(page.getByText('Send it for good?')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Send to the chief' }).click();
  await expect.element(page.getByText('Sent Jan 4, 2027 by Mara Corbin.')).toBeVisible();
  await expect.element(page.getByText('It says exactly what it said when it was sent.')).toBeVisible();
  expect(server.now().status).toBe('sent');
  expect(host.querySelectorAll('article textarea, article input')).toHaveLength(0);
  expect(page.getByRole('button', { name: /^(Add words|Edit words|Edit)/ }).elements()).toEqual([]);
});

test('two who wrote at the same place see both, and nothing is lost', async () => {
  const draft = draftOfQ4();
  const { itemId, title } = firstOf(draft, 'a');
  const server = serveReport(draft);
  const host = await open('?part=a');
  await page.getByRole('button', { name: `Add words: ${title}` }).click();
  server.byAnother({ items: [{ part: 'a', itemId, words: 'The lamp is out.' }] });
  await userEvent.fill(page.getByRole('textbox', { name: `Your words on ${title}` }), 'The residents came twice.');
  await expect.element(page.getByText('Somebody else changed this report while you wrote')).toBeVisible();
  expect(host.textContent).toMatch(/Yours The residents came twice\..*Theirs The lamp is out\./);
  await noViolations(host);
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(() => firstOf(server.now(), 'a').words).toBe('The residents came twice.');
});

test('two who wrote at different places clash in nothing', async () => {
  const draft = draftOfQ4();
  const { title } = firstOf(draft, 'a');
  const server = serveReport(draft);
  await open('?part=a');
  await page.getByRole('button', { name: `Add words: ${title}` }).click();
  server.byAnother({ summary: 'A quiet quarter.' });
  await userEvent.fill(page.getByRole('textbox', { name: `Your words on ${title}` }), 'The residents came twice.');
  await expect.poll(() => firstOf(server.now(), 'a').words).toBe('The residents came twice.');
  expect(server.now().summary).toBe('A quiet quarter.');
});

test('what was sent can be amended beside it by whoever sent it', async () => {
  const sent = {
    ...decided(draftOfQ4()),
    status: 'sent' as const,
    sentAt: '2027-01-04T10:00:00',
    sentBy: 'p-coordinator',
  };
  const server = serveReport({ ...sent, hash: 'f'.repeat(64) }, { mayAmend: true });
  await open('?part=a');
  await page.getByRole('button', { name: 'Write an amendment' }).click();
  await expect.poll(() => server.asked.some(({ path }) => path.endsWith('/2026-Q4/amendments'))).toBe(true);
  expect(server.now()).toEqual({ ...sent, hash: 'f'.repeat(64) });
});

test('the chief receives it with one press, and the day and name stand on it', async () => {
  const sent = {
    ...decided(draftOfQ4()),
    status: 'sent' as const,
    sentAt: '2027-01-04T10:00:00',
    sentBy: 'p-coordinator',
  };
  serveReport({ ...sent, hash: 'f'.repeat(64) }, { mayReceive: true });
  const host = await open('?part=a', 'chief');
  await page.getByRole('button', { name: 'I have received it' }).click();
  await expect.element(page.getByText('Received Jan 5, 2027 by Chief Averill.')).toBeVisible();
  await noViolations(host);
});
