import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { homeFolder } from '#test/fixture/home-folder.ts';
import { freshStore } from '#test/fixture/record-desk.ts';
import { smallCity } from '#test/fixture/reports/city.ts';
import { fillStore } from '#test/fixture/reports/fill.ts';
import { hear } from './hear.ts';

const store = await freshStore();
const { rows } = await store.pool.query<{ name: string }>('select current_database() as name');
const home = await homeFolder('report');
beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', `${inject('postgres')}/${rows[0]?.name}`);
  await fillStore(store, smallCity);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

const file = (name: string) => join(home, name);
const report = (...words: string[]) => hear('report', ...words, '--home', home);

test('the division’s month is drafted from the records and written as a page', async () => {
  const out = file('month.html');
  const said = await report('monthly', '--period', '2026-06', '--out', out);
  expect([said.code, said.err]).toEqual([0, '']);
  expect(said.out.split('\n')[0]).toBe(`Report 2026-06/division (draft) is in ${out}.`);
  expect(await readFile(out, 'utf8')).toMatch(/^<!doctype html>/i);
});

test('an officer’s month and a group’s are each their own report, said as JSON when asked', async () => {
  const month = ['monthly', '--period', '2026-06', '--json'];
  const officer = JSON.parse((await report(...month, '--officer', 'p-whitlock', '--out', file('o.html'))).out);
  expect(officer).toMatchObject({ reportId: '2026-06/p-whitlock', status: 'draft', out: file('o.html') });
  const group = JSON.parse((await report(...month, '--group', 'eastbank', '--out', file('g.html'))).out);
  expect(group.reportId).toBe('2026-06/eastbank');
  expect(await readFile(file('g.html'), 'utf8')).toContain('Eastbank');
});

test('a quarter is written as a document and says what it still lacks before it can be sent', async () => {
  const { code, out } = await report('quarterly', '--period', '2026-Q2', '--out', file('quarter.docx'));
  expect(code).toBe(0);
  expect(out).toMatch(/^Report 2026-Q2 \(draft\) is in /);
  expect((await readFile(file('quarter.docx'))).subarray(0, 2).toString()).toBe('PK'); // a zip, as a .docx is
});

test('asked for again it is the same report, and each writing is in the audit', async () => {
  await report('monthly', '--period', '2026-06', '--out', file('again.html'));
  const kept = await store.pool.query(`select count(*)::int as n from report where report_id = '2026-06/division'`);
  expect(kept.rows).toEqual([{ n: 1 }]);
  const audit = await store.pool.query(
    `select person_id as who, words from audit where action = 'export' and record_id = '2026-06/division'`,
  );
  expect(audit.rows).toEqual([
    { who: 'system', words: 'Command line' },
    { who: 'system', words: 'Command line' },
  ]);
});

const OUT = ['--out', file('no.html')];
test.each([
  [['yearly', '--period', '2026', ...OUT], 2, /yearly.*is invalid.*monthly, quarterly/],
  [['monthly', ...OUT], 2, /required option '--period <period>' not specified/],
  [['monthly', '--period', '2026-06'], 2, /required option '--out <file>' not specified/],
  [['monthly', '--period', '2026-06', '--out', file('no.txt')], 2, /no\.txt: end it in \.pdf, \.docx, \.html/],
  [['monthly', '--period', 'June', ...OUT], 2, /--period June: name a month as 2026-11, a quarter as 2026-Q3/],
  [['monthly', '--period', '2026-Q2', ...OUT], 3, /Name a month, as 2026-11\./],
  [['quarterly', '--period', '2026-06', ...OUT], 3, /Name a quarter, as 2026-Q3\./],
  [['quarterly', '--period', '2026-Q2', '--officer', 'p-ames', ...OUT], 2, /leave out --officer and --group/],
  [['monthly', '--period', '2026-06', '--officer', 'p-ames', '--group', 'eastbank', ...OUT], 2, /not both/],
  [['monthly', '--period', '2026-06', '--officer', 'p-nobody', ...OUT], 3, /p-nobody is nobody we know/],
  [['monthly', '--period', '2999-01', ...OUT], 3, /2999-01 has not begun yet/],
])('report %s is refused in one line, and writes nothing', async (words, expected, why) => {
  const { code, out, err } = await report(...words);
  expect([code, out]).toEqual([expected, '']);
  expect(err).toMatch(why);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(existsSync(file('no.html'))).toBe(false);
});
