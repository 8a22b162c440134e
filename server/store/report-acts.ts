import { eq, sql } from 'drizzle-orm';
import { editReport, refreshReport, strayEdits } from '#analysis/report/edit.ts';
import { sentenceOf } from '#analysis/report/printed.ts';
import { receiverOf } from '#analysis/report/standing.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { Report } from '#data/schema/records/report.ts';
import type { ReportChange, ReportEvidence } from '#data/schema/records/report-view.ts';
import { FieldsRefused, NotTheirs, RecordRefused } from '#server/errors.ts';
import { grown } from './kept.ts';
import { createNotice, mailNotice } from './notices.ts';
import type { Tx } from './record-store.ts';
import { readEvidence } from './report-evidence.ts';
import { hashOf, isTheirs, lacksOf, readNames } from './report-sheet.ts';
import { draftFresh, findReport, keepDraft, theReport } from './reports.ts';
import { readChoices } from './settings.ts';
import { report } from './tables/notices.ts';

export type ReportTurn = {
  readonly tx: Tx;
  readonly acting: Acting;
  readonly reportId: string;
  readonly seen: { readonly revision: number };
};

/** A person's words and actions. Figures, items and their order are nothing that an edit can name. */
export async function changeReport(turn: ReportTurn, edit: Omit<ReportChange, 'revision'>): Promise<Report> {
  const draft = await ownDraft(turn);
  const stray = strayEdits(draft, edit);
  if (stray.length > 0) {
    throw new FieldsRefused(stray.map((path) => ({ path, message: 'The report has no such item.' })));
  }
  return keep(turn, draft, editReport(draft, edit));
}

/** Brings the figures up to date; every word that was written stays. */
export async function refreshFigures(turn: ReportTurn): Promise<Report> {
  const draft = await ownDraft(turn);
  const { fresh } = await draftFresh(turn.tx, draft);
  return keep(turn, draft, refreshReport(draft, fresh));
}

/** Sends it for good: hashed, told to who receives it, and never changed again. */
export async function sendReport(turn: ReportTurn): Promise<Report> {
  const { tx, acting } = turn;
  const draft = await ownDraft(turn);
  const lacks = await lacksOf(tx, acting, draft);
  if (lacks.length > 0) {
    throw new FieldsRefused(lacks.map(({ code, itemId, words }) => ({ path: itemId ?? code, message: words })));
  }
  const sent: Report = { ...draft, status: 'sent', sentAt: acting.nowLocal, sentBy: acting.actor.personId };
  const kept = await keep(turn, draft, { ...sent, hash: hashOf(sent) });
  await tellReceiver(tx, acting, kept);
  return kept;
}

/** The receipt: that who it was for has it. */
export async function receiveReport({ tx, acting, reportId, seen }: ReportTurn): Promise<Report> {
  const sent = await lockReport(tx, reportId);
  const receiver = receiverOf(sent, await readChoices(tx));
  if (acting.actor.role !== receiver) throw new NotTheirs(`It is for the ${receiver.replaceAll('-', ' ')} to receive.`);
  if (sent.status !== 'sent')
    throw new RecordRefused('status', `${reportId} is ${sent.status}: only what was sent can be received.`);
  const [kept] = await tx
    .update(report)
    .set({
      ...grown(`Report ${reportId}`, sent, seen, acting),
      status: 'received',
      receivedAt: acting.nowLocal,
      receivedBy: acting.actor.personId,
    })
    .where(eq(report.reportId, reportId))
    .returning();
  return kept ?? theReport(tx, reportId);
}

/** A new draft beside what was sent, linked to it, with its words. What was sent stays as it is. */
export async function amendReport(tx: Tx, acting: Acting, reportId: string): Promise<Report> {
  const sent = await theReport(tx, reportId);
  if (sent.status === 'draft')
    throw new RecordRefused('status', `${reportId} was not sent yet: change the draft itself.`);
  if (!isTheirs(acting, sent, await readNames(tx))) throw new NotTheirs('Only its author amends a report.');
  const root = sent.amends ?? sent.reportId;
  const { rows } = await tx.execute<{ amendments: number; open: string | null }>(
    sql`select count(*)::int as amendments, max(report_id) filter (where status = 'draft') as open
        from report where amends = ${root}`,
  );
  const open = rows[0]?.open ? await findReport(tx, rows[0].open) : null;
  if (open) return open;
  const wanted = { ...sent, reportId: `${root}/amendment-${(rows[0]?.amendments ?? 0) + 1}`, amends: root };
  const { report: draft } = await keepDraft(tx, acting, wanted);
  const words = refreshReport({ ...draft, parts: sent.parts, summary: sent.summary }, draft);
  return keep({ tx, acting, reportId: draft.reportId, seen: draft }, draft, words);
}

/** The records behind an item (or a part's totals), and what was said in the same place the last time. */
export async function evidenceOf(
  tx: Tx,
  kept: Report,
  partName: string,
  itemId: string | null,
): Promise<ReportEvidence> {
  const part = kept.parts.find((each) => each.part === partName);
  const item = part?.items.find((each) => each.itemId === itemId) ?? null;
  const figures = (item ?? part)?.figures ?? [];
  const rows = [...figures.flatMap((figure) => figure.rows), ...(item ? [item.itemId] : [])];
  return { ...(await readEvidence(tx, rows)), before: item ? await saidBefore(tx, kept, item.itemId) : null };
}

async function saidBefore(tx: Tx, kept: Report, itemId: string): Promise<ReportEvidence['before']> {
  const earlierId = kept.parts
    .flatMap(({ items }) => items)
    .find((each) => each.itemId === itemId && each.carriedFrom)?.carriedFrom;
  const earlier = earlierId ? await findReport(tx, earlierId) : null;
  if (earlier === null) return null;
  const { reportId, sentAt, receivedAt } = earlier;
  const places = earlier.parts.flatMap((part) => part.items.map((item) => ({ part: part.part, item })));
  const found = places.find(({ part, item }) => item.itemId === itemId && (part === 'a' || part === 'b'));
  if (found === undefined) return null;
  const recommended = places.find(({ part, item }) => item.itemId === itemId && part === 'c')?.item;
  return {
    reportId,
    part: found.part,
    said: sentenceOf(found.item),
    words: found.item.words,
    action: recommended?.action || recommended?.reasonForNone || found.item.action,
    sentAt,
    receivedAt,
  };
}

async function lockReport(tx: Tx, reportId: string): Promise<Report> {
  const [found] = await tx.select().from(report).where(eq(report.reportId, reportId)).for('update');
  return found ?? theReport(tx, reportId); // row rules may hide from an update what may be read
}

async function ownDraft({ tx, acting, reportId }: ReportTurn): Promise<Report> {
  const kept = await lockReport(tx, reportId);
  if (!isTheirs(acting, kept, await readNames(tx))) throw new NotTheirs(`${reportId} is written by somebody else.`);
  if (kept.status !== 'draft') {
    throw new RecordRefused('status', `${reportId} was sent and stays as it is; write an amendment.`);
  }
  return kept;
}

async function keep({ tx, acting, reportId, seen }: ReportTurn, before: Report, now: Report): Promise<Report> {
  const { summary, parts, status, sentAt, sentBy, hash } = now;
  const [kept] = await tx
    .update(report)
    .set({ ...grown(`Report ${reportId}`, before, seen, acting), summary, parts, status, sentAt, sentBy, hash })
    .where(eq(report.reportId, reportId))
    .returning();
  return kept ?? theReport(tx, reportId);
}

async function tellReceiver(tx: Tx, acting: Acting, sent: Report): Promise<void> {
  const { reportId, kind, amends } = sent;
  const names = await readNames(tx);
  const what = `${kind === 'quarterly' ? 'Quarterly' : 'Monthly'} report ${reportId}`;
  const { notice, isNew } = await createNotice(tx, acting, {
    kind: 'report-sent',
    onceKey: `report-sent/${reportId}`,
    clause: kind === 'quarterly' ? 'V.B.3' : 'A.4',
    toRole: receiverOf(sent, await readChoices(tx)),
    toPersonId: null,
    groupId: kind === 'monthly-group' ? sent.subject : null,
    concernIds: [],
    title: `${what} was sent`,
    words: `${names.people.get(acting.actor.personId) ?? acting.actor.name} sent ${what}${amends ? `, which amends ${amends}` : ''}. It can no longer change. Open it under Reports and note that you received it.`,
  });
  if (isNew) await mailNotice(tx, acting, notice);
}
