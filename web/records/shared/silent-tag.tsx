import type { AgedReferral } from '#data/schema/records/concern-story.ts';
import { Tag } from '#web/ui/tag.tsx';
import { DutyTag } from './duty-tag.tsx';
import { referralState } from './referral-words.ts';

/** How a referral stands; a silent one is a duty. */
export function SilentTag({ referral }: { referral: AgedReferral }) {
  const state = referralState(referral);
  return referral.isSilent ? <DutyTag>{state}</DutyTag> : <Tag look="line">{state}</Tag>;
}
