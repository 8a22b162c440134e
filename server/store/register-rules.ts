import type { Acting } from '#data/schema/records/person.ts';
import type { RegisterEntry, RegisterKind } from '#data/schema/records/register.ts';
import type { Tx } from './record-store.ts';
import { handOverPost, mustNameSomeone } from './register-appointment.ts';
import type { EntryDraft } from './register-draft.ts';
import { endOthersOf, mustServe } from './register-liaison.ts';
import { approvedByOrder, fromCatalog, underApprovedProgram } from './register-programs.ts';
import {
  mustAnswer,
  mustHaveConcerns,
  mustHaveVisited,
  mustPublishReleased,
  mustSurvey,
  tellEveryone,
  withoutCase,
} from './register-small-rules.ts';

/** What a kind asks beyond its fields. `prepare` may fill in or refuse; `after` does what follows from it. */
export type KindRule = {
  readonly prepare?: (tx: Tx, acting: Acting, draft: EntryDraft, current: RegisterEntry | null) => Promise<EntryDraft>;
  readonly approvedFromTheStart?: (
    draft: EntryDraft,
    acting: Acting,
  ) => Pick<RegisterEntry, 'approvedBy' | 'approvedOn'>;
  readonly after?: (tx: Tx, acting: Acting, entry: RegisterEntry, before: RegisterEntry | null) => Promise<void>;
};

export const RULES: Partial<Record<RegisterKind, KindRule>> = {
  program: { prepare: fromCatalog, approvedFromTheStart: approvedByOrder },
  'program-activity': { prepare: underApprovedProgram },
  appointment: { prepare: handOverPost },
  liaison: { prepare: mustServe, after: endOthersOf },
  assessment: { prepare: mustHaveVisited },
  'analysis-request': { prepare: mustAnswer },
  'policy-suggestion': { prepare: mustHaveConcerns },
  publication: { prepare: mustPublishReleased },
  'training-need': { prepare: withoutCase },
  'survey-wave': { prepare: mustSurvey },
  objective: { prepare: mustNameSomeone, after: tellEveryone },
};
