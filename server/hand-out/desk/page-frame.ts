import type { HandOutDesk, HandOutDraft, HandOutFacts } from '#data/schema/records/hand-out.ts';
import { type Acting, fullName } from '#data/schema/records/person.ts';
import type { Gate } from '#server/hand-out/gate/open-gate.ts';
import { getGroup } from '#server/store/groups.ts';
import type { readNames } from '#server/store/hand-out-sources.ts';
import { meetingOf, meetingsAhead } from '#server/store/hand-outs.ts';
import type { Tx } from '#server/store/record-store.ts';
import { readSettings } from '#server/store/settings.ts';
import { pageDays } from './page-days.ts';

export type DeskQuestion = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly meetingId?: string | undefined;
};

/** A page without its numbers and items: whose it is, over which days, for which meeting, and whom to call. */
export type PageFrame = {
  readonly facts: Omit<HandOutFacts, 'calls' | 'items'>;
  readonly meetings: HandOutDesk['meetings'];
};

type Asked = DeskQuestion & {
  readonly groupId: string;
  readonly draft: HandOutDraft | null;
  readonly staff: Awaited<ReturnType<typeof readNames>>['staff'];
};

export async function readFrame(tx: Tx, { nowLocal }: Acting, gate: Gate, asked: Asked): Promise<PageFrame> {
  const { groupId, draft, staff } = asked;
  const { city } = gate.span;
  const { name: groupName, liaisonId } = await getGroup(tx, groupId);
  const days = await pageDays(tx, gate, groupId, { from: asked.from ?? draft?.from, to: asked.to ?? draft?.to });
  const ahead = await meetingsAhead(tx, groupId, nowLocal);
  const meeting = await chosenMeeting(tx, asked, ahead);
  const next = ahead.find(({ startsAt }) => meeting === null || startsAt > meeting.startsAt) ?? null;
  const { handOut } = await readSettings(tx);
  const liaison = staff.find(({ personId, isActive }) => personId === liaisonId && isActive);
  return {
    facts: {
      ...{ groupId, groupName, city },
      department: { ...handOut, name: handOut.name || `${city} Police` },
      officer: liaison === undefined ? null : fullName(liaison),
      ...days,
      ...{ meeting, next },
    },
    meetings:
      meeting === null || ahead.some(({ meetingId }) => meetingId === meeting.meetingId) ? ahead : [meeting, ...ahead],
  };
}

/** The one asked for, else the draft's, else the next. A draft's that was called off since is none. */
async function chosenMeeting(tx: Tx, { groupId, meetingId, draft }: Asked, ahead: HandOutDesk['meetings']) {
  if (meetingId !== undefined) return meetingOf(tx, groupId, meetingId);
  if (draft === null) return ahead[0] ?? null;
  if (draft.meetingId === null) return null;
  return meetingOf(tx, groupId, draft.meetingId).catch(() => null);
}
