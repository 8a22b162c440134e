import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HandOutDelivery, ListedReader } from '#data/schema/records/hand-out.ts';
import { handOutEncloser } from '#server/hand-out/delivery/enclose.ts';
import { stopToken } from '#server/hand-out/delivery/stop-link.ts';
import { postLetters } from '#server/mail/post-letters.ts';
import { handOutReaderRoutes } from '#server/routes/records/hand-out-readers.ts';
import { systemActing } from '#server/store/record-store.ts';
import { RICH } from '#test/fixture/hand-out-facts.ts';
import { catchLetters } from '#test/fixture/letter-catcher.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';
import { releasePage, seedTown } from '#test/fixture/released-town.ts';

const SECRET = 'a secret of this test alone';
const PUBLIC_URL = 'https://commonbeat.city.example';
const LATER = '2026-12-15T09:00:00';

const store = await freshStore();
const system = systemActing(NOW);
const officer = actingAs('officer');
const ask = deskOf(handOutReaderRoutes(store, { secret: SECRET, publicUrl: PUBLIC_URL }));
const box = await catchLetters();
afterAll(() => box.close());

const papers = async () => Buffer.from('%PDF-1.7 a page');
const enclose = handOutEncloser({ papers, secret: SECRET, publicUrl: PUBLIC_URL, acting: () => system });
const post = () => postLetters(store, system, box.post, 'commonbeat@example.org', enclose);

beforeAll(async () => {
  await seedTown(store);
  await store.as(system, async (tx) => {
    await releasePage(tx, 'HO-0012', RICH, NOW);
    await releasePage(tx, 'HO-0013', { ...RICH, to: '2026-12-14' }, LATER);
  });
});

const signUp = (representativeId: string, more: Record<string, unknown> = {}) =>
  ask(officer, 'POST', '/api/records/groups/eastbank/readers', {
    ...{ representativeId, language: 'en', consentedOn: '2026-11-20', consentHow: 'At the meeting, in writing' },
    ...more,
  });
const readers = async (): Promise<ListedReader[]> =>
  (await ask(officer, 'GET', '/api/records/groups/eastbank/readers')).json;
const readerOf = async (name: string) => {
  const found = (await readers()).find((each) => each.name === name && each.endedOn === null);
  if (found === undefined) throw new Error(`${name} gets no mail`);
  return found;
};
const deliver = (handOutId: string, readerIds: readonly string[]) =>
  ask(officer, 'POST', `/api/records/hand-outs/${handOutId}/deliveries`, { readerIds });

test('a representative in office is signed up with how they said so; nobody else is', async () => {
  expect(await signUp('RP-1')).toMatchObject({
    status: 201,
    json: { email: 'odile@example.org', consentHow: 'At the meeting, in writing', endedOn: null, isInOffice: true },
  });
  expect((await signUp('RP-2', { language: 'es' })).status).toBe(201);
  for (const [who, why] of [
    ['RP-1', /already/],
    ['RP-3', /does not speak for the group today/],
    ['RP-4', /No e-mail address/],
    ['RP-5', /does not speak for the group/],
    ['RP-9', /does not speak for the group/],
  ] as const) {
    expect(await signUp(who), who).toMatchObject({ status: 422, json: { detail: expect.stringMatching(why) } });
  }
  expect((await signUp('RP-2', { consentHow: ' ' })).status, 'how consent was given').toBe(422);
  expect((await signUp('RP-2', { consentedOn: '2027-01-01' })).status, 'a day to come').toBe(422);
  expect(await ask(actingAs('auditor'), 'POST', '/api/records/groups/eastbank/readers', {})).toMatchObject({
    status: 403,
  });
});

test('the audit names who was signed up, and keeps neither address nor the secret of the link', async () => {
  const { rows } = await store.pool.query(`select changed::text from audit where kind = 'hand_out_reader'`);
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toMatch(/odile@|bram@|[0-9a-f]{64}/);
  const { rows: all } = await store.pool.query('select * from hand_out_reader');
  for (const { reader_id: id } of all) expect(JSON.stringify(all)).not.toContain(stopToken(SECRET, id));
});

test('a page goes to each reader once, in their language, however often it is sent', async () => {
  const ids = (await readers()).map(({ readerId }) => readerId);
  const first = await deliver('HO-0012', ids);
  expect(first.status).toBe(200);
  expect(first.json.map(({ email }: HandOutDelivery) => email).sort()).toEqual([
    'bram@example.org',
    'odile@example.org',
  ]);
  const again = await Promise.all([deliver('HO-0012', ids), deliver('HO-0012', [...ids].reverse())]);
  for (const { json } of again) expect(json).toEqual(first.json);
  expect((await ask(officer, 'GET', '/api/records/hand-outs/HO-0012/deliveries')).json).toHaveLength(2);

  expect(await post()).toEqual({ sent: 2, failed: 0, stoppedBy: null });
  expect(await post()).toEqual({ sent: 0, failed: 0, stoppedBy: null });
  const [english, spanish] = ['odile@example.org', 'bram@example.org'].map((to) =>
    box.caught.find((each) => each.to.includes(to)),
  );
  expect(english?.email.subject).toMatch(/^Eastbank, .*your page from the police/);
  expect(english?.email.text).toContain('the usual range is 18 to 30');
  expect(english?.email.text).toContain(`${PUBLIC_URL}/area/eastbank`);
  expect(spanish?.email.subject).toMatch(/su hoja de la policía/);
  expect(spanish?.email.text).toContain(`${PUBLIC_URL}/area/eastbank?language=es`);
  expect(spanish?.email.text).not.toMatch(/\b(the|you|press)\b/i);
  for (const letter of [english, spanish]) {
    expect(letter?.email.attachments).toMatchObject([{ mimeType: 'application/pdf' }]);
    expect(letter?.to, 'nobody sees another reader').toHaveLength(1);
  }
  expect(spanish?.email.attachments[0]?.filename).toBe('HO-0012.es.pdf');
});

test('RFC 8058: each letter carries the link that ends it in its text and its headers, another one for each reader', async () => {
  const tokens = box.caught.map(({ email }) => {
    const header = (key: string) => email.headers.find((each) => each.key === key)?.value ?? '';
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const url =
      /^<(https:\/\/commonbeat\.city\.example\/stop\/[\w-]{43})>$/.exec(header('list-unsubscribe'))?.[1] ?? '';
    expect(email.text?.replaceAll('\n', ' ')).toContain(url);
    return url.slice(-43);
  });
  expect(new Set(tokens).size).toBe(2);
  const { rows } = await store.pool.query('select text from mail_out');
  for (const token of tokens) expect(JSON.stringify(rows), 'kept nowhere').not.toContain(token);
});

test('a reader who ended the mail is kept in the list as ended and is sent nothing, not even what waited', async () => {
  const { readerId, revision } = await readerOf('Bram Sollis');
  expect((await deliver('HO-0013', [readerId])).status).toBe(200);
  const end = (endedHow: string | undefined, seen = revision) =>
    ask(officer, 'PUT', `/api/records/readers/${readerId}`, { language: 'es', endedHow, revision: seen });
  expect((await end('Said so by phone', revision + 7)).status).toBe(409);
  expect(await end('Said so by phone')).toMatchObject({
    status: 200,
    json: { endedOn: '2026-12-14', endedHow: 'Said so by phone' },
  });
  expect(await end('Again', revision + 1)).toMatchObject({ status: 422 });
  const before = box.caught.length;
  expect(await post()).toMatchObject({ sent: 0, failed: 1 });
  expect(box.caught).toHaveLength(before);
  const { rows } = await store.pool.query(`select status, last_error from mail_out where status <> 'sent'`);
  expect(rows).toEqual([{ status: 'failed', last_error: 'Bram Sollis ended the mail.' }]);
  expect(await deliver('HO-0013', [readerId])).toMatchObject({ status: 200 }); // the one that was made before
  expect((await readers()).map(({ name, endedOn }) => [name, endedOn])).toEqual([
    ['Odile Marchetti', null],
    ['Bram Sollis', '2026-12-14'],
  ]);
});

test('one who asks for it again is signed up anew, and is not sent a page that they had', async () => {
  expect((await signUp('RP-2', { consentHow: 'Asked for it again' })).status).toBe(201);
  const { readerId } = await readerOf('Bram Sollis');
  const had = await deliver('HO-0012', [readerId]);
  expect(had.json[0].readerId).not.toBe(readerId);
  expect(await post()).toMatchObject({ sent: 0 });
});

test('while the mail server is dead a letter waits with the reason; when it is back it goes out once', async () => {
  const { readerId } = await readerOf('Odile Marchetti');
  await deliver('HO-0013', [readerId]);
  const dead = createTransport({ host: '127.0.0.1', port: 9, ignoreTLS: true });
  expect(await postLetters(store, system, dead, 'commonbeat@example.org', enclose)).toMatchObject({
    sent: 0,
    stoppedBy: expect.stringMatching(/ECONNREFUSED/),
  });
  const waits = `select status, tries, last_error from mail_out where status = 'waiting'`;
  expect((await store.pool.query(waits)).rows).toMatchObject([
    { tries: 1, last_error: expect.stringMatching(/ECONN/) },
  ]);
  const before = box.caught.length;
  expect(await post()).toMatchObject({ sent: 1 });
  expect(await post()).toMatchObject({ sent: 0 });
  expect(box.caught).toHaveLength(before + 1);
});

test('a file that cannot be printed or is stopped at the last look holds its letter back, and no other', async () => {
  await store.as(system, (tx) => releasePage(tx, 'HO-0014', { ...RICH, to: '2026-12-15' }, LATER));
  const { readerId } = await readerOf('Odile Marchetti');
  await deliver('HO-0014', [readerId]);
  const leaks = async () => {
    throw new Error('A name was found on the finished page');
  };
  const stopping = handOutEncloser({ papers: leaks, secret: SECRET, publicUrl: PUBLIC_URL, acting: () => system });
  const before = box.caught.length;
  expect(await postLetters(store, system, box.post, 'commonbeat@example.org', stopping)).toMatchObject({ sent: 0 });
  expect(box.caught).toHaveLength(before);
  const { rows } = await store.pool.query(`select status, last_error from mail_out where status = 'waiting'`);
  expect(rows).toMatchObject([{ last_error: expect.stringMatching(/A name was found/) }]);
});

test('a page that is withdrawn while its letter waits is not posted, and is sent to nobody anymore', async () => {
  await store.pool.query(
    `update hand_out set withdrawn_at = $1, withdrawn_why = 'wrong' where hand_out_id = 'HO-0014'`,
    [LATER],
  );
  const before = box.caught.length;
  expect(await post()).toMatchObject({ sent: 0, failed: 1 });
  expect(box.caught).toHaveLength(before);
  const { readerId } = await readerOf('Odile Marchetti');
  expect(await deliver('HO-0014', [readerId])).toMatchObject({ status: 422 });
});

test('a representative whose term ended gets no more mail', async () => {
  await store.as(system, (tx) => releasePage(tx, 'HO-0015', { ...RICH, to: '2026-12-16' }, LATER));
  const { readerId } = await readerOf('Odile Marchetti');
  await deliver('HO-0015', [readerId]);
  await store.pool.query(`update representative set valid_to = '2026-12-13' where representative_id = 'RP-1'`);
  const before = box.caught.length;
  expect(await post()).toMatchObject({ sent: 0, failed: 1 });
  expect(box.caught).toHaveLength(before);
  expect((await readers()).find(({ name }) => name === 'Odile Marchetti')).toMatchObject({ isInOffice: false });
  await store.as(system, (tx) => releasePage(tx, 'HO-0016', { ...RICH, to: '2026-12-17' }, LATER));
  expect(await deliver('HO-0016', [readerId])).toMatchObject({
    status: 422,
    json: { detail: expect.stringMatching(/does not speak for the group anymore/) },
  });
});

test('where no address of ours is set, a letter says how to end it by phone and carries no dead link', async () => {
  const { readerId } = await readerOf('Bram Sollis');
  await store.as(system, (tx) => releasePage(tx, 'HO-0017', { ...RICH, to: '2026-12-18' }, LATER));
  const alone = deskOf(handOutReaderRoutes(store, { secret: SECRET, publicUrl: null }));
  await alone(officer, 'POST', '/api/records/hand-outs/HO-0017/deliveries', { readerIds: [readerId] });
  const plain = handOutEncloser({ papers, secret: SECRET, publicUrl: null, acting: () => system });
  expect(await postLetters(store, system, box.post, 'commonbeat@example.org', plain)).toMatchObject({ sent: 1 });
  const { email } = box.caught.at(-1) ?? {};
  expect(email?.text).toMatch(/Call 555-0142 and say so/);
  expect(email?.text).not.toMatch(/https?:|\/stop\/|null/);
  expect(email?.headers.map(({ key }) => key)).not.toContain('list-unsubscribe');
});

test('a page or a reader that is not there is said so, and another group’s reader is refused', async () => {
  expect((await deliver('HO-9999', ['RD-1'])).status).toBe(404);
  expect((await deliver('HO-0012', ['RD-9999'])).status).toBe(404);
  expect((await deliver('HO-0012', [])).status).toBe(422);
  expect((await ask(officer, 'POST', '/api/records/groups/nowhere/readers', {})).status).toBe(422);
});
