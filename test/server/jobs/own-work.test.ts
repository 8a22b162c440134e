import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { afterAll, expect, test } from 'vitest';
import { startOwnWork } from '#server/jobs/own-work.ts';
import { readMailPlace } from '#server/mail/mail-place.ts';
import { systemActing } from '#server/store/record-store.ts';
import { concern } from '#server/store/tables/concerns.ts';
import { person } from '#server/store/tables/people.ts';
import { freePort } from '#test/fixture/free-port.ts';
import { letterOf, sendRaw } from '#test/fixture/letters.ts';
import { freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const got: string[] = [];
const department = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: async (stream, _, done) => {
    let text = '';
    for await (const chunk of stream as AsyncIterable<Buffer>) text += chunk.toString();
    got.push(text);
    done();
  },
});
await new Promise<void>((resolve) => department.listen(0, '127.0.0.1', resolve));
afterAll(() => new Promise<void>((resolve) => department.close(resolve)));

test('a letter that comes in is filed, and its receipt goes out by the department’s mail server', async () => {
  const port = await freePort();
  const mail = readMailPlace({
    COMMONBEAT_SMTP_URL: `smtp://127.0.0.1:${(department.server.address() as AddressInfo).port}`,
    COMMONBEAT_MAIL_FROM: 'commonbeat@example.org',
    COMMONBEAT_MAIL_ADDRESS: 'concerns@example.org',
    COMMONBEAT_MAIL_PORT: String(port),
  });
  const acting = systemActing(NOW);
  await store.as(acting, (tx) =>
    tx.insert(person).values({ personId: 'p-quill', name: 'Quill', role: 'officer', email: 'quill@example.org' }),
  );
  const stop = await startOwnWork({
    home: '.',
    store,
    timeZone: '',
    nowLocal: () => NOW,
    log: pino({ level: 'silent' }),
    mail,
  });
  await sendRaw(port, letterOf('quill@example.org', 'Concern: Lamps out\nArea: Pell Street'), 'quill@example.org');
  const concerns = () => store.as(acting, (tx) => tx.select().from(concern));
  await expect.poll(concerns, { timeout: 30_000 }).toMatchObject([{ words: 'Lamps out', placeWords: 'Pell Street' }]);
  await expect.poll(() => got.length, { timeout: 70_000 }).toBeGreaterThan(0);
  await stop();
  expect(got[0]).toMatch(/From: commonbeat@example.org[\s\S]*To: quill@example.org/);
}, 120_000);

test.each([
  [{ COMMONBEAT_SMTP_URL: 'http://x' }, /COMMONBEAT_SMTP_URL/],
  [{ COMMONBEAT_SMTP_URL: 'smtp://x' }, /needs COMMONBEAT_MAIL_FROM/],
  [{ COMMONBEAT_MAIL_ADDRESS: 'nobody' }, /COMMONBEAT_MAIL_ADDRESS/],
])('a wrong environment (%j) is named', (environment, words) => {
  expect(() => readMailPlace(environment)).toThrow(words);
});
