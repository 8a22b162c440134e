import { z } from 'zod';
import { UsageError } from '#server/errors.ts';

const Environment = z.object({
  COMMONBEAT_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  COMMONBEAT_MAIL_FROM: z.email().optional(),
  COMMONBEAT_MAIL_ADDRESS: z.email().optional(),
  COMMONBEAT_MAIL_PORT: z.coerce.number().int().min(0).max(65535).default(2525),
  COMMONBEAT_MAIL_HOST: z.string().default('127.0.0.1'),
});

/** Where letters go out and come in. Either may be missing: then letters wait, or none are taken. */
export type MailPlace = {
  readonly out: { url: string; from: string } | null;
  readonly in: { address: string; host: string; port: number } | null;
};

/** Reads the mail's part of the environment. */
export function readMailPlace(environment: Readonly<Record<string, string | undefined>>): MailPlace {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const { path, message } = read.error.issues[0] ?? { path: [], message: '' };
    throw new UsageError(`${path.join('.')} is not usable: ${message}`);
  }
  const { COMMONBEAT_SMTP_URL: url, COMMONBEAT_MAIL_FROM: from, COMMONBEAT_MAIL_ADDRESS: address, ...rest } = read.data;
  if (url !== undefined && from === undefined) {
    throw new UsageError('COMMONBEAT_SMTP_URL needs COMMONBEAT_MAIL_FROM, the address that letters come from');
  }
  return {
    out: url !== undefined && from !== undefined ? { url, from } : null,
    in: address === undefined ? null : { address, host: rest.COMMONBEAT_MAIL_HOST, port: rest.COMMONBEAT_MAIL_PORT },
  };
}
