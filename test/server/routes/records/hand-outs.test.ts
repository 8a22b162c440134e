import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { HandOut, type HandOutChoices, type HandOutDesk, Recount } from '#data/schema/records/hand-out.ts';
import type { Role } from '#data/schema/release-level.ts';
import { findChromium } from '#server/documents/find-chromium.ts';
import { makeHandOut } from '#server/hand-out/desk/make-hand-out.ts';
import { systemActing } from '#server/store/record-store.ts';
import { actingAs, NOW } from '#test/fixture/record-desk.ts';
import { openDeskTown } from '#test/server/hand-out/desk/desk-town.ts';

const town = await openDeskTown();
const { ask, officer, put } = town;
const GROUP = '/api/records/groups/eastbank';
const DRAFT = `${GROUP}/hand-out/draft`;
const DAYS = { meetingId: 'M-0002', from: '2026-11-20', to: '2026-12-13' };
const NOTHING: HandOutChoices = { items: [], words: {}, line: null };

const keep = (revision: number | null, choices: Partial<HandOutChoices> = {}, fields: object = {}) =>
  ask(officer, 'PUT', DRAFT, { ...DAYS, ...fields, choices: { ...NOTHING, ...choices }, revision });
const release = ({ draft, factsHash }: HandOutDesk) =>
  ask(officer, 'POST', `${GROUP}/hand-outs`, { revision: draft?.revision ?? null, factsHash });
const countOf = (query: ReturnType<typeof sql>) =>
  town.store.as(systemActing(NOW), async (tx) => Number((await tx.execute<{ n: number }>(query)).rows[0]?.n));

beforeAll(async () => {
  await put.concern('C-0001', { title: 'Noise at night' });
  await put.concern('C-0002', { title: 'Cars by the park' });
});

test('a draft is kept by its revision: whoever saw another one is shown how it stands, and nothing is lost', async () => {
  expect((await keep(null, { items: ['concern/C-0001'] })).json).toMatchObject({ revision: 1, ...DAYS });
  const twice = await keep(null);
  expect([twice.status, twice.json.current.choices.items]).toEqual([409, ['concern/C-0001']]);
  expect((await keep(1, { items: ['concern/C-0002', 'concern/C-0001'] })).json).toMatchObject({ revision: 2 });
  const stale = await keep(1);
  expect([stale.status, stale.json.current.revision]).toEqual([409, 2]);
  const { facts, draft } = await town.desk();
  expect(facts.items.map(({ itemId }) => itemId)).toEqual(['concern/C-0002', 'concern/C-0001']);
  expect(draft?.revision).toBe(2);
  expect((await ask(officer, 'DELETE', `${DRAFT}?revision=1`)).status).toBe(409);
  expect((await ask(officer, 'DELETE', `${DRAFT}?revision=2`)).status).toBe(204);
  expect((await ask(officer, 'DELETE', `${DRAFT}?revision=2`)).status).toBe(404);
  expect((await keep(2)).status).toBe(409);
});

test.each([
  [{ from: '2026-12-10', to: '2026-12-01' }, 'from'],
  [{ to: '2026-12-14' }, 'to'],
  [{ from: '2024-01-01' }, 'from'],
  [{ from: '2025-01-01' }, 'from'],
  [{ meetingId: 'M-9999' }, 'meetingId'],
  [{ from: 'soon' }, 'from'],
])('a draft of %o is refused by its field %s', async (fields, path) => {
  const { status, json } = await keep(null, {}, fields);
  expect([status, json.errors[0].path]).toEqual([422, path]);
});

test('a draft that names an item twice is refused', async () => {
  const { status, json } = await keep(null, { items: ['tip/noise/1', 'tip/noise/1'] });
  expect([status, json.errors[0].path]).toEqual([422, 'choices.items']);
});

test('a page with a fault is not released, and each fault is named by its field', async () => {
  await put.phone('');
  const words = { 'concern/C-0001': { said: { en: 'Call 555-0177', es: null } } };
  await keep(null, { items: ['concern/C-0001'], words });
  const { status, json } = await release(await town.desk());
  expect([status, json.errors.map(({ path }: { path: string }) => path)]).toEqual([
    422,
    ['page.phone', 'concern/C-0001.said.en'],
  ]);
  await put.phone('555-0142');
  await ask(officer, 'DELETE', `${DRAFT}?revision=1`);
});

test.skipIf(findChromium() === null)(
  'a page that fits on no sheet is refused before anything is frozen or told, with its language and its paper named',
  async () => {
    const tall = (letters: number) => 'Hm. '.repeat(letters / 4).trim();
    const words = { said: tall(160), did: tall(320), notYet: tall(260) };
    const both = Object.fromEntries(Object.entries(words).map(([field, en]) => [field, { en, es: en }]));
    await put.promise('PM-0001', { words: tall(360) });
    await keep(null, {
      ...{ items: ['concern/C-0001', 'promise/PM-0001', 'line'], words: { 'concern/C-0001': both } },
      line: { en: tall(360), es: tall(360) },
    });
    const desk = await town.desk();
    expect(desk.faults).toEqual([]);
    const { status, json } = await release(desk);
    expect(status).toBe(422);
    expect(json.errors).toContainEqual({
      path: 'page.items.es',
      message:
        'In Spanish, the page does not fit on one sheet of Letter: leave out one item, or say it in fewer words.',
    });
    expect(await countOf(sql`select count(*)::int as n from hand_out`)).toBe(0);
    expect(await countOf(sql`select count(*)::int as n from told_cell`)).toBe(0);
    expect((await town.desk()).draft?.revision).toBe(desk.draft?.revision);
    await ask(officer, 'DELETE', `${DRAFT}?revision=${desk.draft?.revision}`);
  },
);

test('where a fact is another than was seen, nothing is released, and the desk comes along as it is now', async () => {
  const seen = await town.desk();
  await put.update('C-0001', 'did', '2026-12-11T10:00:00', 'Patrols on Friday.');
  const { status, json } = await release(seen);
  expect(status).toBe(409);
  expect(json.current.factsHash).toBe((await town.desk()).factsHash);
  expect(json.current.factsHash).not.toBe(seen.factsHash);
  const stale = { revision: 7, factsHash: json.current.factsHash };
  expect((await ask(officer, 'POST', `${GROUP}/hand-outs`, stale)).status).toBe(409);
  expect(await countOf(sql`select count(*)::int as n from told_cell`)).toBe(0);
});

test('a release freezes the page under a reference and a code, keeps what it told, is audited, and takes the draft away', async () => {
  const line = { en: 'Thank you for the lights.', es: 'Gracias por las luces.' };
  await keep(null, { items: ['concern/C-0001', 'line', 'tip/noise/1'], line });
  const desk = await town.desk();
  const { status, json } = await release(desk);
  expect(status).toBe(201);
  const made = HandOut.parse(json);
  expect(made).toMatchObject({
    ...{ ...DAYS, handOutId: 'HO-0001', groupId: 'eastbank', hash: desk.factsHash },
    ...{ releasedAt: NOW, releasedBy: 'p-officer', withdrawnAt: null },
  });
  expect(made.code).toMatch(/^CB-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await put.update('C-0001', 'did', '2026-12-12T10:00:00', 'More of it.');
  const { json: kept } = await ask(officer, 'GET', '/api/records/hand-outs/HO-0001');
  expect(kept).toEqual({ handOut: made, facts: desk.facts });
  const counts = desk.facts.calls.lines.filter(({ shown }) => shown !== 'withheld');
  expect(
    await countOf(sql`select count(*)::int as n from told_cell where hand_out_id = 'HO-0001'`),
  ).toBeGreaterThanOrEqual(counts.filter(({ shown }) => shown === 'count').length);
  expect(
    await countOf(sql`select count(*)::int as n from audit where record_id = 'HO-0001' and person_id = 'p-officer'`),
  ).toBe(1);
  expect((await town.desk()).draft).toBeNull();
});

test('the same page is not released twice, also by two at once', async () => {
  const desk = await town.desk();
  const both = await Promise.all([release(desk), release(desk)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await release(await town.desk())).status).toBe(409);
  const { json } = await ask(officer, 'GET', '/api/records/hand-outs?groupId=eastbank');
  expect(json.map(({ handOutId }: HandOut) => handOutId)).toEqual(['HO-0002', 'HO-0001']);
});

test('a page is found by its meeting and by its code, however it is read out, and its numbers are counted again', async () => {
  const { json } = await ask(officer, 'GET', '/api/records/hand-outs?meetingId=M-0002');
  const [{ code, handOutId }] = HandOut.array().parse(json).slice(-1) as [HandOut];
  for (const said of [code, code.toLowerCase(), code.slice(3).replaceAll('0', 'o').replaceAll('1', 'l')])
    expect((await ask(officer, 'GET', `/api/records/hand-out-codes/${said}`)).json.handOutId, said).toBe(handOutId);
  expect((await ask(officer, 'GET', '/api/records/hand-out-codes/CB-0000-0000')).status).toBe(404);
  const recount = Recount.parse((await ask(officer, 'GET', `/api/records/hand-outs/${handOutId}/recount`)).json);
  expect(recount.lines.length).toBeGreaterThan(3);
  for (const { printed, now } of recount.lines) expect(now).toBe(printed);
});

test('a page is withdrawn once, with the reason; what it told stays told', async () => {
  const before = await countOf(sql`select count(*)::int as n from told_cell`);
  const path = '/api/records/hand-outs/HO-0002/withdrawal';
  expect((await ask(officer, 'POST', path, { why: 'The wrong meeting.' })).json).toMatchObject({
    ...{ withdrawnAt: NOW, withdrawnWhy: 'The wrong meeting.' },
  });
  expect((await ask(officer, 'POST', path, { why: 'Again.' })).status).toBe(422);
  expect(await countOf(sql`select count(*)::int as n from told_cell`)).toBe(before);
  for (const id of ['HO-9999', 'HO-0002x']) {
    expect((await ask(officer, 'POST', `/api/records/hand-outs/${id}/withdrawal`, { why: 'None.' })).status).toBe(404);
    expect((await ask(officer, 'GET', `/api/records/hand-outs/${id}`)).status).toBe(404);
  }
});

test('Spanish that was written once is there again for the same words', async () => {
  const said = { en: 'Cars by the park', es: 'Carros junto al parque' };
  await keep(null, { items: ['concern/C-0002'], words: { 'concern/C-0002': { said } } });
  await release(await town.desk());
  const { offered, facts } = await town.desk();
  expect(offered.find(({ itemId }) => itemId === 'concern/C-0002')).toMatchObject({ said });
  expect(facts.items.find(({ itemId }) => itemId === 'concern/C-0002')).toMatchObject({ said });
  const reworded = { en: 'Fast cars', es: null };
  await keep(null, { items: ['concern/C-0002'], words: { 'concern/C-0002': { said: reworded } } });
  expect((await town.desk()).facts.items).toMatchObject([{ said: reworded }]);
  await ask(officer, 'DELETE', `${DRAFT}?revision=1`);
});

test('a page made without anybody leaves out what has a fault and says why; the same one is not made anew', async () => {
  await put.representative('RP-1', 'Odile Marchetti');
  await put.concern('C-0003', { title: 'Call Odile at 555-0177', heardAt: '2026-12-12T10:00:00' });
  const days = { from: '2026-11-20', to: '2026-12-13' };
  const { handOut, leftOut } = await makeHandOut(town.home, town.store, officer, 'eastbank', days);
  expect(leftOut).toMatchObject([
    { itemId: 'concern/C-0003', kind: 'name' },
    { itemId: 'concern/C-0003', kind: 'phone' },
  ]);
  const { facts } = (await ask(officer, 'GET', `/api/records/hand-outs/${handOut.handOutId}`)).json;
  expect(JSON.stringify(facts.items)).not.toMatch(/Odile|555/);
  expect(facts.items.map(({ itemId }: { itemId: string }) => itemId)).toContain('concern/C-0001');
  const again = await makeHandOut(town.home, town.store, officer, 'eastbank', days);
  expect(again.handOut).toEqual(handOut);
  await put.phone('');
  await expect(makeHandOut(town.home, town.store, officer, 'eastbank', days)).rejects.toThrow(/one number to call/);
});

test.each<[Role, number, number]>([
  ['coordinator', 200, 201],
  ['analyst', 200, 403],
  ['auditor', 200, 403],
  ['city-partner', 403, 403],
  ['wall', 403, 403],
])('%s: reading answers %i, and writing %i', async (role, reading, writing) => {
  await put.phone('555-0142');
  const acting = actingAs(role);
  expect((await ask(acting, 'GET', `${GROUP}/hand-out`)).status).toBe(reading);
  expect((await ask(acting, 'GET', '/api/records/hand-outs')).status).toBe(reading);
  const body = { ...DAYS, choices: NOTHING, revision: null };
  const wrote = await ask(acting, 'PUT', DRAFT, body);
  expect(wrote.status === 200 ? 201 : wrote.status).toBe(writing);
  if (wrote.status === 200) await ask(acting, 'DELETE', `${DRAFT}?revision=1`);
});
