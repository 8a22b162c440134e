import { z } from 'zod';
import { LocalMoment } from './common.ts';

/** A message as it arrived; the raw bytes are kept beside it before the sender is told that it was taken. */
export const MailIn = z.object({
  mailId: z.string(), // M-0031
  receivedAt: LocalMoment,
  from: z.string(), // as written; never trusted as proof of who wrote
  subject: z.string(),
  sizeBytes: z.number().int(),
  text: z.string(), // plain text, cut at 20,000 characters; HTML is reduced to its words
  status: z.enum(['waiting', 'filed', 'asked', 'review', 'set-aside']),
  reviewReason: z.string(), // too large, not one of ours, could not be read, missing area …
  found: z.object({ words: z.string(), area: z.string(), actions: z.string() }).nullable(), // the three parts of V.B.4
  missing: z.array(z.enum(['concern', 'area', 'actions'])),
  concernId: z.string().nullable(),
});
export type MailIn = z.infer<typeof MailIn>;

export const MailOut = z.object({
  mailOutId: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  about: z.string().nullable(), // record id
  status: z.enum(['waiting', 'sent', 'failed']),
  tries: z.number().int(),
  lastError: z.string().nullable(),
  queuedAt: LocalMoment,
  sentAt: LocalMoment.nullable(),
});
export type MailOut = z.infer<typeof MailOut>;
