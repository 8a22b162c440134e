import { and, count, desc, eq, gte, ilike, lte, or, type SQL, sql } from 'drizzle-orm';
import { REGISTER } from '#data/register/catalog.ts';
import { checkFields } from '#data/register/fields-schema.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { RegisterEntry, RegisterKind } from '#data/schema/records/register.ts';
import { FieldsRefused, RecordChanged, RecordMissing, RecordRefused } from '#server/errors.ts';
import { born, grown, nextReference } from './kept.ts';
import type { Tx } from './record-store.ts';
import { type EntryDraft, openStates } from './register-draft.ts';
import { mustKeep } from './register-keepers.ts';
import { checkReferences } from './register-references.ts';
import { RULES } from './register-rules.ts';
import { keepWithheld, withoutFewAnswers } from './survey-answers.ts';
import { registerEntry } from './tables/notices.ts';

export type EntryQuestion = {
  readonly kind?: RegisterKind | undefined;
  readonly groupId?: string | undefined;
  readonly concernId?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly open?: boolean | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly words?: string | undefined;
  readonly limit: number;
  readonly skip: number;
};

/** Newest first. Survey answers of few people are left out here, before anything leaves the store. */
export async function listEntries(tx: Tx, asked: EntryQuestion): Promise<{ entries: RegisterEntry[]; total: number }> {
  const where = and(...conditionsOf(asked));
  const entries = await tx
    .select()
    .from(registerEntry)
    .where(where)
    .orderBy(desc(registerEntry.happenedOn), desc(registerEntry.entryId))
    .limit(asked.limit)
    .offset(asked.skip);
  const [all] = await tx.select({ total: count() }).from(registerEntry).where(where);
  return { entries: entries.map(withoutFewAnswers), total: all?.total ?? 0 };
}

function conditionsOf({
  kind,
  groupId,
  concernId,
  ownerId,
  open,
  from,
  to,
  words,
}: EntryQuestion): (SQL | undefined)[] {
  const sought = words ? `%${words.replaceAll(/[%_\\]/g, '\\$&')}%` : undefined;
  return [
    kind === undefined ? undefined : eq(registerEntry.kind, kind),
    groupId === undefined ? undefined : eq(registerEntry.groupId, groupId),
    concernId === undefined ? undefined : sql`${concernId} = any(${registerEntry.concernIds})`,
    ownerId === undefined ? undefined : eq(registerEntry.ownerId, ownerId),
    open === undefined ? undefined : isOpen(open),
    from === undefined ? undefined : gte(registerEntry.happenedOn, from),
    to === undefined ? undefined : lte(registerEntry.happenedOn, to),
    sought === undefined ? undefined : or(ilike(registerEntry.title, sought), ilike(registerEntry.entryId, sought)),
  ];
}

const isOpen = (wanted: boolean): SQL =>
  sql`coalesce(${openStates()}::jsonb -> ${registerEntry.kind} ? ${registerEntry.status}, false) = ${wanted}`;

export async function readEntry(tx: Tx, kind: RegisterKind, entryId: string): Promise<RegisterEntry> {
  return withoutFewAnswers(await readWhole(tx, kind, entryId));
}

/** As it is stored: for the store's own use, never for an answer. */
export async function readWhole(tx: Tx, kind: RegisterKind, entryId: string): Promise<RegisterEntry> {
  const [found] = await tx
    .select()
    .from(registerEntry)
    .where(and(eq(registerEntry.entryId, entryId), eq(registerEntry.kind, kind)));
  if (found === undefined) throw new RecordMissing(`${REGISTER[kind].one} ${entryId}`);
  return found;
}

/** Entries that this one names, and those that name it: a request is traced both ways. */
export async function readLinked(tx: Tx, entry: RegisterEntry): Promise<RegisterEntry[]> {
  const named = JSON.stringify(entry.fields).match(/(?<=")[A-Z]{1,2}-\d{4,}(?=")/g) ?? [];
  const names = sql`jsonb_path_exists(${registerEntry.fields}, '$.** ? (@ == $id)', jsonb_build_object('id', ${entry.entryId}::text))`;
  const linked = await tx
    .select()
    .from(registerEntry)
    .where(and(or(sql`${registerEntry.entryId} = any(${sql.param(named)}::text[])`, names)))
    .orderBy(desc(registerEntry.happenedOn))
    .limit(100);
  return linked.filter(({ entryId }) => entryId !== entry.entryId).map(withoutFewAnswers);
}

export async function createEntry(
  tx: Tx,
  acting: Acting,
  kind: RegisterKind,
  sent: EntryDraft,
): Promise<RegisterEntry> {
  mustKeep(kind, acting);
  const rule = RULES[kind];
  const draft = (await rule?.prepare?.(tx, acting, sent, null)) ?? sent;
  const checked = await checkDraft(tx, kind, draft);
  const approved = rule?.approvedFromTheStart?.(checked, acting) ?? { approvedBy: null, approvedOn: null };
  mustWaitForChief(kind, checked.status, approved.approvedOn);
  const entryId = await nextReference(tx, REGISTER[kind].letters);
  const row = { ...checked, ...approved, ...born(acting), entryId, kind, release: 'internal' as const };
  const [made] = await tx.insert(registerEntry).values(row).returning();
  if (made === undefined) throw new RecordMissing(entryId);
  await rule?.after?.(tx, acting, made, null);
  return withoutFewAnswers(made);
}

export async function changeEntry(
  tx: Tx,
  acting: Acting,
  kind: RegisterKind,
  entryId: string,
  sent: EntryChange,
): Promise<RegisterEntry> {
  mustKeep(kind, acting);
  const current = await readWhole(tx, kind, entryId);
  const { revision } = sent;
  const life = grown(`${REGISTER[kind].one} ${entryId}`, withoutFewAnswers(current), { revision }, acting);
  const merged = changedDraft(current, sent);
  const rule = RULES[kind];
  const draft = (await rule?.prepare?.(tx, acting, merged, current)) ?? merged;
  const checked = await checkDraft(tx, kind, draft);
  if (checked.status !== current.status) mustWaitForChief(kind, checked.status, current.approvedOn);
  const [changed] = await tx
    .update(registerEntry)
    .set({ ...checked, ...life, ...releaseAfter(current, checked) })
    .where(and(eq(registerEntry.entryId, entryId), eq(registerEntry.revision, revision)))
    .returning();
  if (changed === undefined) throw new RecordChanged(`${REGISTER[kind].one} ${entryId}`, withoutFewAnswers(current));
  await rule?.after?.(tx, acting, changed, current);
  return withoutFewAnswers(changed);
}

/** What would leave with an entry: its title and the fields its kind tells. */
export const toldBy = (entry: Pick<RegisterEntry, 'kind' | 'title' | 'fields'>): string =>
  JSON.stringify([entry.title, ...REGISTER[entry.kind].tells.map((name) => entry.fields[name])]);

/** Words that change after a person let them out go back inside until a person lets them out again. */
function releaseAfter(current: RegisterEntry, draft: EntryDraft): Pick<RegisterEntry, 'release' | 'released'> {
  const isSame = toldBy(current) === toldBy({ ...draft, kind: current.kind });
  if (isSame) return { release: current.release, released: current.released };
  return { release: 'internal', released: null };
}

type EntryChange = { [Key in keyof EntryDraft]?: EntryDraft[Key] | undefined } & { revision: number };

function changedDraft(current: RegisterEntry, change: EntryChange): EntryDraft {
  const kept = <Value>(sent: Value | undefined, was: Value): Value => (sent === undefined ? was : sent);
  return {
    groupId: kept(change.groupId, current.groupId),
    concernIds: kept(change.concernIds, current.concernIds),
    title: kept(change.title, current.title),
    status: kept(change.status, current.status),
    ownerId: kept(change.ownerId, current.ownerId),
    happenedOn: kept(change.happenedOn, current.happenedOn),
    dueOn: kept(change.dueOn, current.dueOn),
    fields: keepWithheld(current, kept(change.fields, current.fields)),
  };
}

function mustWaitForChief(kind: RegisterKind, status: string, approvedOn: string | null): void {
  if (!REGISTER[kind].needsChief || approvedOn !== null || status === 'proposed') return;
  throw new RecordRefused('status', `The chief approves a ${REGISTER[kind].one} before it is anything but proposed.`);
}

async function checkDraft(tx: Tx, kind: RegisterKind, draft: EntryDraft): Promise<EntryDraft> {
  const spec = REGISTER[kind];
  const { fields, faults } = checkFields(kind, draft.fields);
  const found = [...faults];
  if (!spec.states.some(({ value }) => value === draft.status))
    found.push({ path: 'status', message: `One of: ${spec.states.map(({ value }) => value).join(', ')}.` });
  if (spec.group === 'required' && draft.groupId === null) found.push({ path: 'groupId', message: 'Name the group.' });
  if (spec.group === 'none' && draft.groupId !== null)
    found.push({ path: 'groupId', message: `A ${spec.one} belongs to no group.` });
  if (spec.dueOn === null && draft.dueOn !== null)
    found.push({ path: 'dueOn', message: `Nothing falls due on a ${spec.one}.` });
  found.push(...(await checkReferences(tx, kind, draft)));
  if (fields === null || found.length > 0) throw new FieldsRefused(found);
  return { ...draft, fields };
}
