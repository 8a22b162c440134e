import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedHome, serveHome } from './serve-home.ts';

let served: ServedHome;
beforeAll(async () => {
  served = await serveHome();
});
afterAll(() => served.remove());

const SHEET = {
  ...{ words: 'Lamps are out.', title: '', category: null, way: 'phone', heardAt: '2025-01-02T03:00:00', place: null },
  ...{ placeWords: 'Pell Street', placeConfidence: 'words-only', groupIds: [], whenHappens: '', since: '' },
  ...{ howOften: '', whoAffected: '', safetyNow: false, peopleCount: null, contactWish: 'none-given' },
  ...{ contactName: '', contactReach: '', language: 'en', efforts: '', recommendedSolutions: '', caseNumbers: [] },
  ...{ aboutOfficer: 'no', meetingId: null },
};

test('who acts is named in full, title first, and a new title changes nothing that was written', async () => {
  const filed = await served.appFor('officer').request('/api/records/concerns', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...SHEET, clientKey: randomUUID() }),
  });
  expect(filed.status, await filed.text()).toBe(201);
  const told = async () => (await served.appFor('coordinator').request('/api/records/notices?scope=mine')).json();
  expect(await told()).toMatchObject([{ words: 'Filed by CRO Dana Whitlock; Pell Street.' }]);
  await served.records.pool.query(`update person set title = 'Sergeant' where name = 'Dana Whitlock'`);
  expect(await told()).toMatchObject([{ words: 'Filed by CRO Dana Whitlock; Pell Street.' }]);
});
