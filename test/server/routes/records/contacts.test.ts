import { expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { concernUpdateRoutes } from '#server/routes/records/concern-updates.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { contactRoutes } from '#server/routes/records/contacts.ts';
import { aFiling } from '#test/fixture/concern-town.ts';
import { seatDepartment } from '#test/fixture/duty-desk.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
await seatDepartment(store);
const ask = deskOf(
  newRoutes()
    .route('/', contactRoutes(store))
    .route('/', concernRecordRoutes(store))
    .route('/', concernUpdateRoutes(store)),
);
const officer = actingAs('officer');

const contact = (more: Record<string, unknown> = {}) => ({
  groupId: 'eastbank',
  representativeId: 'rep-eastbank',
  result: 'made',
  way: 'phone',
  at: '2026-12-10T10:00:00',
  officerId: 'p-officer',
  topics: 'Street lamps',
  next: '',
  ...more,
});
const post = (body: unknown) => ask(officer, 'POST', '/api/records/contacts', body);

test('a contact is logged, corrected, and a stale correction is answered with what is there', async () => {
  const { status, json: made } = await post(contact());
  expect(status).toBe(201);
  const path = `/api/records/contacts/${made.contactId}`;
  const changed = await ask(officer, 'PUT', path, contact({ topics: 'Lamps', revision: 1 }));
  expect(changed.json).toMatchObject({ topics: 'Lamps', revision: 2, createdBy: 'p-officer' });
  const stale = await ask(officer, 'PUT', path, contact({ topics: 'Other', revision: 1 }));
  expect(stale.status).toBe(409);
  expect(stale.json.current).toMatchObject({ topics: 'Lamps', revision: 2 });
});

test.each([
  ['a day to come', { at: '2026-12-20T10:00:00' }, 'at'],
  ['an unknown group', { groupId: 'nowhere' }, 'groupId'],
  ['another group’s representative', { groupId: 'coldspring' }, 'representativeId'],
  ['an unknown officer', { officerId: 'p-nobody' }, 'officerId'],
])('%s is refused by name', async (_, more, path) => {
  const { status, json } = await post(contact(more));
  expect(status).toBe(422);
  expect(json.errors.map((error: { path: string }) => error.path)).toEqual([path]);
});

test('the log is read by group, officer and days, a page at a time', async () => {
  for (const day of ['01', '02', '03'])
    await post(
      contact({ groupId: 'coldspring', representativeId: null, officerId: 'p-quill', at: `2026-11-${day}T09:00:00` }),
    );
  const query = '/api/records/contacts?groupId=coldspring&from=2026-11-01&to=2026-11-30&limit=2';
  const first = await ask(officer, 'GET', query);
  const days = (page: { at: string }[]) => page.map(({ at }) => at.slice(8, 10));
  expect(days(first.json)).toEqual(['03', '02']);
  const rest = await ask(officer, 'GET', `${query}&before=${first.json[1].contactId}`);
  expect(days(rest.json)).toEqual(['01']);
  expect((await ask(officer, 'GET', '/api/records/contacts?officerId=p-quill&to=2026-11-01')).json).toHaveLength(1);
});

test('a plan is kept until the contact is made; one for yesterday is refused', async () => {
  const plan = { groupId: 'harrow-meadow', on: '2026-12-16', what: 'Visit', officerId: 'p-officer' };
  const { json: planned } = await ask(officer, 'POST', '/api/records/planned-contacts', plan);
  expect((await ask(officer, 'POST', '/api/records/planned-contacts', { ...plan, on: '2026-12-13' })).status).toBe(422);
  const today = { ...plan, on: '2026-12-14' };
  const { json: second } = await ask(officer, 'POST', '/api/records/planned-contacts', today);
  const attempt = contact({
    groupId: 'harrow-meadow',
    representativeId: null,
    result: 'attempted',
    at: '2026-12-14T07:00:00',
  });
  await post(attempt);
  await post({ ...attempt, result: 'made' });
  const drop = (id: string) => ask(officer, 'DELETE', `/api/records/planned-contacts/${id}`, { revision: 1 });
  expect((await drop(second.plannedId)).status).toBe(404); // fulfilled today
  expect((await drop(planned.plannedId)).status).toBe(200);
});

test('who may only read cannot log', async () => {
  expect((await ask(actingAs('auditor'), 'POST', '/api/records/contacts', contact())).status).toBe(403);
  expect((await ask(actingAs('city-partner'), 'GET', '/api/records/contacts')).status).toBe(403);
  expect((await ask(null, 'GET', '/api/records/contacts')).status).toBe(401);
});

test('a contact names the concerns raised in it, and each concern tells its contacts to who may read them', async () => {
  const file = async () => (await ask(officer, 'POST', '/api/records/concerns', aFiling())).json.concern.concernId;
  const [first, second] = [await file(), await file()];
  const { status, json: made } = await post(contact({ concernIds: [first, second] }));
  expect([status, made.concernIds]).toEqual([201, [first, second]]);
  const later = contact({ at: '2026-12-11T09:00:00', way: 'consultation', concernIds: [second] });
  const { json: consultation } = await post(later);
  const storyOf = async (role: 'officer' | 'auditor', concernId: string) =>
    (await ask(actingAs(role), 'GET', `/api/records/concerns/${concernId}/story`)).json;
  const namedIn = async (role: 'officer' | 'auditor', concernId: string) =>
    (await storyOf(role, concernId)).raisedIn.map(({ contactId }: { contactId: string }) => contactId);
  expect(await namedIn('officer', first)).toEqual([made.contactId]);
  expect(await namedIn('auditor', second)).toEqual([consultation.contactId, made.contactId]); // the newest first
  const path = `/api/records/contacts/${made.contactId}`;
  expect((await ask(officer, 'PUT', path, contact({ concernIds: [second], revision: 1 }))).status).toBe(200);
  expect(await namedIn('officer', first)).toEqual([]);

  const unknown = await post(contact({ concernIds: [first, 'C-9999'] }));
  expect([unknown.status, unknown.json.errors[0].path]).toEqual([422, 'concernIds']);

  const { revision } = (await storyOf('officer', second)).concern;
  const shared = { sharedWithCity: true, revision };
  expect((await ask(officer, 'POST', `/api/records/concerns/${second}/sharing`, shared)).status).toBe(200);
  const partner = await ask(actingAs('city-partner'), 'GET', `/api/records/concerns/${second}/story`);
  expect([partner.status, partner.json.raisedIn]).toEqual([200, []]); // who reads no contacts is told of none
});
