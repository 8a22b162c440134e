import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '#data/schema/release-level.ts';
import { writeBackup } from '#server/store/backup.ts';
import { born } from '#server/store/kept.ts';
import { openRecords } from '#server/store/open-records.ts';
import { restoreBackup } from '#server/store/restore.ts';
import { group } from '#server/store/tables/groups.ts';
import { findDebianPostgres, startDebianPostgres } from '#test/fixture/debian-postgres.ts';
import { actingAs, NOW } from '#test/fixture/record-desk.ts';

const bin = findDebianPostgres();
if (bin === null) console.warn('SKIPPED: no PostgreSQL of Debian here (apt-get install postgresql)');

describe.skipIf(bin === null)('the department’s own PostgreSQL (DATABASE_URL)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'commonbeat-department-'));
  chmodSync(folder, 0o711);
  let server: Awaited<ReturnType<typeof startDebianPostgres>>;
  beforeAll(async () => {
    server = await startDebianPostgres(bin ?? '');
  });
  afterAll(() => {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const open = () => openRecords({ home: join(folder, 'home'), databaseUrl: server.url });

  test('it gets the same tables, row rules and audit, and a second start finds them', async () => {
    const acting = actingAs('officer');
    const first = await open();
    await first.as(acting, (tx) =>
      tx.insert(group).values({ groupId: 'eastbank', name: 'Eastbank', kind: 'association', ...born(acting) }),
    );
    await first.close();
    const second = await open();
    const seen: Role[] = [];
    for (const role of Role.options) {
      if ((await second.as(actingAs(role), (tx) => tx.select().from(group))).length > 0) seen.push(role);
    }
    const chain = await second.pool.query('select find_audit_break() as number, count(*)::int as lines from audit');
    await second.close();
    expect(seen).toEqual(Role.options.filter((role) => !['wall', 'administrator'].includes(role)));
    expect(chain.rows).toEqual([{ number: null, lines: 1 }]);
  });

  test('its backup comes back in a PostgreSQL of our own', async () => {
    const store = await open();
    const home = join(folder, 'home');
    await writeBackup(home, store, join(folder, 'department.tar.gz'), NOW);
    await store.close();
    const ours = join(folder, 'ours');
    await restoreBackup(join(folder, 'department.tar.gz'), { home: ours }, async () => NOW);
    const restored = await openRecords({ home: ours });
    const groups = await restored.as(actingAs('officer'), (tx) => tx.select().from(group));
    await restored.close();
    expect(groups.map(({ groupId }) => groupId)).toEqual(['eastbank']);
  });
});
