import { z } from 'zod';
import { Person } from './records/person.ts';

/** A person as the administrator sees them: who they are and how they sign in. */
export const Account = Person.extend({
  hasAccount: z.boolean(),
  hasPassword: z.boolean(),
  hasCode: z.boolean(), // second factor
  hasSignOn: z.boolean(), // the department's own
  sessions: z.number().int(),
  closedUntil: z.string().nullable(), // too many wrong passwords: UTC
});
export type Account = z.infer<typeof Account>;

/** A session as its person and the administrator see it. Moments are UTC. */
export const OpenSession = z.object({
  sessionId: z.string(),
  personId: z.string(),
  name: z.string(),
  createdAt: z.string(),
  lastActiveAt: z.string(),
  expiresAt: z.string(),
  isLocked: z.boolean(),
  isThis: z.boolean(), // the one that asks
  device: z.string(), // what its browser called itself
});
export type OpenSession = z.infer<typeof OpenSession>;

/** Told once. */
export const NewPassword = z.object({ personId: z.string(), password: z.string() });
export const SecondFactor = z.object({ uri: z.string(), recoveryCodes: z.array(z.string()) });
