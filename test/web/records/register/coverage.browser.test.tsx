import '#web/ui/tokens.css';
import '#web/ui/base.css';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { USUAL_CHOICES } from '#data/policy/choices.ts';
import type { BoardGroup, DutyBoard } from '#data/schema/records/duty.ts';
import { square } from '#test/fixture/box.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { KindScreen } from '#web/records/register/kind-screen.tsx';
import { choicesOf, serveRegister } from './a-register.ts';

afterEach(() => vi.unstubAllGlobals());
const faultsOf = async (host: HTMLElement) =>
  (await axe.run(host)).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
const at = (kind: string) => ({ screen: KindScreen, path: '/register/$kind', address: `/register/${kind}` });

const group = (
  name: string,
  geometry: BoardGroup['geometry'],
  inactive: BoardGroup['inactive'] = null,
): BoardGroup => ({
  ...{ groupId: name.toLowerCase(), name, liaisonId: null, clock: null, inactive, geometry },
  ...{ marks: [], plans: [], lastMadeOn: null, missed: null, notice: null, representatives: [] },
});
const rest = { decidedOn: '2026-01-05', decidedBy: 'p-rosario', reason: 'Dissolved', reviewOn: null };
const quarter = { label: '2026-Q4', from: '2026-10-01', to: '2026-12-31' };
const board: DutyBoard = {
  ...{ today: '2026-12-14', quarter, choices: USUAL_CHOICES, chosenClock: 'calendar', people: [] },
  groups: [
    group('Canal', square(0, 0, 0.01)),
    group('Depot', square(0.02, 0, 0.01)),
    group('Fallow', square(0, 0.02, 0.01)),
    group('Gone', square(0.02, 0.02, 0.01), rest),
  ],
};
const without = [
  { groupId: 'fallow', name: 'Fallow', kind: 'association' },
  { groupId: 'pell', name: 'Pell Street', kind: 'business' }, // has no boundary
];

test.each([390, 1280])(
  'V.A.1.a: at %i the liaisons’ page draws the places with no liaison on a map, by name, among those that have one',
  async (width) => {
    serveRegister('coordinator', {
      '/api/records/register/liaison': () => ({ entries: [], total: 0 }),
      '/api/records/liaison-coverage': () => ({ groups: 4, without }),
      '/api/records/duties/board': () => board,
    });
    await page.viewport(width, 900);
    const host = await showScreenAt(at('liaison'), 'coordinator', width);
    const map = page.getByRole('img', { name: 'Map of the groups; without a liaison officer: Fallow' });
    await expect.element(map).toBeVisible();
    const drawn = [...map.element().querySelectorAll('path')].map((path) => getComputedStyle(path).fill);
    expect(drawn).toHaveLength(3); // the inactive one owes nobody a liaison
    expect(new Set(drawn.slice(0, 2)).size).toBe(1);
    expect(drawn[2]).not.toBe(drawn[0]);
    expect([...map.element().querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual(['Fallow']);
    await expect.element(page.getByText('1 without a boundary is in the list alone')).toBeVisible();
    const assign = page.getByRole('listitem').filter({ hasText: 'Fallow' }).getByRole('link');
    expect(assign.element().getAttribute('href')).toBe('/register/liaison/new?group=fallow');
    expect(await faultsOf(host)).toEqual([]);
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
  },
);

test.each([390, 1280])(
  'at %i activity is totaled by program and quarter, of all groups, of one, or of none',
  async (width) => {
    const row = (program: string, groupId: string | null, times: number, peopleReached: number) => ({
      ...{ programId: `PG-${program}`, program, groupId, quarter: '2026-Q4', times, peopleReached },
    });
    serveRegister('coordinator', {
      '/api/records/register-choices': () => ({
        ...choicesOf('coordinator'),
        groups: ['Eastbank', 'Canal', 'Depot'].map((name) => ({
          ...{ groupId: name.toLowerCase(), name, kind: 'association', status: 'active' },
        })),
      }),
      '/api/records/register/program': () => ({ entries: [], total: 0 }),
      '/api/records/program-totals': () => [
        row('Ident-A-Kid', 'eastbank', 2, 90),
        row('Ident-A-Kid', 'canal', 1, 40),
        row('Ident-A-Kid', null, 4, 11),
        row('Vacation Watch', null, 5, 60),
      ],
    });
    await page.viewport(width, 900);
    const host = await showScreenAt(at('program'), 'coordinator', width);
    const ident = page.getByRole('row', { name: /Ident-A-Kid/ });
    const vacation = page.getByRole('row', { name: /Vacation Watch/ });
    await expect.element(ident).toHaveTextContent('Ident-A-Kid00072 groups');
    await expect.element(vacation).toHaveTextContent('Vacation Watch0005counts only');
    const totals = page.getByRole('region', { name: 'Activity by program, group and quarter' });
    const of = totals.getByRole('combobox', { name: 'Group' });
    await userEvent.selectOptions(of, 'Eastbank');
    await expect.element(ident).toHaveTextContent('Ident-A-Kid00021 group');
    await expect.element(vacation).toHaveTextContent('Vacation Watch0000');
    await userEvent.click(totals.getByText('People reached'));
    await expect.element(ident).toHaveTextContent('Ident-A-Kid000901 group');
    await userEvent.selectOptions(of, 'Without a group');
    await expect.element(ident).toHaveTextContent('Ident-A-Kid00011');
    Object.assign(host.style, { height: '600px', display: 'flex', flexDirection: 'column' }); // as the app's frame holds it
    expect(totals.element().scrollHeight).toBeLessThanOrEqual(totals.element().clientHeight); // all fourteen, not a window of them
    expect([...of.element().querySelectorAll('option')].map(({ textContent }) => textContent)).not.toContain('Depot');
    expect(await faultsOf(host)).toEqual([]);
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
  },
);
