import type { EscalationList } from '#data/schema/records/escalation.ts';
import type { Notice } from '#data/schema/records/notice.ts';
import type { MeetingEscalation } from '#data/schema/records/weekly-meeting.ts';

type Told = MeetingEscalation & { readonly groupIds: readonly string[] };

/**
 * What was told to several roles is one issue to a meeting. It stays in sight for some days after it was read, so that
 * the meeting that acknowledged it can still say by whom.
 */
export function escalationsBy({ notices, concerns }: EscalationList, since: string): Told[] {
  const issues = new Map<string, Notice[]>();
  for (const notice of notices) {
    const issue = notice.onceKey.replace(/\/[^/]+$/, ''); // its last part is the role
    issues.set(issue, [...(issues.get(issue) ?? []), notice]);
  }
  return [...issues.values()].flatMap((same): Told[] => {
    const [first] = same;
    const isDone = same.every(({ acknowledgments }) => acknowledgments.some(({ at }) => at < since));
    if (first === undefined || isDone) return [];
    const { title, words, groupId, concernIds } = first;
    const ofConcerns = concerns.filter((each) => concernIds.includes(each.concernId)).flatMap((each) => each.groupIds);
    return [{ title, words, notices: same, groupIds: groupId === null ? [...new Set(ofConcerns)] : [groupId] }];
  });
}
