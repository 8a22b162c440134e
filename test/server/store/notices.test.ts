import { expect, test } from 'vitest';
import { acknowledgeNotice, createNotice, listNotices, mailNotice, type NoticeFields } from '#server/store/notices.ts';
import { systemActing } from '#server/store/record-store.ts';
import { mailOut } from '#server/store/tables/notices.ts';
import { person } from '#server/store/tables/people.ts';
import { actingAs, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const officer = actingAs('officer', 'p-amaro');
const commander = actingAs('section-commander');

const fields = (onceKey: string, more: Partial<NoticeFields> = {}): NoticeFields => ({
  kind: 'no-contact',
  onceKey,
  clause: '1902.2 C',
  toRole: 'section-commander',
  toPersonId: null,
  groupId: 'harrow-meadow',
  concernIds: [],
  title: 'No contact with Harrow Meadow',
  words: 'Three attempts, none answered.',
  ...more,
});

test('the same notice is told once, however often it is asked for', async () => {
  const first = await store.as(officer, (tx) => createNotice(tx, officer, fields('a')));
  const second = await store.as(officer, (tx) => createNotice(tx, officer, fields('a', { words: 'Again.' })));
  expect(first.isNew).toBe(true);
  expect(second).toEqual({ notice: first.notice, isNew: false });
  expect(first.notice).toMatchObject({ sentAt: NOW, acknowledgments: [], revision: 1 });
});

test('twenty who tell it at the same moment make one', async () => {
  const told = await Promise.all(
    Array.from({ length: 20 }, () => store.as(officer, (tx) => createNotice(tx, officer, fields('race')))),
  );
  expect(told.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(new Set(told.map(({ notice }) => notice.noticeId)).size).toBe(1);
});

test('a person acknowledges once, and the revision guards it', async () => {
  const { notice } = await store.as(officer, (tx) => createNotice(tx, officer, fields('b')));
  const seen = { revision: 1, words: 'Thank you.' };
  const read = await store.as(commander, (tx) => acknowledgeNotice(tx, commander, notice, seen));
  expect(read.acknowledgments).toEqual([
    { by: 'p-section-commander', name: 'p-section-commander', at: NOW, words: 'Thank you.' },
  ]);
  const again = await store.as(commander, (tx) => acknowledgeNotice(tx, commander, read, { revision: 2, words: '' }));
  expect(again).toEqual(read);
  const other = actingAs('section-commander', 'p-second');
  const late = store.as(other, (tx) => acknowledgeNotice(tx, other, read, seen));
  await expect(late).rejects.toThrow('was changed by somebody else');
});

test('the database refuses an acknowledgment by a role that it is not addressed to', async () => {
  const { notice } = await store.as(officer, (tx) => createNotice(tx, officer, fields('c')));
  const chief = actingAs('chief');
  const tried = store.as(chief, (tx) => acknowledgeNotice(tx, chief, notice, { revision: 1, words: '' }));
  await expect(tried).rejects.toThrow();
  const waiting = await store.as(chief, (tx) => listNotices(tx, chief, { scope: 'all' }));
  expect(waiting.find(({ noticeId }) => noticeId === notice.noticeId)?.acknowledgments).toEqual([]);
});

test('what waits for the reader stands first, and what is for others is not among mine', async () => {
  const { notice } = await store.as(officer, (tx) => createNotice(tx, officer, fields('d', { toRole: 'chief' })));
  const mine = await store.as(commander, (tx) => listNotices(tx, commander, { scope: 'mine' }));
  expect(mine.map(({ noticeId }) => noticeId)).not.toContain(notice.noticeId);
  const isRead = mine.map(({ acknowledgments }) => acknowledgments.length > 0);
  expect(isRead).toEqual(isRead.toSorted((a, b) => Number(a) - Number(b)));
  expect(isRead).toContain(true);
});

test('its mail goes to the active people of the role, and to nobody where there is none', async () => {
  const system = systemActing(NOW);
  const people = [
    { personId: 'p-1', name: 'One', role: 'section-commander' as const, email: 'one@police.example' },
    { personId: 'p-2', name: 'Two', role: 'section-commander' as const, email: 'two@police.example', isActive: false },
  ];
  const queued = await store.as(system, async (tx) => {
    await tx.insert(person).values(people);
    for (const toRole of ['section-commander', 'chief'] as const) {
      const { notice } = await createNotice(tx, system, fields(`mail/${toRole}`, { toRole }));
      await mailNotice(tx, system, notice);
    }
    return tx.select().from(mailOut);
  });
  expect(queued).toHaveLength(1);
  expect(queued[0]).toMatchObject({ to: ['one@police.example'], subject: 'No contact with Harrow Meadow', tries: 0 });
});
