import type { z } from 'zod';
import { openStatesOf, REGISTER } from '#data/register/catalog.ts';
import type { RegisterEntryFields } from '#data/schema/records/register.ts';

/** What a person writes of an entry; how far it may go is a separate act. */
export type EntryDraft = Omit<z.infer<typeof RegisterEntryFields>, 'kind' | 'release'>;

/** Which states of which kind count as open work, for SQL. */
export const openStates = (): string =>
  JSON.stringify(Object.fromEntries(Object.values(REGISTER).map(({ kind }) => [kind, openStatesOf(kind)])));
