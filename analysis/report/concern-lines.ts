import type { Concern } from '#data/schema/records/concern.ts';
import type { ReportFigure } from '#data/schema/records/report.ts';
import { CLOSE_WORDS, isNewIn, wasWaitingIn } from './concern-state.ts';
import { isWithin, type Period } from './period.ts';
import { dayInWords, ended, figureOf, unbraced } from './printed.ts';
import { personInWords, type ReportRecords } from './report-records.ts';

export type Sentence = { readonly drafted: string; readonly figures: ReportFigure[] };

/** Where a concern stands at the end of a period, from its own records. */
export function concernSentence(concern: Concern, records: ReportRecords, period: Period): Sentence {
  const { concernId, heardAt, closedOn, closeReason } = concern;
  const day = (local: string) => dayInWords(local, period.to);
  const done = actionsOn(concernId, records, period);
  const waiting = records.referrals.filter(
    (referral) => referral.concernId === concernId && referral.status === 'waiting' && wasWaitingIn(referral, period),
  );
  const said = [isNewIn(concern, period) ? `New, heard ${day(heardAt)}.` : `Heard ${day(heardAt)}.`];
  const last = done.at(-1);
  said.push(last ? `{actions}, the last on ${day(last.at)}: ${ended(shortened(last.words))}` : '{actions}.');
  if (waiting.length > 0) {
    const names = waiting.map(({ to, referredOn }) => `${unbraced(to)}, asked ${day(referredOn)}`).join('; ');
    said.push(`{referrals-waiting} (${names}).`);
  }
  said.push(toldSentence(concern, records, period, day));
  if (closedOn !== null && closedOn <= period.to) {
    said.push(`Closed ${day(closedOn)}: ${closeReason ? CLOSE_WORDS[closeReason] : 'no reason was written'}.`);
  }
  const figures = [figureOf('actions', ids(done), 'action', 'actions')];
  if (waiting.length > 0) {
    const rows = waiting.map(({ referralId }) => referralId);
    figures.push(figureOf('referrals-waiting', rows, 'referral waits', 'referrals wait'));
  }
  return { drafted: said.filter(Boolean).join(' '), figures };
}

/** What was done about a concern in the period, oldest first. */
export const actionsOn = (concernId: string, { updates }: ReportRecords, period: Period) =>
  updates
    .filter((update) => update.concernId === concernId && ACTS.has(update.kind) && isWithin(update.at, period))
    .sort((one, other) => one.at.localeCompare(other.at));

const ACTS = new Set(['did', 'conveyed', 'partner']);

/** The plan that the concern's own record holds, with who owns it. */
export function nextStepSentence(concern: Concern, records: ReportRecords, period: Period): string {
  const { nextStep, nextStepOn, ownerId } = concern;
  const by = nextStepOn ? ` by ${dayInWords(nextStepOn, period.to)}` : '';
  const step = nextStep === '' ? 'No next step is on record.' : `Next step on record: ${ended(`${nextStep}${by}`)}`;
  return `${step} Owner: ${personInWords(records, ownerId)}.`;
}

/** Why a closed or merged concern asks for nothing more; empty where it does. */
export function reasonForNothing({ closedOn, closeReason, duplicateOf }: Concern, period: Period): string {
  if (duplicateOf !== null) return `It is one with ${duplicateOf}.`;
  if (closedOn === null || closedOn > period.to) return '';
  return `It was closed ${dayInWords(closedOn, period.to)}${closeReason ? `: ${CLOSE_WORDS[closeReason]}` : ''}.`;
}

/** True of a reason that was drafted, which falls when its cause does: a concern may be opened again. */
export const isDraftedReason = (reason: string): boolean => /^It (was closed|is one with) /.test(reason);

/** What the group knew by the end of the period; a later word is a later report's. */
function toldSentence(
  { concernId, lastToldOn }: Concern,
  { updates }: ReportRecords,
  period: Period,
  day: (local: string) => string,
): string {
  if (lastToldOn === null) return 'The group has not been told yet.';
  if (lastToldOn <= period.to) return `The group was told ${day(lastToldOn)}.`;
  const told = updates.filter(
    (each) => each.concernId === concernId && each.kind === 'told' && isWithin(each.at, period),
  );
  const last = told
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return last ? `The group was told ${day(last)}.` : '';
}

export const shortened = (words: string, longest = 120): string =>
  words.length <= longest ? words : `${words.slice(0, longest - 1).trimEnd()}…`;

const ids = (updates: readonly { updateId: string }[]) => updates.map(({ updateId }) => updateId);
