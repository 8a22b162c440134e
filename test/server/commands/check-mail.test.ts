import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { checkMail } from '#server/commands/check-mail.ts';

const SMTP = { COMMONBEAT_SMTP_URL: 'smtp://127.0.0.1:1', COMMONBEAT_MAIL_FROM: 'desk@example.org' };

test('nothing set is noted with what to set', async () => {
  expect(await checkMail({})).toEqual({
    state: 'note',
    detail: expect.stringMatching(
      /^no mail server is named, .*set COMMONBEAT_SMTP_URL and COMMONBEAT_MAIL_FROM\); none come in$/,
    ),
  });
});

test.each([
  [{ COMMONBEAT_SMTP_URL: 'mail.example.org' }, /^COMMONBEAT_SMTP_URL is not usable/],
  [{ COMMONBEAT_SMTP_URL: 'smtp://127.0.0.1:1' }, /needs COMMONBEAT_MAIL_FROM/],
  [{ COMMONBEAT_MAIL_FROM: 'desk@example.org' }, /set COMMONBEAT_SMTP_URL too/],
  [{ COMMONBEAT_MAIL_ADDRESS: 'nobody' }, /^COMMONBEAT_MAIL_ADDRESS is not usable/],
  [{ COMMONBEAT_MAIL_PORT: '2525' }, /^COMMONBEAT_MAIL_PORT does nothing alone; set COMMONBEAT_MAIL_ADDRESS/],
  [{ COMMONBEAT_MAIL_ADDRESS: 'in@example.org', COMMONBEAT_MAIL_PORT: '99999' }, /^COMMONBEAT_MAIL_PORT is not usable/],
  [SMTP, /does not take us \(.*ECONNREFUSED.*\); letters wait until it does$/],
])('%j is broken, and the variable is named', async (environment, words) => {
  expect(await checkMail(environment)).toEqual({ state: 'broken', detail: expect.stringMatching(words) });
});

test('a mail server that answers passes', async () => {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const environment = {
    ...SMTP,
    COMMONBEAT_SMTP_URL: `smtp://127.0.0.1:${port}`,
    COMMONBEAT_MAIL_ADDRESS: 'in@example.org',
  };
  expect(await checkMail(environment)).toEqual({
    state: 'ok',
    detail: 'out: as desk@example.org; in: in@example.org at 127.0.0.1:2525',
  });
  await new Promise<void>((resolve) => server.close(resolve));
});
