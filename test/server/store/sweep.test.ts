import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { may } from '#data/schema/permissions.ts';
import { Role } from '#data/schema/release-level.ts';
import { born } from '#server/store/kept.ts';
import { systemActing } from '#server/store/record-store.ts';
import { audit } from '#server/store/tables/notices.ts';
import { bulletin, pattern, sweepSeen, sweepVerdict } from '#server/store/tables/sweep.ts';
import { actingAs, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const system = systemActing(NOW);
const WEEK = '2026-12-07';
const REFUSED = { cause: { message: /row-level security/ } };

const aVerdict = (verdictId: string): typeof sweepVerdict.$inferInsert => ({
  ...{ verdictId, kind: 'spike', candidateKey: verdictId, week: WEEK, title: 'x', sentence: 'x', choice: 'watch' },
  ...born(system),
});
const aPattern = (patternId: string): typeof pattern.$inferInsert => ({
  ...{ patternId, name: 'Garages', type: 'series', from: WEEK, to: WEEK, source: 'list' },
  ...{ label: 'sensitive', release: 'internal', calls: [{ callId: 'secret-call', kept: true, reason: '' }] },
  synopsis: { what: 'secret words', where: '', when: '', how: '', advice: '' },
  ...born(system),
});
const aBulletin = (bulletinId: string): typeof bulletin.$inferInsert => ({
  ...{ bulletinId, patternId: 'P-0001', sentAt: NOW, sentBy: 'p', sentTo: [] },
  ...{ facts: { what: 'secret facts' }, hash: 'h' },
});

beforeAll(() =>
  store.as(system, async (tx) => {
    await tx.insert(sweepVerdict).values(aVerdict('V-0001'));
    await tx.insert(pattern).values(aPattern('P-0001'));
    await tx.insert(bulletin).values(aBulletin('PB-0001'));
  }),
);

test.each(Role.options)(
  'the database itself lets %s read and write sweeps and patterns as the table says',
  async (role) => {
    const acting = actingAs(role);
    const lengths = await store.as(acting, async (tx) => [
      (await tx.select().from(sweepVerdict)).length > 0,
      (await tx.select().from(pattern)).length > 0,
      (await tx.select().from(bulletin)).length > 0,
    ]);
    expect(lengths).toEqual([may(role, 'sweep.read'), may(role, 'pattern.read'), may(role, 'pattern.read')]);
    const judges = may(role, 'sweep.judge');
    const writes = [
      [judges, () => store.as(acting, (tx) => tx.insert(sweepVerdict).values(aVerdict(`V-${role}`)))],
      [may(role, 'pattern.write'), () => store.as(acting, (tx) => tx.insert(pattern).values(aPattern(`P-${role}`)))],
      [may(role, 'pattern.write'), () => store.as(acting, (tx) => tx.insert(bulletin).values(aBulletin(`PB-${role}`)))],
    ] as const;
    for (const [is, write] of writes) {
      if (is) await write();
      else await expect(write()).rejects.toMatchObject(REFUSED);
    }
    const isFirst = eq(sweepVerdict.verdictId, 'V-0001');
    const changed = await store.as(acting, (tx) =>
      tx.update(sweepVerdict).set({ reason: role }).where(isFirst).returning({ verdictId: sweepVerdict.verdictId }),
    );
    const isOwn = eq(sweepVerdict.verdictId, `V-${role}`);
    const removed = await store.as(acting, (tx) => tx.delete(sweepVerdict).where(isOwn).returning());
    expect([changed.length, removed.length]).toEqual(judges ? [1, 1] : [0, 0]);
  },
);

test('what somebody has opened is found and written by nobody else, whatever they ask the database', async () => {
  const see = (acting: ReturnType<typeof actingAs>, personId: string) =>
    store.as(acting, (tx) =>
      tx.insert(sweepSeen).values({ personId, week: WEEK, kind: 'spike', candidateKey: 'eastbank~theft' }),
    );
  const analyst = actingAs('analyst', 'p-one');
  const another = actingAs('analyst', 'p-two');
  await see(analyst, 'p-one');
  await expect(see(another, 'p-one')).rejects.toMatchObject(REFUSED);
  await expect(see(actingAs('city-partner', 'p-city'), 'p-city')).rejects.toMatchObject(REFUSED);
  expect(await store.as(another, (tx) => tx.select().from(sweepSeen))).toEqual([]);
  expect(await store.as(another, (tx) => tx.delete(sweepSeen).returning())).toEqual([]);
  expect(await store.as(analyst, (tx) => tx.select().from(sweepSeen))).toHaveLength(1);
});

test('a bulletin that was sent is never changed, not even by the owner of the database', async () => {
  for (const statement of ["update bulletin set hash = 'other'", 'delete from bulletin']) {
    await expect(store.pool.query(statement), statement).rejects.toThrow('was sent and stays as it is');
  }
});

test('the audit says that a pattern and a bulletin came to be, without their calls and words', async () => {
  const lines = await store.as(actingAs('auditor'), (tx) => tx.select().from(audit));
  const of = (id: string) => lines.find(({ recordId }) => recordId === id)?.changed;
  expect(of('P-0001')).toMatchObject({ name: [null, 'Garages'], calls: 'withheld', synopsis: 'withheld' });
  expect(of('PB-0001')).toMatchObject({ hash: [null, 'h'], facts: 'withheld' });
  expect(JSON.stringify(lines)).not.toContain('secret');
});
