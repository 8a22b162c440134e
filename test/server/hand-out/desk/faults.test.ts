import { beforeAll, expect, test } from 'vitest';
import type { HandOutChoices, HandOutFault } from '#data/schema/records/hand-out.ts';
import { findFaults } from '#server/hand-out/desk/find-faults.ts';
import { openDeskTown, PHONE } from './desk-town.ts';

const town = await openDeskTown();
const PATH = '/api/records/groups/eastbank/hand-out/draft';
const DAYS = { meetingId: 'M-0002', from: '2026-11-20', to: '2026-12-13' };
let revision: number | null = null;

/** The faults of a page with these words. */
async function faultsOf(choices: Partial<HandOutChoices>): Promise<HandOutFault[]> {
  const body = { ...DAYS, choices: { items: ['concern/C-0001'], words: {}, line: null, ...choices }, revision };
  const { status, json } = await town.ask(town.officer, 'PUT', PATH, body);
  expect(status).toBe(200);
  revision = json.revision;
  return (await town.desk()).faults;
}
const line = (en: string, es: string | null = null) => faultsOf({ items: [], line: { en, es } });
const brief = (faults: readonly HandOutFault[]) =>
  faults.map(({ field, language, kind, text }) => [field, language, kind, text]);

beforeAll(async () => {
  await town.put.representative('RP-1', 'Odile Marchetti');
  await town.put.concern('C-0001', { title: 'Noise at night', contactName: 'Tilda Quenby' });
});

test('a concern full of personal data is stopped field by field, with what was found and what to do', async () => {
  const said = { en: 'Odile Marchetti, born March 3 1961, lives at 2417 Linnet Avenue, apt 4', es: null };
  const did = {
    en: 'Called her at 555-0177 and at odile@example.org about plate KLM 4821, report 26-10234.',
    es: null,
  };
  const notYet = {
    en: 'Nothing.',
    es: 'Falta hablar con Tilda Quenby, que vive en Calle Robles 120, en 35.59512, -82.55123.',
  };
  const faults = await faultsOf({ words: { 'concern/C-0001': { said, did, notYet } } });
  expect(brief(faults)).toEqual([
    ['said', 'en', 'name', 'Odile Marchetti'],
    ['said', 'en', 'birth-date', 'born March 3 1961'],
    ['said', 'en', 'address', '2417 Linnet Avenue'],
    ['said', 'en', 'address', 'apt 4'],
    ['did', 'en', 'phone', '555-0177'],
    ['did', 'en', 'email', 'odile@example.org'],
    ['did', 'en', 'plate', 'plate KLM 4821'],
    ['did', 'en', 'case-number', 'report 26-10234'],
    ['notYet', 'es', 'name', 'Tilda Quenby'],
    ['notYet', 'es', 'address', 'Calle Robles 120'],
    ['notYet', 'es', 'coordinates', '35.59512, -82.55123'],
  ]);
  for (const { itemId, message } of faults) expect([itemId, message.length > 20]).toEqual(['concern/C-0001', true]);
});

test('the department’s number, its officers, the group and the streets by it may stand; surnames of residents may not', async () => {
  expect(await line(`Call ${PHONE}, ask for Officer p-officer, or come to eastbank by Linnet Avenue.`)).toEqual([]);
  expect(brief(await line('Thanks to Marchetti and her neighbors.'))).toEqual([['words', 'en', 'name', 'Marchetti']]);
  expect(brief(await line('Ask Odile for a key.'))).toEqual([['words', 'en', 'name', 'Odile']]);
  expect(brief(await line('Thanks to all.', 'Gracias a Marchetti.'))).toEqual([['words', 'es', 'name', 'Marchetti']]);
});

test('Spanish words are no names for not being English, and a name in Spanish words is one', async () => {
  const spanish =
    'El estacionamiento cierra para pavimentarlo. Marca el día. Dora la verja quien pueda. Paz para todos.';
  expect(await line('The lot is closed.', spanish)).toEqual([]);
  expect(brief(await line('The lot.', 'Lo vio María González ayer.'))).toEqual([['words', 'es', 'name', 'María']]);
});

test('a complaint about an officer stands on no page, and words that are too long are said so', async () => {
  expect(await line('The officer was rude to me.')).toMatchObject([{ itemId: 'line', kind: 'about-officer' }]);
  expect(await line('word '.repeat(100).trim())).toMatchObject([{ itemId: 'line', kind: 'too-long', language: 'en' }]);
});

test('without a number to call there is a fault of the page, and a missing next meeting is none', async () => {
  await line('All is well.');
  await town.put.phone('');
  expect((await town.desk()).faults).toMatchObject([{ itemId: null, field: 'phone', kind: 'no-phone' }]);
  await town.put.phone(PHONE);
  expect(await town.desk('?meetingId=M-0003')).toMatchObject({ facts: { next: null }, faults: [] });
});

test('a meeting at somebody’s home does not say whose; where a group meets may have an address', async () => {
  const { facts } = await town.desk();
  const at = (place: string) =>
    findFaults(
      { ...facts, meeting: facts.meeting && { ...facts.meeting, place } },
      { knownNames: ['Odile Marchetti', 'Marchetti'], firstNames: ['Odile'], mayStand: [] },
    );
  expect(at('Library, 210 Linnet Avenue')).toEqual([]);
  expect(at('At Odile Marchetti’s, 12 Linnet Avenue')).toMatchObject([
    { itemId: null, field: 'meeting.place', kind: 'name', text: 'Odile Marchetti' },
  ]);
});
