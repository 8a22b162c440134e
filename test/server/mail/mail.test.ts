import type { AddressInfo } from 'node:net';
import { asc } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openLetterBox } from '#server/mail/letter-server.ts';
import { postLetters } from '#server/mail/post-letters.ts';
import { sortLetters } from '#server/mail/sort-letters.ts';
import { mailRoutes } from '#server/routes/records/mail.ts';
import { born } from '#server/store/kept.ts';
import { systemActing } from '#server/store/record-store.ts';
import { concern, concernUpdate } from '#server/store/tables/concerns.ts';
import { group } from '#server/store/tables/groups.ts';
import { mailIn, mailOut, notice } from '#server/store/tables/notices.ts';
import { person } from '#server/store/tables/people.ts';
import { letterOf, sendRaw } from '#test/fixture/letters.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const system = systemActing(NOW);
const coordinator = actingAs('coordinator', 'p-jordan');
const ask = deskOf(mailRoutes(store));
const box = await openLetterBox({
  store,
  nowLocal: () => NOW,
  address: 'concerns@example.org',
  host: '127.0.0.1',
  port: 0,
  onKept: () => undefined,
});
afterAll(() => box.close());

const QUILL = 'quill@example.org';
beforeAll(() =>
  store.as(system, async (tx) => {
    await tx.insert(person).values([
      { personId: 'p-quill', name: 'Quill', role: 'officer', email: QUILL },
      { personId: 'p-jordan', name: 'Jordan', role: 'coordinator', email: 'jordan@example.org' },
    ]);
    await tx.insert(group).values({ groupId: 'eastbank', name: 'Eastbank', kind: 'association', ...born(system) });
  }),
);
beforeEach(() =>
  store.pool.query(
    'delete from concern_update; delete from concern; delete from mail_in; delete from mail_out; delete from notice',
  ),
);

const letters = () => store.as(system, (tx) => tx.select().from(mailIn).orderBy(asc(mailIn.mailId)));
const concerns = () => store.as(system, (tx) => tx.select().from(concern).orderBy(asc(concern.concernId)));
const sentTo = async (to: string) =>
  (await store.as(system, (tx) => tx.select().from(mailOut))).filter((letter) => letter.to.includes(to));

const WHOLE = 'Concern: Kids trying car doors\nArea: Linnet Avenue in Eastbank\nActions: talked with two owners';

test('V.B.4: a letter with the three parts is a concern with its area, told to the coordinator, and its receipt returns a reference', async () => {
  await sendRaw(box.port, letterOf(QUILL, WHOLE), QUILL);
  expect(await sortLetters(store, system)).toBe(1);
  const [filed] = await concerns();
  expect(filed).toMatchObject({
    words: 'Kids trying car doors',
    placeWords: 'Linnet Avenue in Eastbank',
    efforts: 'talked with two owners',
    groupIds: ['eastbank'],
    filedBy: 'p-quill',
    way: 'email',
  });
  expect((await sentTo(QUILL)).map(({ subject }) => subject)).toEqual([`${filed?.concernId}: received`]);
  expect(await store.as(system, (tx) => tx.select().from(notice))).toMatchObject([
    { kind: 'concern-filed', toRole: 'coordinator' },
  ]);
  expect(await letters()).toMatchObject([{ status: 'filed', concernId: filed?.concernId }]);
});

test('V.B.4: a missing area is asked for, not guessed, and the answer completes the letter', async () => {
  await sendRaw(box.port, letterOf(QUILL, 'Someone keeps dumping mattresses on Tanager Road.'), QUILL);
  await sortLetters(store, system);
  const [asked] = await letters();
  expect(asked).toMatchObject({ status: 'asked', missing: ['area', 'actions'] });
  expect(await concerns()).toEqual([]);
  const [question] = await sentTo(QUILL);
  expect(question?.text).toMatch(/Area: a street/);
  const answer = letterOf(QUILL, 'The end of Tanager Road, by the bridge').replace(
    'A concern',
    question?.subject ?? '',
  );
  await sendRaw(box.port, answer, QUILL);
  await sortLetters(store, system);
  expect(await concerns()).toMatchObject([
    {
      words: 'Someone keeps dumping mattresses on Tanager Road.',
      placeWords: 'The end of Tanager Road, by the bridge',
    },
  ]);
});

test('a letter that the mail server sends twice is one concern', async () => {
  const letter = letterOf(QUILL, WHOLE, ['Message-ID: <one@example.org>']);
  await sendRaw(box.port, letter, QUILL);
  await sendRaw(box.port, letter, QUILL);
  await sortLetters(store, system);
  expect(await concerns()).toHaveLength(1);
  expect((await letters()).map(({ status }) => status)).toEqual(['filed', 'filed']);
  expect(await sentTo(QUILL), 'one receipt').toHaveLength(1);
});

const html = (body: string) => letterOf(QUILL, body).replace('text/plain', 'text/html');
const nested = (depth: number): string => {
  let part = 'Content-Type: text/plain\r\n\r\ndeep';
  for (let i = 0; i < depth; i++)
    part = `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n${part}\r\n--b${i}--`;
  return `From: ${QUILL}\r\nSubject: deep\r\nMIME-Version: 1.0\r\n${part}`;
};
test.each<[string, string | Buffer, string, RegExp]>([
  ['nested a hundred deep', nested(100), QUILL, /could not be read/],
  ['a forged sender', letterOf(QUILL, WHOLE), 'attacker@evil.example', /was sent by attacker@evil\.example/],
  [
    'a failed check of the sender',
    letterOf(QUILL, WHOLE, ['Authentication-Results: mx; spf=fail']),
    QUILL,
    /could not confirm/,
  ],
  ['an automatic answer', letterOf(QUILL, WHOLE, ['Auto-Submitted: auto-replied']), QUILL, /automatic/],
  ['a bounce', letterOf('mailer-daemon@example.org', 'Undelivered'), '', /automatic/],
  ['a mailing list', letterOf(QUILL, WHOLE, ['List-Id: <x>']), QUILL, /mailing list/],
  ['a stranger', letterOf('ana@elsewhere.example', WHOLE), 'ana@elsewhere.example', /not from a member/],
  ['no headers at all', Buffer.from([0, 1, 2, 255, 254, 13, 10, 0]), QUILL, /who wrote it|could not be read/],
])('%s is kept for a person to look at, answers nobody, and files nothing', async (_, raw, from, reason) => {
  await sendRaw(box.port, raw, from);
  await sortLetters(store, system);
  expect(await letters()).toMatchObject([{ status: 'review', reviewReason: expect.stringMatching(reason) }]);
  expect(await concerns()).toEqual([]);
  expect(await store.as(system, (tx) => tx.select().from(mailOut))).toEqual([]);
});

test('HTML is reduced to its words: nothing of it is run, fetched or shown', async () => {
  const evil =
    '<p>Concern: Noise</p><script>alert(1)</script><img src="http://evil.example/x.png"><p>Area: <a href="http://evil.example">Pell Street</a></p><style>p{}</style>';
  await sendRaw(box.port, html(evil), QUILL);
  await sortLetters(store, system);
  expect(await concerns()).toMatchObject([{ words: 'Noise', placeWords: 'Pell Street' }]);
  expect(JSON.stringify((await letters()).map(({ raw: _, ...shown }) => shown))).not.toMatch(/evil|alert|<p>/);
});

test.each([
  [
    'a charset that is not what it says',
    Buffer.concat([
      Buffer.from(letterOf(QUILL, '').replace('utf-8', 'x-no-such')),
      Buffer.from('Concern: Caf\xe9\r\nArea: Pell Street', 'latin1'),
    ]),
    /^Caf/,
  ],
  [
    'Latin-1',
    Buffer.concat([
      Buffer.from(letterOf(QUILL, '').replace('utf-8', 'iso-8859-1')),
      Buffer.from('Concern: Café\r\nArea: Pell Street', 'latin1'),
    ]),
    /^Café$/,
  ],
  [
    'control and direction characters',
    Buffer.from(letterOf(QUILL, 'Concern: No\u0000i\u202Ese\r\nArea: Pell Street')),
    /^Noise$/,
  ],
])('%s does not stop a letter', async (_, raw, words) => {
  await sendRaw(box.port, raw, QUILL);
  await sortLetters(store, system);
  expect((await concerns()).map((each) => each.words)).toEqual([expect.stringMatching(words)]);
});

test('a letter larger than 30 MB is refused to its sender, and its beginning kept', async () => {
  const huge = Buffer.concat([Buffer.from(letterOf(QUILL, 'Concern: x\r\n')), Buffer.alloc(31 * 1024 * 1024, 'a\r\n')]);
  const post = createTransport({ host: '127.0.0.1', port: box.port, ignoreTLS: true });
  await expect(post.sendMail({ envelope: { from: QUILL, to: ['concerns@example.org'] }, raw: huge })).rejects.toThrow(
    /30 MB|552|exceed/i,
  );
  post.close();
});

test('a letter to another address is not taken', async () => {
  await expect(sendRaw(box.port, letterOf(QUILL, WHOLE), QUILL, 'chief@example.org')).rejects.toThrow(/no mailbox/);
  expect(await letters()).toEqual([]);
});

test('a complaint about an officer is laid before the coordinator, sent on, and its words do not stay', async () => {
  await sendRaw(
    box.port,
    letterOf(QUILL, 'Concern: The officer who came was rude and swore at my mother.\nArea: Pell Street'),
    QUILL,
  );
  await sortLetters(store, system);
  const [letter] = await letters();
  expect(letter).toMatchObject({ status: 'review', reviewReason: expect.stringMatching(/complaint about an officer/) });
  expect((await ask(actingAs('officer'), 'POST', `/api/records/mail/${letter?.mailId}/route-out`)).status).toBe(403);
  expect((await ask(coordinator, 'POST', `/api/records/mail/${letter?.mailId}/route-out`)).status).toBe(200);
  const [after] = await letters();
  expect(after).toMatchObject({ status: 'set-aside', text: '', subject: '', from: QUILL });
  expect(after?.raw.length).toBe(0);
  expect(await concerns()).toEqual([]);
});

test('the coordinator files a stranger’s letter with its parts; a second filing is told that it is done', async () => {
  await sendRaw(
    box.port,
    letterOf('ana@elsewhere.example', 'The lamps are out behind the school'),
    'ana@elsewhere.example',
  );
  await sortLetters(store, system);
  const { letters: listed } = (await ask(coordinator, 'GET', '/api/records/mail?status=review')).json;
  const path = `/api/records/mail/${listed[0].mailId}/file`;
  expect((await ask(coordinator, 'POST', path, { words: 'x', area: ' ', actions: '' })).status).toBe(422);
  const parts = { words: 'The lamps are out', area: 'Behind the school', actions: '' };
  const filed = await ask(coordinator, 'POST', path, parts);
  expect(filed).toMatchObject({ status: 201, json: { words: 'The lamps are out', filedBy: 'p-jordan' } });
  expect((await ask(coordinator, 'POST', path, parts)).status).toBe(409);
  expect(await concerns()).toHaveLength(1);
});

test('while the mail server is dead letters wait with the reason; when it is back they go out once', async () => {
  await sendRaw(box.port, letterOf(QUILL, WHOLE), QUILL);
  await sortLetters(store, system);
  const waiting = (await store.as(system, (tx) => tx.select().from(mailOut))).length;
  const dead = createTransport({ host: '127.0.0.1', port: 9, ignoreTLS: true });
  expect(await postLetters(store, system, dead, 'commonbeat@example.org')).toMatchObject({
    sent: 0,
    stoppedBy: expect.stringMatching(/ECONNREFUSED/),
  });
  const tried = (await store.as(system, (tx) => tx.select().from(mailOut))).filter(({ tries }) => tries > 0);
  expect(tried).toMatchObject([{ status: 'waiting', tries: 1, lastError: expect.stringMatching(/ECONNREFUSED/) }]);

  const got: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, session, done) => {
      let text = '';
      for await (const chunk of stream as AsyncIterable<Buffer>) text += chunk.toString();
      got.push(`${session.envelope.rcptTo.map(({ address }) => address)}\n${text}`);
      done();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const alive = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  expect(await postLetters(store, system, alive, 'commonbeat@example.org')).toEqual({
    sent: waiting,
    failed: 0,
    stoppedBy: null,
  });
  expect(await postLetters(store, system, alive, 'commonbeat@example.org')).toEqual({
    sent: 0,
    failed: 0,
    stoppedBy: null,
  });
  await new Promise<void>((resolve) => server.close(resolve));
  expect(got).toHaveLength(waiting);
  expect(got.find((letter) => letter.startsWith(QUILL))).toMatch(/Auto-Submitted: auto-generated/);
});

test('no letter is lost: what came is what waits, was filed, was asked for, or is kept for review', async () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    letterOf(i % 3 ? QUILL : 'ana@elsewhere.example', i % 2 ? WHOLE : 'No labels here', [
      `Message-ID: <m${i}@example.org>`,
    ]),
  );
  await Promise.all(
    many.map((letter) => sendRaw(box.port, letter, letter.includes('ana@') ? 'ana@elsewhere.example' : QUILL)),
  );
  expect(await sortLetters(store, system)).toBe(30);
  const kept = await letters();
  expect(kept.map(({ status }) => status).sort()).toEqual([
    ...Array(10).fill('asked'),
    ...Array(10).fill('filed'),
    ...Array(10).fill('review'),
  ]);
  expect((await concerns()).length + (await store.as(system, (tx) => tx.select().from(concernUpdate))).length).toBe(10);
});

test('a letter that names nobody is not asked about: there is nobody to answer', async () => {
  await sendRaw(box.port, Buffer.from('Subject: none\r\n\r\nConcern: Lamps'), QUILL);
  await sortLetters(store, system);
  const [letter] = await letters();
  await store.pool.query(`update mail_in set "from" = ''`);
  const answer = await ask(coordinator, 'POST', `/api/records/mail/${letter?.mailId}/ask`, { lacks: ['area'] });
  expect(answer).toMatchObject({ status: 422, json: { detail: expect.stringMatching(/nobody to answer/) } });
  expect(await store.as(system, (tx) => tx.select().from(mailOut))).toEqual([]);
});
