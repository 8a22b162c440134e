import type { AgedReferral } from '#data/schema/records/concern-story.ts';
import { Icon } from '#web/ui/icons.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { referralState } from './referral-words.ts';
import css from './silent-tag.module.css';

/** How a referral stands. A silent one has a clock on the ground of "watch": a duty, never a verdict. */
export function SilentTag({ referral }: { referral: AgedReferral }) {
  if (!referral.isSilent) return <Tag look="line">{referralState(referral)}</Tag>;
  return (
    <span className={css.silent}>
      <Icon name="clock" size={12} />
      {referralState(referral)}
    </span>
  );
}
