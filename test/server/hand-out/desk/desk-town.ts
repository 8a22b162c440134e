import type { Concern } from '#data/schema/records/concern.ts';
import type { GroupPromise } from '#data/schema/records/contact.ts';
import { HandOutDesk } from '#data/schema/records/hand-out.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { handOutRoutes } from '#server/routes/records/hand-outs.ts';
import { born } from '#server/store/kept.ts';
import { systemActing } from '#server/store/record-store.ts';
import { concern, concernUpdate, referral } from '#server/store/tables/concerns.ts';
import { meeting, promise } from '#server/store/tables/contacts.ts';
import { representative } from '#server/store/tables/groups.ts';
import { registerEntry } from '#server/store/tables/notices.ts';
import { setting } from '#server/store/tables/people.ts';
import { openBriefedTown } from '#test/fixture/briefed-town.ts';
import { officer } from '#test/fixture/group-town.ts';
import { deskOf, NOW } from '#test/fixture/record-desk.ts';

export const PHONE = '555-0142';

/** A town whose groups get pages: a meeting behind, one ahead, and a number to call. */
export async function openDeskTown() {
  const town = await openBriefedTown(12_000);
  const { store, home } = town;
  const system = systemActing(NOW);
  const kept = born(system);
  const put = {
    concern: (concernId: string, one: Partial<Concern> = {}) =>
      store.as(system, async (tx) => {
        await tx.insert(concern).values({
          ...{ concernId, words: 'Raw words of a resident.', title: `Title of ${concernId}`, category: 'noise' },
          ...{ way: 'meeting', heardAt: '2026-11-24T18:00:00', placeConfidence: 'about', groupIds: ['eastbank'] },
          ...{ contactWish: 'none-given', status: 'open', filedBy: 'p-officer' },
          ...kept,
          ...one,
        });
      }),
    update: (concernId: string, kind: 'did' | 'told' | 'note', at: string, words: string) =>
      store.as(system, async (tx) => {
        const line = { updateId: `${concernId}/${at}`, concernId, kind, at, words };
        await tx.insert(concernUpdate).values({ ...line, by: 'p-officer', from: 'CRO', to: '' });
      }),
    referral: (referralId: string, one: Omit<typeof referral.$inferInsert, 'referralId' | keyof typeof kept>) =>
      store.as(system, async (tx) => {
        await tx.insert(referral).values({ referralId, ...kept, ...one });
      }),
    meeting: (meetingId: string, day: string, status: 'planned' | 'held' | 'cancelled', groupId = 'eastbank') =>
      store.as(system, async (tx) => {
        const times = { startsAt: `${day}T18:30:00`, endsAt: `${day}T20:00:00` };
        await tx.insert(meeting).values({ meetingId, groupId, ...times, place: 'Library', status, ...kept });
      }),
    representative: (representativeId: string, name: string) =>
      store.as(system, async (tx) => {
        const speaks = { position: 'president', isLeader: true, email: null, phone: null, validFrom: '2025-01-01' };
        await tx.insert(representative).values({ representativeId, groupId: 'eastbank', name, ...speaks, ...kept });
      }),
    promise: (promiseId: string, one: Partial<GroupPromise>) =>
      store.as(system, async (tx) => {
        await tx.insert(promise).values({
          ...{ promiseId, groupId: 'eastbank', words: 'Words.', promisedOn: '2026-11-19', dueOn: '2026-12-17' },
          ...{ ownerId: 'p-officer', ...kept, ...one },
        });
      }),
    entry: (entryId: string, one: Partial<RegisterEntry>) =>
      store.as(system, async (tx) => {
        await tx.insert(registerEntry).values({
          ...{ entryId, kind: 'news', groupId: null, title: `Title of ${entryId}`, status: 'draft' },
          ...{ happenedOn: '2026-12-01', release: 'public', fields: { newsKind: 'other', words: 'Words.' } },
          ...kept,
          ...one,
        });
      }),
    phone: (phone: string) =>
      store.as(system, async (tx) => {
        const value = { name: 'Testville Police', phone, email: '' };
        await tx
          .insert(setting)
          .values({ key: 'handOut', value })
          .onConflictDoUpdate({ target: setting.key, set: { value } });
      }),
  };
  const ask = deskOf(handOutRoutes(store, home));
  const desk = async (query = '', groupId = 'eastbank', acting: Acting = officer) =>
    HandOutDesk.parse((await ask(acting, 'GET', `/api/records/groups/${groupId}/hand-out${query}`)).json);
  await put.phone(PHONE);
  await put.meeting('M-0001', '2026-11-19', 'held');
  await put.meeting('M-0002', '2026-12-17', 'planned');
  await put.meeting('M-0003', '2027-01-21', 'planned');
  return { ...town, officer, put, ask, desk };
}
