import { afterAll, beforeAll, expect, test } from 'vitest';
import { AuditVerdict } from '#data/schema/records/audit.ts';
import { keepHead } from '#server/store/audit-head.ts';
import { type ServedHome, serveHome } from './serve-home.ts';

let served: ServedHome;
beforeAll(async () => {
  served = await serveHome();
});
afterAll(() => served.remove());

const verdict = async () =>
  AuditVerdict.parse(await (await served.appFor('auditor').request('/api/audit/verdict')).json());

test('the auditor is told when the last head was kept, and where the audit leaves it', async () => {
  const { pool } = served.records;
  expect(await verdict()).toMatchObject({ brokenAt: null, heads: { kept: 0, last: null } });
  const number = await keepHead(served.home, pool, { at: '2026-12-14T02:10:00', why: 'night' });
  expect(number).toBeGreaterThan(5);
  const last = { number, at: '2026-12-14T02:10:00' };
  expect((await verdict()).heads).toMatchObject({ kept: 1, last, astray: null });
  await pool.query('alter table audit disable trigger user');
  await pool.query('delete from audit where number > 5');
  expect(await verdict()).toMatchObject({ lines: 5, brokenAt: null, heads: { astray: { ...last, isMissing: true } } });
});
