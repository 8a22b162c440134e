import type { Concern, Referral } from '#data/schema/records/concern.ts';
import type { ReportItem, ReportPart } from '#data/schema/records/report.ts';
import { actionsOn, concernSentence, shortened } from './concern-lines.ts';
import { isClosedIn, isNewIn, isOpenAfter, isSilent, wasOpenIn, wasWaitingIn } from './concern-state.ts';
import { itemOf, partOf } from './draft.ts';
import type { Period } from './period.ts';
import { dayInWords, ended, figureOf } from './printed.ts';
import { concernTitle, personInWords, type ReportRecords } from './report-records.ts';

/** The concerns of the month, what was done, how they stand, and each referral with its status (1902.2 A.4, A.7). */
export function concernParts(period: Period, records: ReportRecords): ReportPart[] {
  const current = records.concerns.filter((concern) => wasOpenIn(concern, period));
  return [
    concernsPart(period, records, current),
    actionsPart(period, records, current),
    progressPart(period, records, current),
    referralsPart(period, records),
  ];
}

const idsOf = (concerns: readonly Concern[]) => concerns.map(({ concernId }) => concernId);

function concernsPart(period: Period, records: ReportRecords, current: readonly Concern[]): ReportPart {
  const fresh = current.filter((each) => isNewIn(each, period));
  return partOf({
    part: 'concerns',
    title: 'Concerns',
    clause: 'A.4',
    drafted: '{concerns-new}, {concerns-closed}, {concerns-open} at the end of the month.',
    figures: [
      figureOf('concerns-new', idsOf(fresh), 'new', 'new'),
      figureOf('concerns-closed', idsOf(current.filter((each) => isClosedIn(each, period))), 'closed', 'closed'),
      figureOf('concerns-open', idsOf(current.filter((each) => isOpenAfter(each, period))), 'open', 'open'),
    ],
    items: fresh.map((concern) =>
      about(
        concern,
        `Heard ${dayInWords(concern.heardAt, period.to)}. Owner: ${personInWords(records, concern.ownerId)}.`,
      ),
    ),
  });
}

function actionsPart(period: Period, records: ReportRecords, current: readonly Concern[]): ReportPart {
  const worked = current
    .map((concern) => ({ concern, done: actionsOn(concern.concernId, records, period) }))
    .filter(({ done }) => done.length > 0);
  return partOf({
    part: 'actions',
    title: 'Actions taken',
    clause: 'A.4',
    drafted: '{actions} on {concerns-worked}.',
    figures: [
      figureOf(
        'actions',
        worked.flatMap(({ done }) => done.map(({ updateId }) => updateId)),
        'action',
        'actions',
      ),
      figureOf(
        'concerns-worked',
        worked.map(({ concern }) => concern.concernId),
        'concern',
        'concerns',
      ),
    ],
    items: worked.map(({ concern, done }) => ({
      ...about(
        concern,
        `{actions}: ${done
          .slice(-3)
          .map(({ at, words }) => `${dayInWords(at, period.to)}, ${ended(shortened(words))}`)
          .join(' ')}`,
      ),
      figures: [
        figureOf(
          'actions',
          done.map(({ updateId }) => updateId),
          'action',
          'actions',
        ),
      ],
    })),
  });
}

/** Those that were there before the month: how far they are. */
function progressPart(period: Period, records: ReportRecords, current: readonly Concern[]): ReportPart {
  const older = current.filter((each) => !isNewIn(each, period));
  return partOf({
    part: 'progress',
    title: 'Progress on earlier concerns',
    clause: 'A.4',
    drafted: '{concerns-older} from before this month.',
    figures: [figureOf('concerns-older', idsOf(older), 'concern', 'concerns')],
    items: older.map((concern) => ({ ...about(concern, ''), ...concernSentence(concern, records, period) })),
  });
}

/** Each referral that was open in the month prints, with why it was needed and what came back (A.7). */
function referralsPart(period: Period, records: ReportRecords): ReportPart {
  const open = records.referrals.filter((each) => wasWaitingIn(each, period));
  const rows = (which: readonly Referral[]) => which.map(({ referralId }) => referralId);
  return partOf({
    part: 'referrals',
    title: 'Referrals and their status',
    clause: 'A.7',
    drafted: '{referrals-open}; {referrals-silent} past the day an answer was expected.',
    figures: [
      figureOf('referrals-open', rows(open), 'referral open in the month', 'referrals open in the month'),
      figureOf('referrals-silent', rows(open.filter((each) => isSilent(each, period.to))), 'silent', 'silent'),
    ],
    items: open.map((referral) => {
      const concern = records.concerns.find(({ concernId }) => concernId === referral.concernId);
      return itemOf({
        itemId: referral.referralId,
        title: `${referral.to}: ${concern ? concernTitle(concern) : referral.concernId}`,
        groupId: concern?.groupIds[0] ?? null,
        drafted: referralSentence(referral, period),
      });
    }),
  });
}

function referralSentence(referral: Referral, period: Period): string {
  const day = (on: string) => dayInWords(on, period.to);
  const { concernId, referredOn, whyNeeded, expectedBy, nudges, answeredOn, answer, status } = referral;
  const asked = `${concernId}, asked ${day(referredOn)}. Why: ${ended(shortened(whyNeeded, 200))}`;
  const nudge = nudges.at(-1);
  const nudged = nudge ? ` Reminded ${day(nudge.on)}.` : '';
  if (status === 'waiting') return `${asked} Answer expected ${day(expectedBy)}.${nudged} Waiting.`;
  const said = answer === '' ? '' : `: ${shortened(answer, 200)}`;
  return `${asked}${nudged} ${ended(`${STATUS_WORDS[status]}${answeredOn ? ` ${day(answeredOn)}` : ''}${said}`)}`;
}

const STATUS_WORDS = { answered: 'Answered', declined: 'Declined', withdrawn: 'Withdrawn' };

const about = (concern: Concern, drafted: string): ReportItem =>
  itemOf({ itemId: concern.concernId, title: concernTitle(concern), groupId: concern.groupIds[0] ?? null, drafted });
