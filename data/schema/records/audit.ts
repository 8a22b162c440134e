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

const KeptAt = z.object({ number: z.number().int(), at: z.string() }); // a line, and when its hash was kept: the city's clock

/** What was found of the audit's chain, in itself and against the heads that are kept outside the database. */
export const AuditVerdict = z.object({
  lines: z.number().int(),
  brokenAt: z.number().int().nullable(), // the first line that does not follow from the one before it
  heads: z.object({
    kept: z.number().int(), // how many were compared
    last: KeptAt.nullable(), // kept last; null where none is
    /** The first kept line that is missing from the audit or is another one now, and the last before it that still stands. */
    astray: KeptAt.extend({ isMissing: z.boolean(), goodTo: KeptAt.nullable() }).nullable(),
    /** When the records came back from a backup; what had been written after line `cameTo` was lost then, `lostTo` at least. */
    restores: z.array(
      z.object({
        at: z.string(),
        backupOf: z.string(), // the moment of the backup
        cameTo: z.number().int(),
        lostTo: z.number().int().nullable(),
      }),
    ),
    unreadableAt: z.number().int().nullable(), // the first line of the file that is no head
  }),
});
export type AuditVerdict = z.infer<typeof AuditVerdict>;
