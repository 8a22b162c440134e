import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { type Accounts, openAccounts } from '#server/auth/accounts.ts';
import { addAccount } from '#server/auth/keep-accounts.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { writeBackup } from '#server/store/backup.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { restoreBackup } from '#server/store/restore.ts';
import { homeFolder } from '#test/fixture/home-folder.ts';
import { freshStore, NOW } from '#test/fixture/record-desk.ts';

const served = await freshStore();
const empty = await freshStore();
const folder = await homeFolder('restore');
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (records: RecordStore): Promise<Accounts> =>
  openAccounts({
    records,
    secret: 'of the tests, and of them only',
    publicUrl: 'http://localhost',
    nowLocal: () => NOW,
  });

test('the backup of a home that people sign in to comes back in an empty one, with their accounts', async () => {
  const before = await open(served);
  const given = { name: 'Ada', title: '', role: 'analyst', email: 'ada@department.example' } as const;
  const { person, password } = await addAccount(before, systemActing(NOW), { ...given, unit: null, district: null });
  await before.close();
  const file = join(folder, 'served.tar.gz');
  await writeBackup(join(folder, 'one'), served, file, NOW);

  const { rows } = await empty.pool.query<{ name: string }>('select current_database() as name');
  const place = { home: join(folder, 'two'), databaseUrl: `${inject('postgres')}/${rows[0]?.name}` };
  await restoreBackup(file, place, async () => NOW);
  const after = await open(empty);
  const tried = await signIn(after, { email: given.email, password }, 'a browser');
  await after.close();
  expect(tried).toMatchObject({ is: 'in', person: { personId: person.personId } });
});
