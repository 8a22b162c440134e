import { expect, test } from 'vitest';
import type { ClauseProof } from '#data/schema/records/proof.ts';
import { proofRoutes } from '#server/routes/records/proof.ts';
import { born } from '#server/store/kept.ts';
import { systemActing } from '#server/store/record-store.ts';
import { concernUpdate, referral } from '#server/store/tables/concerns.ts';
import { contact, meeting } from '#server/store/tables/contacts.ts';
import { handOut } from '#server/store/tables/hand-outs.ts';
import { notice } from '#server/store/tables/notices.ts';
import { setting } from '#server/store/tables/people.ts';
import { SPARSE } from '#test/fixture/hand-out-facts.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';
import { openRegister } from '#test/fixture/register-desk.ts';

const store = await freshStore();
const { hear } = await openRegister(store);
const ask = deskOf(proofRoutes(store));
const acting = systemActing(NOW);
const longAgo = { ...born(systemActing('2026-01-02T08:00:00')), groupId: 'eastbank' };

async function clauseOf(clause: string, from = '2026-07-01', to = '2026-12-14'): Promise<ClauseProof> {
  const profile = clause === 'Header' ? 'andover-p3103' : 'asheville-1902';
  const path = `/api/records/proof?profile=${profile}&from=${from}&to=${to}`;
  const { clauses } = (await ask(actingAs('auditor'), 'GET', path)).json;
  return clauses.find((each: ClauseProof) => each.clause === clause);
}

test('a meeting that nobody of ours came to proves nothing, and is named as not done', async () => {
  const held = { status: 'held' as const, place: 'Gym', agenda: [], invitations: [], minutes: '' };
  await store.as(acting, (tx) =>
    tx.insert(meeting).values(
      [
        { meetingId: 'MT-1', on: '2026-08-17', attendedBy: [] },
        { meetingId: 'MT-2', on: '2026-09-21', attendedBy: ['p-officer'] },
      ].map(({ on, ...one }) => ({
        ...longAgo,
        ...held,
        ...one,
        startsAt: `${on}T18:00:00`,
        endsAt: `${on}T19:00:00`,
      })),
    ),
  );
  const proof = await clauseOf('A.5');
  expect(proof.rows.map(({ id }) => id)).toEqual(['MT-2']);
  expect(proof.gaps).toEqual(['1 not done in time.']);
  expect(proof.owed).toEqual([{ what: 'Attend the meeting of eastbank', dueOn: '2026-08-17' }]);
  expect((await clauseOf('A.5', '2026-09-01')).gaps).toEqual([]);
});

test('a referral that was to be answered by the end of the period, and was not, is a gap beside its own proof', async () => {
  await hear('C-0007', '2026-11-01');
  const asked = { to: 'City, street lamps', isInside: false, whyNeeded: 'A lamp is out', nudges: [] };
  await store.as(acting, (tx) =>
    tx.insert(referral).values({
      ...born(acting),
      ...asked,
      referralId: 'R-1',
      concernId: 'C-0007',
      referredOn: '2026-11-02',
      expectedBy: '2026-11-20',
    }),
  );
  const owed = [{ what: 'Status of R-1 from City, street lamps, for C-0007', dueOn: '2026-11-16' }];
  expect(await clauseOf('A.7')).toMatchObject({ count: 1, gaps: ['1 not done in time.'], owed });
  expect((await clauseOf('A.7', '2026-11-01', '2026-11-15')).owed).toEqual([]); // it was not due yet
});

test('each quarter in which a group was not reached is a gap, until the section commander was told', async () => {
  const spoke = { officerId: 'p-officer', way: 'phone' as const, topics: '', next: '' };
  await store.as(acting, async (tx) => {
    await tx.execute(`update "group" set created_at = '2026-01-02T08:00:00'`);
    await tx.insert(contact).values(
      ['2026-05-04', '2026-08-03', '2026-11-09'].flatMap((on) =>
        ['eastbank', 'millrace', 'depot'].flatMap((groupId) =>
          groupId === 'depot' && on < '2026-09'
            ? []
            : [
                {
                  ...longAgo,
                  ...spoke,
                  groupId,
                  contactId: `${groupId}/${on}`,
                  at: `${on}T10:00:00`,
                  result: 'made' as const,
                },
              ],
        ),
      ),
    );
  });
  const told = 'Tell the section commander: a quarter without contact with depot';
  const whole = () => clauseOf('1902.2 C', '2026-04-01');
  expect((await whole()).owed).toEqual([
    { what: told, dueOn: '2026-07-01' },
    { what: told, dueOn: '2026-10-01' },
  ]);
  await store.as(acting, (tx) =>
    tx.insert(notice).values({
      ...longAgo,
      ...{
        groupId: 'depot',
        kind: 'no-contact',
        toRole: 'section-commander',
        clause: '1902.2 C',
        title: 'No contact with depot',
        words: 'Told',
      },
      ...{ noticeId: 'N-1', onceKey: 'no-contact/depot/2026-Q2', sentAt: '2026-07-01T08:00:00' },
      acknowledgments: [{ by: 'p-section-commander', name: 'Keane', at: '2026-07-01T09:00:00', words: '' }],
    }),
  );
  expect((await whole()).owed).toEqual([{ what: told, dueOn: '2026-10-01' }]);
});

test('an escalation that no leader has acknowledged is a gap from the day after it was told', async () => {
  const aware = { kind: 'escalation' as const, clause: 'A.8', toRole: 'division-commander' as const };
  const tell = (noticeId: string, sentAt: string) =>
    store.as(acting, (tx) =>
      tx.insert(notice).values({
        ...{ ...longAgo, ...aware, noticeId, sentAt, onceKey: `escalation/${noticeId}` },
        ...{ title: `Recurring: ${noticeId}`, words: 'Cars race' },
      }),
    );
  await tell('N-8', '2026-12-01T08:00:00');
  await tell('N-9', NOW);
  expect(await clauseOf('A.8')).toMatchObject({
    gaps: ['1 not acknowledged.'],
    owed: [{ what: 'Acknowledge: Recurring: N-8', dueOn: null }],
  });
});

test('what is told to a group proves no work with the city’s specialist; what the specialist writes does', async () => {
  const said = { concernId: 'C-0007', at: NOW, by: 'p-officer', from: 'Us', to: 'The group', words: 'We patrol' };
  await store.as(acting, (tx) =>
    tx.insert(concernUpdate).values([
      { ...said, updateId: 'U-1', kind: 'told' },
      { ...said, updateId: 'U-2', kind: 'partner' },
    ]),
  );
  expect((await clauseOf('A.2')).rows.map(({ id }) => id)).toEqual(['U-2']);
});

test('a yearly review holds for its year: it proves a period that it lies before, and none a year later', async () => {
  await store.as(acting, (tx) =>
    tx.insert(setting).values({ key: 'reviewedOn', value: { 'andover-p3103': '2026-02-01' } }),
  );
  expect((await clauseOf('Header', '2026-10-01')).rows).toMatchObject([
    { title: 'Yearly review of 2026-02-01', on: '2026-10-01' },
  ]);
  expect((await clauseOf('Header', '2026-01-01', '2026-01-31')).count).toBe(0);
  expect((await clauseOf('Header', '2027-02-01', '2027-03-01')).count).toBe(0);
});

test('a page that was released for a group proves that it was told of its calls; one that was taken back does not', async () => {
  const released = { releasedBy: 'p-officer', releasedAt: '2026-11-03T10:00:00', hash: 'h', facts: SPARSE };
  const days = { groupId: 'eastbank', from: '2026-10-01', to: '2026-10-31' };
  const back = { withdrawnAt: '2026-11-04T10:00:00', withdrawnWhy: 'A wrong street' };
  await store.as(acting, (tx) =>
    tx.insert(handOut).values([
      { ...released, ...days, handOutId: 'H-1', code: 'HO-1' },
      { ...released, ...days, ...back, handOutId: 'H-2', code: 'HO-2' },
    ]),
  );
  const shown = (await clauseOf('B.1')).rows.filter(({ record }) => record === 'hand-out');
  expect(shown).toEqual([
    {
      ...{ record: 'hand-out', id: 'H-1', on: '2026-11-03', page: 'hand-out', of: 'H-1' },
      title: 'eastbank, 2026-10-01 to 2026-10-31',
    },
  ]);
});
