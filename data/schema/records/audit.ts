import { z } from 'zod';

/** One line of the audit. `hash` = sha256 over the line before it and this one; nothing is ever changed or removed. */
export const AuditLine = z.object({
  number: z.number().int(), // from 1, without gaps
  at: z.string(), // UTC, the machine's clock
  localAt: z.string(), // the city's clock
  personId: z.string(),
  role: z.string(),
  action: z.enum([
    'create',
    'change',
    'remove',
    'sign-in',
    'sign-in-refused',
    'sign-out',
    'lock',
    'unlock',
    'export',
    'print',
    'view-exact',
    'access-refused',
    'other',
  ]),
  kind: z.string(), // concern, group, report … or session, extract
  recordId: z.string(),
  changed: z.record(z.string(), z.unknown()), // field → [before, after]; private fields say only that they changed
  words: z.string(),
  hash: z.string(), // 64 hex digits
});
export type AuditLine = z.infer<typeof AuditLine>;
