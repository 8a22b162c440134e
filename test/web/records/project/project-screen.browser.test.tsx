import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ProjectChange } from '#data/schema/records/project-change.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { ProjectScreen } from '#web/records/project/project-screen.tsx';

const weekly = (level: number) => Array.from({ length: 32 }, (_, week) => (week % 3 === 0 ? level + 1 : level));
const CHANGE: ProjectChange = {
  entry: {
    ...{ entryId: 'PR-0001', kind: 'project', groupId: 'canal-basin', concernIds: [], status: 'assessment' },
    ...{ title: 'Drug dealing at the Canal Basin steps', ownerId: 'p-sorrel', happenedOn: '2026-03-16', dueOn: null },
    ...{ release: 'internal', released: null, approvedBy: null, approvedOn: null, revision: 1 },
    ...{
      createdAt: '2026-03-16T09:00:00',
      createdBy: 'p-sorrel',
      updatedAt: '2026-03-16T09:00:00',
      updatedBy: 'p-sorrel',
    },
    fields: {
      problem: 'Dealing on the steps by the lock.',
      findings: 'Buyers park on Canal Street and walk.',
      goals: ['Half as many drug calls'],
      strategies: [{ what: 'Gate closed at nine', who: 'City, parks', byDay: '2026-05-04', state: 'done' }],
      beganOn: '2026-05-04',
      summary: 'Calls fell in the basin and rose next door.',
    },
  },
  groupName: 'Canal Basin',
  sentence:
    'Fell by about 31 calls more than the comparison: 27 calls in 32 weeks, where about 58 calls would have come.',
  more: ['By chance alone it could have been 36 to 80.', 'Next door, within 500 meters: 16 before, 25 since.'],
  whenKnown: 'A fall by three in ten would show after about 40 weeks: 8 more.',
  kinds: ['Drugs'],
  ground: 'Canal Basin, inside the boundary that held on May 4, 2026',
  control: 'Linden Flats, chosen in the record',
  ringMeters: 500,
  state: 'counted',
  found: {
    ...{ verdict: 'no-clear-change', weeks: 32, observed: 27, expected: 58, low: 36, high: 80 },
    ...{ before: { from: '2025-09-22', to: '2026-05-03' }, after: { from: '2026-05-04', to: '2026-12-13' } },
    zones: [
      { zone: 'treated', name: 'Canal Basin', counts: [49, 27] },
      { zone: 'control', name: 'Linden Flats, the comparison', counts: [22, 31] },
      { zone: 'ring', name: 'Next door, within 500 m', counts: [16, 25] },
    ],
    lines: [
      { zone: 'treated', before: weekly(2), after: weekly(1) },
      { zone: 'control', before: weekly(0), after: weekly(1) },
      { zone: 'ring', before: weekly(0), after: weekly(0) },
    ],
  },
  leftOut: ['2 calls lie next to both; they count next to the ground.'],
  source: { titles: ['Calls for service'], lastDay: '2026-12-13', cutoffLocal: '2026-12-14T05:34:00' },
  caveat: 'It says that something changed against the control, not why.',
  convention: 'Weighted displacement difference.',
};

const answerWith = (answer: unknown, status = 200) => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${path} ${init?.body ?? ''}`);
    return path.includes('/change') ? Response.json(answer, { status }) : Response.json({});
  });
  return asked;
};
const show = (width = 1280) =>
  showScreenAt({ screen: ProjectScreen, path: '/projects/$entryId', address: '/projects/PR-0001' }, 'officer', width);
const faults = async (host: HTMLElement) =>
  (await axe.run(host)).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
afterEach(() => vi.unstubAllGlobals());

test.each([1280, 390])(
  'at %i px the answer stands first, in the frame of the four steps, with its weeks and its rows',
  async (width) => {
    answerWith(CHANGE);
    const host = await show(width);
    await expect.element(page.getByText(/^Fell by about 31 calls more than the comparison/)).toBeVisible();
    const steps = [...host.querySelectorAll('section h2')].map((head) => head.textContent);
    expect(steps).toEqual(['1 Scanning', '2 Analysis', '3 Response', '4 Assessment']);
    const said = host.textContent ?? '';
    expect(said.indexOf('Fell by about 31')).toBeLessThan(said.indexOf('1 Scanning'));
    expect(said).toContain('When we will know. A fall by three in ten');
    expect(said).toContain('2 calls lie next to both');
    await expect.element(page.getByRole('img', { name: /Calls a week, 32 weeks before and after/ })).toBeVisible();
    await expect.element(page.getByRole('row', { name: 'Canal Basin 49 27 −22' })).toBeInTheDocument();
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
    expect(await faults(host)).toEqual([]);
  },
);

test('every week of the picture can be read as a row, opened by key', async () => {
  answerWith(CHANGE);
  const host = await show();
  await expect.element(page.getByText('Every week as a row')).toBeVisible();
  host.querySelector('summary')?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('row', { name: 'Sep 22 3 1 1' })).toBeVisible();
});

test.each([
  ['no-day', 1],
  ['no-kind', 1],
  ['no-week', 0],
] as const)('with %s the record still stands, and filling it in is offered where a person can', async (state, ways) => {
  const sentence = 'There is no day to count from: say on which day the response began.';
  answerWith({ ...CHANGE, state, sentence, found: null, more: [], whenKnown: null, control: null });
  const host = await show();
  await expect.element(page.getByText('Nothing is counted yet')).toBeVisible();
  await expect.element(page.getByText(sentence)).toBeVisible();
  await expect.element(page.getByText('Dealing on the steps by the lock.')).toBeVisible();
  expect(page.getByRole('link', { name: 'Fill it in' }).elements()).toHaveLength(ways);
  expect(await faults(host)).toEqual([]);
});

test('counts that are withheld are hatched and named, and no picture is drawn of them', async () => {
  const zones = CHANGE.found?.zones.map((zone) => ({ ...zone, counts: [null, null] }));
  const found = { ...CHANGE.found, zones, lines: [], observed: null, expected: null, low: null, high: null };
  answerWith({ ...CHANGE, found, sentence: 'Some of the counts are withheld to protect people.', more: [] });
  const host = await show();
  await expect.element(page.getByText('Some of the counts are withheld to protect people.')).toBeVisible();
  expect(host.textContent?.match(/Withheld/g)).toHaveLength(3);
  expect(host.querySelector('[role="img"]')).toBeNull();
});

test('printing is told to the audit, and the paper says who printed it and that it stays inside', async () => {
  const asked = answerWith(CHANGE);
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
  const host = await show();
  await page.getByRole('button', { name: 'Print' }).click();
  expect(print).toHaveBeenCalledOnce();
  expect(asked.find((each) => each.startsWith('POST /api/audit/acts'))).toContain(
    '"kind":"project","recordId":"PR-0001"',
  );
  expect(host.textContent).toContain('Not for handing out. Printed by Oduya, Dec 14, 2026 07:42.');
});

test.each([
  [403, 'Counts by place are not open to your role', 0],
  [404, 'This project cannot be shown', 0],
  [500, 'This project cannot be shown', 1],
])('an answer of %i is told as “%s”', async (status, title, retries) => {
  answerWith({ detail: 'Why it is so.' }, status);
  await show();
  await expect.element(page.getByText(title)).toBeVisible();
  expect(page.getByRole('button', { name: 'Try again' }).elements()).toHaveLength(retries);
});
