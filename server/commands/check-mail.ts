import { createTransport } from 'nodemailer';
import { UsageError } from '#server/errors.ts';
import { type MailPlace, readMailPlace } from '#server/mail/mail-place.ts';
import type { Found } from './check-machine.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const PATIENCE_MILLISECONDS = 5000;

/** What the environment says about letters makes sense, and the mail server that it names answers. */
export async function checkMail(environment: Environment): Promise<Found> {
  const place = readOr(environment);
  if (typeof place === 'string')
    return { state: 'broken', detail: `${place}; mend the variable and start serve again` };
  const idle = idleVariables(environment, place);
  if (idle !== null) return { state: 'broken', detail: idle };
  const trouble = place.out === null ? null : await troubleAt(place.out.url);
  if (trouble !== null) {
    return {
      state: 'broken',
      detail: `the mail server of COMMONBEAT_SMTP_URL does not take us (${trouble}); letters wait until it does`,
    };
  }
  const comesIn = place.in === null ? 'none come in' : `in: ${place.in.address} at ${place.in.host}:${place.in.port}`;
  if (place.out !== null) return { state: 'ok', detail: `out: as ${place.out.from}; ${comesIn}` };
  return {
    state: 'note',
    detail: `no mail server is named, so letters that go out wait (set COMMONBEAT_SMTP_URL and COMMONBEAT_MAIL_FROM); ${comesIn}`,
  };
}

function readOr(environment: Environment): MailPlace | string {
  try {
    return readMailPlace(environment);
  } catch (cause) {
    if (cause instanceof UsageError) return cause.message;
    throw cause;
  }
}

/** A variable that does nothing without another one is a slip of whoever set it. */
function idleVariables(environment: Environment, place: MailPlace): string | null {
  if (place.out === null && environment.COMMONBEAT_MAIL_FROM) {
    return 'COMMONBEAT_MAIL_FROM does nothing alone; set COMMONBEAT_SMTP_URL too';
  }
  const name = ['COMMONBEAT_MAIL_PORT', 'COMMONBEAT_MAIL_HOST'].find((each) => environment[each]);
  if (place.in !== null || name === undefined) return null;
  return `${name} does nothing alone; set COMMONBEAT_MAIL_ADDRESS, the address that letters are taken for`;
}

async function troubleAt(url: string): Promise<string | null> {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MILLISECONDS,
    greetingTimeout: PATIENCE_MILLISECONDS,
    socketTimeout: PATIENCE_MILLISECONDS,
  });
  try {
    await transport.verify();
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  } finally {
    transport.close();
  }
}
