import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { sumUpBriefing } from '#analysis/briefing/briefing.ts';
import type { Briefing } from '#data/schema/records/briefing.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { BriefingScreen } from '#web/records/briefing/briefing-screen.tsx';

const kind = (label: string, calls: number, low: number, high: number) => ({
  ...{ category: label.toLowerCase(), label, calls },
  usual: { low, high, expected: (low + high) / 2 },
});
const BRIEFING: Briefing = {
  ...{ groupId: 'eastbank', groupName: 'Eastbank', city: 'Small City', from: '2026-11-16', to: '2026-12-13' },
  follows: { meetingId: 'M-1', on: '2026-11-15', place: 'the library' },
  totals: sumUpBriefing([
    kind('Theft from vehicle', 33, 18, 30),
    kind('Disturbance', 47, 38, 60),
    ...['Noise', 'Alarm', 'Parking', 'Trespass', 'Crash'].map((label, at) => kind(label, 20 - at, 5, 30)),
    kind('Arson', 0, 0, 1),
    kind('Robbery', 2, 0, 6),
  ]).findings,
  boundary: { versionId: 'B-2', validFrom: '2026-12-01', isNewer: true },
  notCounted: { kinds: ['Domestic violence', 'Medical'], notPlaced: 6, monthOnly: 0 },
  source: { titles: ['Calls for service'], cutoffLocal: '2026-12-14T05:34:00', askedTo: null },
};
const answerWith = (answer: unknown, status = 200) => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${path} ${init?.body ?? ''}`);
    return path.includes('/briefing') ? Response.json(answer, { status }) : Response.json({});
  });
  return asked;
};
afterEach(() => vi.unstubAllGlobals());

test.each([1280, 390])(
  'at %i px the page says what is unusual, what is withheld, what is zero, and what is missing',
  async (width) => {
    answerWith(BRIEFING);
    const host = await showScreen(BriefingScreen, 'officer', width);
    await expect
      .element(
        page.getByText('More calls than usual: theft from vehicle 33 (usual 18 to 30). Other calls were as usual.'),
      )
      .toBeVisible();
    const said = host.textContent ?? '';
    expect(said).toContain('since the meeting of November 15, the library');
    expect(said).toContain('No calls: arson.');
    expect(said).toContain('Fewer than 5 calls, so the number is not shown, to protect people: robbery.');
    expect(said).toContain('The boundary was redrawn on December 1, 2026; all days are counted inside the new one.');
    expect(said).toContain('6 calls of the whole city could not be placed on the map');
    expect(said).toContain('Never counted here: domestic violence, medical, and what officers began themselves.');
    expect(said).toContain('It is not proof of a crime');
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
    const { violations } = await axe.run(host);
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  },
);

test('printing is told to the audit before the printer is asked', async () => {
  const asked = answerWith(BRIEFING);
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
  await showScreen(BriefingScreen, 'officer');
  await page.getByRole('button', { name: 'Print' }).click();
  expect(print).toHaveBeenCalledOnce();
  expect(asked.find((each) => each.startsWith('POST /api/audit/acts'))).toContain('"action":"print","kind":"briefing"');
});

test('days that cannot be counted are said plainly, and other days can be chosen at once', async () => {
  answerWith({ detail: 'Eastbank had no boundary on 2026-12-13: draw one, then its calls can be counted.' }, 422);
  await showScreen(BriefingScreen, 'officer');
  await expect.element(page.getByText('There is nothing to print for these days')).toBeVisible();
  await expect.element(page.getByText('draw one, then its calls can be counted')).toBeVisible();
  await expect.element(page.getByLabelText('First day')).toBeVisible();
  expect(page.getByRole('button', { name: 'Print' }).elements()).toEqual([]);
});

test('a role that may not read them is told so, without a way to try again', async () => {
  answerWith({ detail: 'Your role may not do this.' }, 403);
  await showScreen(BriefingScreen, 'city-partner');
  await expect.element(page.getByText('Hand-out totals are not open to your role')).toBeVisible();
  expect(page.getByRole('button', { name: 'Try again' }).elements()).toEqual([]);
});
