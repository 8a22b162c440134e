import { useState } from 'react';
import { Settings } from '#data/policy/choices.ts';
import type { DutyList } from '#data/schema/records/duty.ts';
import { useMay } from '#web/ask/session.tsx';
import { longDate } from '#web/chart/week-axis.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { DUTIES_KEY } from './use-board.ts';
import { words } from './words.ts';

type Policy = DutyList['policies'][number];

/** A policy past its yearly review says so above its duties, and the chief enters the review there (P3103, header). */
export function ReviewBanner({ policies, today }: Pick<DutyList, 'policies' | 'today'>) {
  const mayReview = useMay('register.approve');
  const [reviewed, review] = useState<Policy | null>(null);
  const past = policies.filter(({ reviewDueOn }) => reviewDueOn !== null && reviewDueOn < today);
  return (
    <>
      {past.map((policy) => (
        <Notice
          key={policy.profileId}
          kind="stale"
          title={words.reviewPast(policy.title, longDate(policy.reviewDueOn ?? today))}
          actions={mayReview && <Button onClick={() => review(policy)}>{words.reviewEnter}</Button>}
        >
          {words.reviewPastWhy}
        </Notice>
      ))}
      {reviewed && <ReviewDialog policy={reviewed} today={today} onClose={() => review(null)} />}
    </>
  );
}

function ReviewDialog({ policy, today, onClose }: { policy: Policy; today: string; onClose: () => void }) {
  const { profileId, title } = policy;
  const [on, setOn] = useState(today);
  const act = useAct([DUTIES_KEY, ['settings']]);
  const enter = async () => {
    if (await act.send(() => send(Settings, 'PUT', `/api/records/policies/${profileId}/review`, { on }))) onClose();
  };
  return (
    <FormDialog
      title={words.reviewOf(title)}
      sends={words.reviewEnter}
      act={act}
      onSend={() => void enter()}
      onClose={onClose}
    >
      <Field
        label={words.reviewedOn}
        type="date"
        max={today}
        required
        value={on}
        fault={act.fault(`reviewedOn.${profileId}`) ?? act.fault('on')}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
