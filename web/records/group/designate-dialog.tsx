import { useState } from 'react';
import { z } from 'zod';
import { Group } from '#data/schema/records/group.ts';
import { useSession } from '#web/ask/session.tsx';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { words } from './page-words.ts';
import { GROUPS } from './use-groups.ts';

/** The division commander's decision (1902.2 C): why, and when it is looked at again. */
export function DesignateDialog({ group, onClose }: { group: Group; onClose: () => void }) {
  const { nowLocal } = useSession();
  const act = useAct([GROUPS, ['duties']]);
  const [to] = useState(group.status === 'active' ? ('inactive' as const) : ('active' as const));
  const [reason, setReason] = useState('');
  const [reviewOn, setReview] = useState('');
  const lacksReview = to === 'inactive' && reviewOn <= nowLocal.slice(0, 10);
  const noReason = reason.trim() === '' ? words.reasonFirst : undefined;
  const decide = () =>
    send(z.object({ group: Group }), 'POST', `/api/records/groups/${group.groupId}/designations`, {
      status: to,
      reason,
      reviewOn: reviewOn === '' ? null : reviewOn,
      revision: group.revision,
    });
  return (
    <FormDialog
      title={words.designateTitle(group.name, to)}
      sends={to === 'inactive' ? words.designateInactive : words.designateActive}
      act={act}
      onClose={onClose}
      unavailable={noReason ?? (lacksReview ? words.reviewFirst : undefined)}
      meanwhile={<p>{words.isNow(group.status)}</p>}
      onSend={async () => {
        if (await act.send(decide)) onClose();
      }}
    >
      <p>{words.designateMeans[to]}</p>
      <LongField
        label={words.reason}
        maxLength={1000}
        value={reason}
        fault={act.fault('reason') ?? act.fault('status')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {to === 'inactive' && (
        <Field
          label={words.reviewOn}
          type="date"
          required
          min={nowLocal.slice(0, 10)}
          value={reviewOn}
          fault={act.fault('reviewOn')}
          onChange={(event) => setReview(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
