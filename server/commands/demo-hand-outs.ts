import { spanishOf } from '#data/demo/life/hand-out-spanish.ts';
import { spoken } from '#data/demo/life/people.ts';
import type { HandOutChoices, HandOutItem, TwoTongues } from '#data/schema/records/hand-out.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { type LaidOut, layOut, openPlace, type PagePlace, pageOf } from '#server/hand-out/desk/read-desk.ts';
import { writeOut } from '#server/hand-out/desk/release-hand-out.ts';
import { holdLedger, keepDraft } from '#server/store/hand-outs.ts';
import type { RecordStore, Tx } from '#server/store/record-store.ts';

type Told = { groupId: string; by: string; from: string; to: string; at: string };

/** Pages of this fall, each released on the day of the meeting that it was for. */
const TOLD: readonly Told[] = [
  { groupId: 'eastbank', by: 'p-whitlock', from: '2026-09-22', to: '2026-10-18', at: '2026-10-19T09:05:00' },
  { groupId: 'juniper-rise', by: 'p-teague', from: '2026-08-25', to: '2026-10-25', at: '2026-10-26T14:20:00' },
  { groupId: 'eastbank', by: 'p-whitlock', from: '2026-10-20', to: '2026-11-15', at: '2026-11-16T09:10:00' },
  { groupId: 'linden-flats', by: 'p-whitlock', from: '2026-10-09', to: '2026-12-02', at: '2026-12-03T11:40:00' },
];
const OPEN = { groupId: 'eastbank', by: 'p-whitlock', from: '2026-11-17', to: '2026-12-13', at: '2026-12-14T07:30:00' };

const as = ({ by, at }: Told): Acting => ({
  actor: { personId: by, name: spoken(by), role: 'officer' },
  nowLocal: at,
});

/** The pages that groups of the demo have had, and the one that Eastbank's officer has begun this morning. */
export async function releaseDemoHandOuts(home: string, store: RecordStore): Promise<void> {
  const { gate } = await openPlace(home);
  for (const page of TOLD) {
    const then = { home, gate: { ...gate, span: { ...gate.span, cutoffLocal: `${page.to}T23:58:00` } } };
    await store.as(as(page), (tx) => releasePage(then, tx, page));
  }
  await store.as(as(OPEN), (tx) => beginPage({ home, gate }, tx, OPEN));
}

async function releasePage(place: PagePlace, tx: Tx, page: Told): Promise<void> {
  await holdLedger(tx);
  const laid = await layOut(place, tx, as(page), page.groupId, { ...page, draft: null });
  const { facts, faults } = pageOf(laid, inSpanish(laid));
  const [fault] = faults;
  if (fault) throw new RangeError(`the page of ${page.groupId} says “${fault.text}”: ${fault.message}`);
  await writeOut(tx, as(page), facts, laid.told);
}

async function beginPage(place: PagePlace, tx: Tx, { groupId, from, to, ...page }: Told): Promise<void> {
  const acting = as({ groupId, from, to, ...page });
  const laid = await layOut(place, tx, acting, groupId, { from, to, draft: null });
  const meetingId = laid.frame.facts.meeting?.meetingId ?? null;
  await keepDraft(tx, acting, groupId, { from, to, meetingId, choices: inSpanish(laid), revision: null });
}

/** The suggested page, with the Spanish that the officer wrote. */
function inSpanish({ offered, suggested }: LaidOut): HandOutChoices {
  const words = offered.flatMap((item): [string, HandOutChoices['words'][string]][] => {
    const own = Object.entries(textsOf(item)).flatMap(([field, { en, es }]) => {
      const spanish = es === null ? spanishOf(en) : null;
      return spanish === null ? [] : [[field, { en, es: spanish }]];
    });
    return own.length === 0 ? [] : [[item.itemId, Object.fromEntries(own)]];
  });
  return { ...suggested, words: Object.fromEntries(words) };
}

function textsOf(item: HandOutItem): Record<string, TwoTongues> {
  if (item.part === 'tip') return {};
  if (item.part !== 'concern') return { words: item.words };
  return { said: item.said, did: item.did, notYet: item.notYet };
}
