import { getTableName, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { may, type Permission } from '#data/schema/permissions.ts';
import { Role } from '#data/schema/release-level.ts';
import { born } from '#server/store/kept.ts';
import { auditAct, systemActing } from '#server/store/record-store.ts';
import { concern, concernUpdate, referral } from '#server/store/tables/concerns.ts';
import { contact, meeting, promise } from '#server/store/tables/contacts.ts';
import { designation, group, representative } from '#server/store/tables/groups.ts';
import { audit, mailIn, notice, registerEntry, report } from '#server/store/tables/notices.ts';
import { actingAs, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const system = systemActing(NOW);
const kept = born(system);
const today = NOW.slice(0, 10);

await store.as(system, async (tx) => {
  await tx.insert(group).values({ groupId: 'eastbank', name: 'Eastbank', kind: 'association', ...kept });
  await tx.insert(designation).values({
    designationId: 'd-1',
    groupId: 'eastbank',
    status: 'inactive',
    reason: 'No answer',
    decidedOn: today,
    decidedBy: 'p',
  });
  await tx.insert(representative).values({
    representativeId: 'r-1',
    groupId: 'eastbank',
    name: 'A',
    position: 'president',
    validFrom: today,
    ...kept,
  });
  const sheet = { way: 'phone', heardAt: NOW, placeConfidence: 'words-only', contactWish: 'none-given' } as const;
  await tx.insert(concern).values([
    { concernId: 'C-0001', words: 'Ana Lopez said the lamps are out', filedBy: 'p', ...sheet, ...kept },
    { concernId: 'C-0002', words: 'Dumping', filedBy: 'p', sharedWithCity: true, ...sheet, ...kept },
  ]);
  const line = { at: NOW, by: 'p', from: 'us', to: 'them', words: 'x' } as const;
  await tx.insert(concernUpdate).values([
    { updateId: 'u-1', concernId: 'C-0001', kind: 'told', ...line },
    { updateId: 'u-2', concernId: 'C-0002', kind: 'told', ...line },
    { updateId: 'u-3', concernId: 'C-0002', kind: 'note', ...line },
  ]);
  await tx.insert(referral).values({
    referralId: 'R-1',
    concernId: 'C-0002',
    to: 'City',
    isInside: false,
    whyNeeded: 'Lamps are theirs',
    referredOn: today,
    expectedBy: today,
    ...kept,
  });
  await tx.insert(contact).values({
    contactId: 'k-1',
    groupId: 'eastbank',
    result: 'made',
    way: 'phone',
    at: NOW,
    officerId: 'p',
    ...kept,
  });
  await tx
    .insert(meeting)
    .values({ meetingId: 'm-1', groupId: 'eastbank', startsAt: NOW, endsAt: NOW, place: 'Library', ...kept });
  await tx.insert(promise).values({
    promiseId: 'v-1',
    groupId: 'eastbank',
    words: 'x',
    promisedOn: today,
    dueOn: today,
    ownerId: 'p',
    ...kept,
  });
  await tx.insert(notice).values({
    noticeId: 'n-1',
    kind: 'escalation',
    onceKey: 'x',
    clause: 'A.8',
    title: 'x',
    words: 'x',
    sentAt: NOW,
    ...kept,
  });
  await tx.insert(report).values({ reportId: 'q', kind: 'quarterly', from: today, to: today, parts: [], ...kept });
  const entry = { title: 'x', status: 'open', happenedOn: today, release: 'internal', ...kept } as const;
  await tx.insert(registerEntry).values([
    { entryId: 'T-1', kind: 'training-need', fields: { sourceKind: 'supervisors' }, ...entry },
    { entryId: 'T-2', kind: 'training-need', fields: { sourceKind: 'internal-investigations' }, ...entry },
  ]);
  await tx.insert(mailIn).values({
    mailId: 'M-1',
    receivedAt: NOW,
    raw: Buffer.from('x'),
    from: 'a',
    subject: 's',
    sizeBytes: 1,
  });
});

const READ: [PgTable, Permission][] = [
  [group, 'group.read'],
  [designation, 'group.read'],
  [representative, 'representative.read'],
  [concern, 'concern.read'],
  [referral, 'referral.read'],
  [contact, 'contact.read'],
  [meeting, 'meeting.read'],
  [promise, 'promise.read'],
  [notice, 'notice.read'],
  [report, 'report.read'],
  [registerEntry, 'register.read'],
  [mailIn, 'mail.review'],
  [audit, 'audit.read'],
];

for (const [table, permission] of READ) {
  test(`the database itself shows ${getTableName(table)} to the roles that may, and to no other`, async () => {
    for (const role of Role.options) {
      const rows = await store.as(actingAs(role), (tx) => tx.select().from(table));
      expect(rows.length > 0, role).toBe(may(role, permission));
    }
  });
}

test('the city partner finds only what was shared with the city, and of its log only what is meant for it', async () => {
  const partner = actingAs('city-partner');
  expect((await store.as(partner, (tx) => tx.select().from(concern))).map((each) => each.concernId)).toEqual([
    'C-0002',
  ]);
  expect((await store.as(partner, (tx) => tx.select().from(concernUpdate))).map((each) => each.updateId)).toEqual([
    'u-2',
  ]);
});

test('a training need that came from an internal investigation is hidden from most', async () => {
  const seenBy = async (role: Role) =>
    (await store.as(actingAs(role), (tx) => tx.select().from(registerEntry))).map((each) => each.entryId);
  expect(await seenBy('officer')).toEqual(['T-1']);
  expect(await seenBy('coordinator')).toEqual(['T-1', 'T-2']);
});

test('a role that may not write is refused by the database, whatever the route allowed', async () => {
  const write = (role: Role) =>
    store.as(actingAs(role), (tx) =>
      tx.insert(designation).values({
        designationId: `d-${role}`,
        groupId: 'eastbank',
        status: 'inactive',
        reason: 'x',
        decidedOn: today,
        decidedBy: 'p',
      }),
    );
  for (const role of Role.options.filter((each) => !may(each, 'group.designate'))) {
    await expect(write(role), role).rejects.toMatchObject({ cause: { message: /row-level security/ } });
  }
  await write('division-commander');
});

test('a notice is acknowledged only by the role or person it went to', async () => {
  await store.as(system, (tx) => tx.update(notice).set({ toRole: 'chief' }));
  const acknowledge = async (role: Role) =>
    (await store.as(actingAs(role), (tx) => tx.update(notice).set({ revision: 2 }).returning())).length;
  expect([await acknowledge('officer'), await acknowledge('chief')]).toEqual([0, 1]);
});

test('every change is in the audit with who, when and what, and private words only as changed', async () => {
  await store.as(actingAs('officer', 'p-quill'), (tx) =>
    tx
      .update(concern)
      .set({ words: 'Maria Lopez said so', nextStep: 'Ask the city' })
      .where(sql`concern_id = 'C-0001'`),
  );
  const lines = await store.as(actingAs('auditor'), (tx) => tx.select().from(audit));
  const last = lines.sort((a, b) => a.number - b.number).at(-1);
  expect(last).toMatchObject({
    personId: 'p-quill',
    role: 'officer',
    action: 'change',
    kind: 'concern',
    recordId: 'C-0001',
    localAt: NOW,
    changed: { words: 'withheld', next_step: ['', 'Ask the city'] },
  });
  expect(JSON.stringify(lines)).not.toContain('Lopez');
  expect(lines.map((line) => line.number)).toEqual(lines.map((_, i) => i + 1));
});

test('what was undone leaves no line', async () => {
  const count = async () => (await store.pool.query('select count(*)::int as n from audit')).rows[0].n;
  const before = await count();
  await expect(
    store.as(actingAs('officer'), async (tx) => {
      await tx.update(concern).set({ nextStep: 'Never' });
      await auditAct(tx, { action: 'print', kind: 'concern', recordId: 'C-0001', words: '' });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  expect(await count()).toBe(before);
});

test('nobody changes or empties the audit, not even the owner of the database', async () => {
  for (const statement of ["update audit set words = 'x'", 'delete from audit', 'truncate audit']) {
    await expect(store.pool.query(statement), statement).rejects.toThrow('the audit is never changed');
  }
});

const breakIn = async (statement: string) => {
  const client = await store.pool.connect();
  try {
    await client.query('begin');
    await client.query('alter table audit disable trigger user'); // what only somebody with the machine can do
    await client.query(statement);
    return (await client.query('select find_audit_break() as number')).rows[0].number;
  } finally {
    await client.query('rollback');
    client.release();
  }
};

test.each([
  ['a changed word', "update audit set words = 'nothing' where number = 3", 3],
  ['a changed name', "update audit set person_id = 'p-other' where number = 5", 5],
  ['a removed line', 'delete from audit where number = 4', 5],
  ['a hash made to fit one line', "update audit set hash = encode(sha256('x'), 'hex') where number = 2", 2],
  ['a removed beginning', 'delete from audit where number < 3', 3],
])('%s is found where it was done', async (_, statement, number) => {
  expect(await breakIn(statement)).toBe(number);
  expect(await breakIn('select')).toBeNull();
});

test('two who write at once keep one chain', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      store.as(actingAs('officer', `p-${i}`), (tx) =>
        auditAct(tx, { action: 'print', kind: 'report', recordId: String(i), words: '' }),
      ),
    ),
  );
  expect((await store.pool.query('select find_audit_break() as number')).rows).toEqual([{ number: null }]);
});

test('a sent report stays as it was sent; only its receipt is added', async () => {
  await store.as(actingAs('coordinator'), (tx) => tx.update(report).set({ status: 'sent', hash: 'h', sentAt: NOW }));
  await expect(
    store.as(actingAs('coordinator'), (tx) => tx.update(report).set({ summary: 'better' })),
  ).rejects.toMatchObject({
    cause: { message: /was sent and stays as it is/ },
  });
  await expect(store.as(system, (tx) => tx.delete(report))).rejects.toMatchObject({ cause: { message: /stays/ } });
  await store.as(actingAs('chief'), (tx) =>
    tx.update(report).set({ status: 'received', receivedAt: NOW, receivedBy: 'p' }),
  );
  expect(await store.as(actingAs('chief'), (tx) => tx.select().from(report))).toMatchObject([
    { status: 'received', hash: 'h' },
  ]);
});
