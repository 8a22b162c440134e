import { beforeAll, expect, test } from 'vitest';
import { PROGRAMS } from '#data/register/programs.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import type { ActivityTotals } from '#data/schema/records/register-answers.ts';
import { demoSource, seedDemoRecords } from '#server/commands/demo-records.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { registerRoutes } from '#server/routes/records/register.ts';
import { registerViewRoutes } from '#server/routes/records/register-views.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(newRoutes().route('/', registerRoutes(store)).route('/', registerViewRoutes(store)));
const COORDINATOR = actingAs('coordinator', 'p-corbin');
const THIRTY_MONTHS = 'from=2024-06-01&to=2026-12-31';

beforeAll(() => seedDemoRecords(store, demoSource(), () => []), 120_000);

async function listed(kind: string, more = ''): Promise<RegisterEntry[]> {
  const { json } = await ask(COORDINATOR, 'GET', `/api/records/register/${kind}?limit=200${more}`);
  expect(json.total).toBe(json.entries.length);
  return json.entries;
}
const totals = async (): Promise<ActivityTotals> =>
  (await ask(COORDINATOR, 'GET', `/api/records/program-totals?${THIRTY_MONTHS}`)).json;

test.each(PROGRAMS)(
  'V.A.1.$letter: the demo has $name under its letter, with activity, and takes more of it into the totals',
  async ({ letter, name, countsOnly }) => {
    const [program, ...twice] = (await listed('program')).filter(({ fields }) => fields.letter === letter);
    expect([program?.title, program?.status, twice]).toEqual([name, 'active', []]);
    const done = (await listed('program-activity')).filter(({ fields }) => fields.letter === letter);
    const mine = (rows: ActivityTotals) => rows.filter(({ programId }) => programId === program?.entryId);
    const before = mine(await totals());
    const sum = (counted: (row: ActivityTotals[number]) => number) =>
      before.reduce((all, row) => all + counted(row), 0);
    expect(done.length).toBeGreaterThan(0);
    expect(sum(({ times }) => times)).toBe(done.length);
    expect(sum(({ peopleReached }) => peopleReached)).toBe(
      done.reduce((all, { fields }) => all + Number(fields.peopleReached), 0),
    );
    const cells = new Set(before.map(({ groupId, quarter }) => `${groupId} ${quarter}`));
    expect(cells).toEqual(new Set(done.map((one) => `${one.groupId} ${quarterOf(one.happenedOn)}`)));
    const groupId = countsOnly ? null : 'eastbank';
    const more = countsOnly ? {} : { placeWords: 'Library', material: [{ what: 'Cards', count: 3 }] };
    const activity = {
      ...{ title: name, status: 'done', ownerId: null, groupId, concernIds: [], happenedOn: '2026-12-12', dueOn: null },
      fields: { programId: program?.entryId, peopleReached: 7, ...more },
    };
    expect((await ask(COORDINATOR, 'POST', '/api/records/register/program-activity', activity)).status).toBe(201);
    const isThere = (row: ActivityTotals[number]) => row.groupId === groupId && row.quarter === '2026-Q4';
    const was = before.find(isThere);
    expect(mine(await totals()).find(isThere)).toMatchObject({
      times: (was?.times ?? 0) + 1,
      peopleReached: (was?.peopleReached ?? 0) + 7,
    });
  },
);

test('V.A.1.a: the demo’s liaisons serve groups, neighborhoods and businesses, and the place with none is found', async () => {
  const liaisons = await listed('liaison', '&open=true');
  expect(new Set(liaisons.map(({ fields }) => fields.serves))).toContain('business');
  const { json } = await ask(COORDINATOR, 'GET', '/api/records/liaison-coverage');
  const groups = (await ask(COORDINATOR, 'GET', '/api/records/register-choices')).json.groups;
  const active: { groupId: string; status: string }[] = groups;
  const served = new Set(liaisons.map(({ groupId }) => groupId));
  const alone = active.filter(({ groupId, status }) => status === 'active' && !served.has(groupId));
  expect(json.without.map(({ groupId }: { groupId: string }) => groupId)).toEqual(alone.map(({ groupId }) => groupId));
  expect(alone.map(({ groupId }) => groupId)).toEqual(['fallow-gate']);
});

const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) + 2) / 3)}`;
