import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectNoAxeFaults } from '#test/fixture/axe-faults.ts';
import { square } from '#test/fixture/box.ts';
import '#web/ui/tokens.css';
import '#web/ui/base.css';
import { show } from '#test/fixture/show.tsx';
import { Compared } from '#web/methods/before-after/before-after-panel.tsx';
import { drawnGround } from '#web/methods/before-after/drawn-ground.ts';

const week = (before: number, after: number) => ({ before: Array(8).fill(before), after: Array(8).fill(after) });

const FOUND: Parameters<typeof Compared>[0]['found'] = {
  ...{ observed: 40, expected: 160, local: -120, localError: 20, displacement: 16, total: -104, totalError: 25 },
  ...{ z: -4.2, low: -153, high: -55, verdict: 'fewer', weeks: 8 },
  before: { from: '2024-01-08', to: '2024-03-03' },
  after: { from: '2024-03-04', to: '2024-04-28' },
  counts: { treated: [160, 40], control: [160, 160], ring: [16, 32], 'control-ring': [8, 8] },
  lines: [
    { zone: 'treated', ...week(20, 5) },
    { zone: 'control', ...week(20, 20) },
    { zone: 'ring', ...week(2, 4) },
    { zone: 'control-ring', ...week(1, 1) },
  ],
  matched: { areaId: 'far', weeklyGap: 1.24, among: 3 },
  controlId: 'far',
};
const areas = { nameOf: () => 'Farfield' };

test('the change is said with its interval, what moved next door, and how the control was found', async () => {
  const host = await show(<Compared found={FOUND} options={{ level: 0.95 }} areas={areas} />);
  await expect
    .element(page.getByText('With next door: 104 fewer than expected (95%: from 153 fewer to 55 fewer).'))
    .toBeVisible();
  await expect.element(page.getByText('120 fewer in the place itself and 16 more next door')).toBeVisible();
  await expect.element(page.getByText('Farfield was most alike of 3 areas that could serve')).toBeVisible();
  await expect.element(page.getByRole('row', { name: 'Next door 16 32 +16' })).toBeVisible();
  await expect.element(page.getByRole('img', { name: '8 weeks before and after' })).toBeVisible();
  await expectNoAxeFaults(host);
});

test('without rings nothing is said of next door', async () => {
  const lines = FOUND.lines.slice(0, 2);
  await show(<Compared found={{ ...FOUND, lines, matched: null }} options={{ level: 0.9 }} areas={areas} />);
  await expect.element(page.getByText('104 fewer than expected (90%: from 153 fewer to 55 fewer).')).toBeVisible();
  await expect.element(page.getByText('Control: Farfield.')).toBeVisible();
  expect(page.getByText('next door').query()).toBeNull();
});

test('the ring on the map leaves out the place and its control', () => {
  const { features } = drawnGround({
    treated: [square(0, 0, 0.01)],
    control: [square(0.011, 0, 0.01)],
    ringMeters: 300,
  });
  const labels = features.map(({ properties }) => properties.label);
  expect(labels).toEqual(['Next door', 'Next to the control', 'Control', 'Where you acted']);
  const ring = features[0]?.geometry;
  const corners = ring?.type === 'Polygon' ? ring.coordinates.flat() : [];
  const strictlyIn = ([x = 0, y = 0]: number[], west: number) =>
    x > west + 1e-9 && x < west + 0.01 - 1e-9 && y > 1e-9 && y < 0.01 - 1e-9;
  expect(corners.length).toBeGreaterThan(8);
  expect(corners.filter((corner) => strictlyIn(corner, 0) || strictlyIn(corner, 0.011))).toEqual([]);
});
