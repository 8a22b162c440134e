import { beforeAll, expect, test } from 'vitest';
import { ProjectChange } from '#data/schema/records/project-change.ts';
import { withheldFrom } from '#server/brief/withheld-change.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { projectChangeRoutes } from '#server/routes/records/project-change.ts';
import { registerRoutes } from '#server/routes/records/register.ts';
import { openBriefedTown } from '#test/fixture/briefed-town.ts';
import { aGroup, coordinator, officer, squareAt } from '#test/fixture/group-town.ts';
import { actingAs, deskOf } from '#test/fixture/record-desk.ts';

const town = await openBriefedTown(12_000);
const ask = deskOf(
  newRoutes().route('/', registerRoutes(town.store)).route('/', projectChangeRoutes(town.store, town.home)),
);
const WHOLE = { callKinds: [{ category: 'noise' }, { category: 'theft' }], ringMeters: 150 };

async function changeOf(fields: object, entry: object = { groupId: 'eastbank' }): Promise<ProjectChange> {
  const body = {
    ...{ title: 'Noise at the corner', status: 'response', ownerId: null, concernIds: [], groupId: null },
    ...{ happenedOn: '2026-01-12', dueOn: null, fields: { problem: 'Noise', ...fields }, ...entry },
  };
  const made = await ask(coordinator, 'POST', '/api/records/register/project', body);
  expect(made.json).toMatchObject({ kind: 'project' });
  return ProjectChange.parse((await ask(officer, 'GET', `/api/records/projects/${made.json.entryId}/change`)).json);
}

beforeAll(async () => {
  const begin = async (groupId: string, ground: [number, number][]) => {
    await town.askGroups(coordinator, 'POST', '/api/records/groups', aGroup(groupId));
    const geometry = { type: 'Polygon', coordinates: [ground] };
    const body = { validFrom: '2024-06-14', geometry, reason: 'as drawn', revision: 1 };
    expect((await town.askGroups(officer, 'POST', `/api/records/groups/${groupId}/boundaries`, body)).status).toBe(201);
  };
  await begin('north', squareAt(-82.585, 35.605, 0.013));
  await begin('west', squareAt(-82.6, 35.605, 0.01));
});

test.each(['B.6', 'V.B.2.g'])(
  '%s: a project’s page sets what was seen against what was expected from a comparison area, and says too early or no clear change when so',
  async () => {
    const settled = await changeOf({ ...WHOLE, beganOn: '2026-06-01', comparisonGroup: 'west' }, { groupId: 'north' });
    expect(settled).toMatchObject({
      state: 'counted',
      control: 'west, chosen in the record',
      kinds: ['Theft', 'Noise'],
    });
    expect(settled.found).toMatchObject({ weeks: 28, after: { from: '2026-06-01', to: '2026-12-13' } });
    expect(settled.sentence).toMatch(
      /^No clear change yet: \d+ calls in 28 weeks, where about \d+ calls would have come/,
    );
    expect(settled.found?.expected).toBeGreaterThan(0);
    const early = await changeOf(
      { ...WHOLE, beganOn: '2026-11-09', comparisonGroup: 'west', waitWeeks: 12 },
      { groupId: 'north' },
    );
    expect(early.found?.verdict).toBe('too-early');
    expect(early.sentence).toMatch(/^Too early: 5 of 12 weeks\./);
    expect(early.whenKnown).toMatch(/would show after about \d+ weeks: \d+ more|would usually have shown/);
  },
);

test('B.6: the weeks of the chart add up to the counts, and the ground is the boundary that held when the response began', async () => {
  const { found, ground } = await changeOf({ ...WHOLE, beganOn: '2026-06-01', comparisonGroup: 'north' });
  expect(ground).toBe('eastbank, inside the boundary that held on June 1, 2026');
  for (const { zone, before, after } of found?.lines ?? []) {
    const sum = (weeks: number[]) => weeks.reduce((total, calls) => total + calls, 0);
    expect(found?.zones.find((one) => one.zone === zone)?.counts).toEqual([sum(before), sum(after)]);
  }
  expect(found?.lines.map(({ zone }) => zone)).toEqual(['treated', 'control', 'ring', 'control-ring']);
  const redrawn = await changeOf({ ...WHOLE, beganOn: '2026-11-09', comparisonGroup: 'north', ringMeters: 0 });
  expect(redrawn.found?.lines.map(({ zone }) => zone)).toEqual(['treated', 'control']);
});

test('B.6: a ground can be a point and a radius, and the comparison is found where none is named', async () => {
  const circle = { groundCenter: '35.60, -82.57', groundMeters: 400, beganOn: '2026-06-01' };
  const { ground, control } = await changeOf({ ...WHOLE, ...circle });
  expect(ground).toBe('400 meters around a point in eastbank');
  expect(control).toContain('whose weeks before were most alike of');
});

test.each([
  ['no-day', { ...WHOLE }, {}],
  ['no-ground', { ...WHOLE, beganOn: '2026-06-01' }, { groupId: null }],
  ['no-boundary', { ...WHOLE, beganOn: '2026-06-01' }, { groupId: 'groundless' }],
  ['no-kind', { beganOn: '2026-06-01' }, {}],
  ['no-control', { ...WHOLE, beganOn: '2026-06-01', comparisonGroup: 'groundless' }, {}],
  ['no-control', { ...WHOLE, beganOn: '2026-06-01', comparisonGroup: 'eastbank' }, {}],
  ['no-week', { ...WHOLE, beganOn: '2026-12-10', comparisonGroup: 'north' }, {}],
  ['few-weeks-before', { ...WHOLE, beganOn: '2024-07-01', comparisonGroup: 'north' }, {}],
])('B.6: with %s nothing is counted, and the page says what is missing', async (state, fields, entry) => {
  const change = await changeOf(fields, { groupId: 'eastbank', ...entry });
  expect(change).toMatchObject({ state, found: null });
  expect(change.sentence.length).toBeGreaterThan(30);
});

test('V.B.2.g: a reader of the public level sees no weeks, and nothing that rests on a small count', async () => {
  const change = await changeOf({
    callKinds: [{ category: 'robbery' }],
    beganOn: '2026-09-01',
    comparisonGroup: 'north',
  });
  const shown = withheldFrom('public', change);
  expect(shown.found?.zones.flatMap(({ counts }) => counts)).toEqual(Array(8).fill(null));
  expect(shown.sentence).toContain('withheld to protect people');
  expect(withheldFrom('internal', change)).toBe(change);
  const large = await changeOf({ ...WHOLE, beganOn: '2026-06-01', comparisonGroup: 'north', ringMeters: 0 });
  expect(withheldFrom('public', large).found?.lines).toEqual([]);
});

test('B.6: who may not read calls, and a project that is not there, are refused', async () => {
  const { entry } = await changeOf({ ...WHOLE, beganOn: '2026-06-01', comparisonGroup: 'north' });
  const path = `/api/records/projects/${entry.entryId}/change`;
  expect((await ask(actingAs('auditor'), 'GET', path)).status).toBe(403);
  expect((await ask(officer, 'GET', '/api/records/projects/PR-9999/change')).status).toBe(404);
});
