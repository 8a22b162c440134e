import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, inject, test, vi } from 'vitest';
import { systemActing } from '#server/store/record-store.ts';
import { setting } from '#server/store/tables/people.ts';
import { square } from '#test/fixture/box.ts';
import { openGatedTown } from '#test/fixture/gated-town.ts';
import { NOW } from '#test/fixture/record-desk.ts';
import { runCli } from './run-cli.ts';

const town = await openGatedTown({ rows: 600, precision: 'month' });
const out = join(town.home, 'page.html');
const brief = (period: string) =>
  runCli('brief', '--home', town.home, '--group', 'riverside', '--period', period, '--out', out);

beforeAll(async () => {
  await town.found('riverside', square(-82.59, 35.585, 0.012));
  await town.store.as(systemActing(NOW), async (tx) => {
    await tx
      .insert(setting)
      .values({ key: 'handOut', value: { name: 'Testville Police', phone: '555-0142', email: '' } });
  });
  const { rows } = await town.store.pool.query<{ name: string }>('select current_database() as name');
  vi.stubEnv('DATABASE_URL', `${inject('postgres')}/${rows[0]?.name}`);
  return () => vi.unstubAllEnvs();
});

test('a quarter of which a month is missing yet is told up to the last month that is in, and the command says so', async () => {
  const { code, out: said, err } = await brief('2026-Q4');
  expect([code, err]).toEqual([0, '']);
  expect(said).toContain('of riverside, 2026-10-01 to 2026-11-30, is in');
  expect(said).toContain(
    'Of some calls only the month is known, and November 2026 is the last month that is in: what was asked for up to 2026-12-31 ends there.',
  );
  expect(await readFile(out, 'utf8')).toContain('October 1 to November 30, 2026');
});

test('a month that is not in yet is refused with the one to choose, and a cut month with whole ones', async () => {
  const ahead = await brief('2026-12');
  expect(ahead.code).not.toBe(0);
  expect(ahead.err).toContain('November 2026 is the last month that is in: choose 2026-11 or an earlier month');
  const cut = await brief('2026-10-16..2026-11-30');
  expect(cut.code).not.toBe(0);
  expect(cut.err).toContain('choose whole months, from 2026-10-01 to 2026-11-30');
});
