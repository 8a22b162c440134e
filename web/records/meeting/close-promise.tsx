import { useState } from 'react';
import { GroupPromise } from '#data/schema/records/contact.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import { MEETINGS_TOUCHED } from './touched.ts';
import { words } from './words.ts';

type Ending = keyof typeof words.closings;
const ENDINGS = (['kept', 'not-kept', 'released'] as const).map((value) => ({ value, label: words.closings[value] }));
const ASKED = { kept: words.evidence, 'not-kept': words.broken, released: words.releasedWhy };

/** Ends a promise with its evidence, or the honest reason. */
export function ClosePromise({ promise, onClose }: { promise: GroupPromise; onClose: () => void }) {
  const act = useAct(MEETINGS_TOUCHED);
  const [status, setStatus] = useState<Ending>('kept');
  const [outcome, setOutcome] = useState('');
  const theirs = act.theirs(GroupPromise);
  const revision = theirs?.revision ?? promise.revision;
  return (
    <FormDialog
      title={words.closeTitle}
      sends={words.close}
      act={act}
      meanwhile={theirs && <p>{`${words.states[theirs.status]}. ${theirs.outcome}`}</p>}
      unavailable={outcome.trim() === '' ? words.evidenceWhy : undefined}
      onClose={onClose}
      onSend={async () => {
        const path = `/api/records/promises/${promise.promiseId}/close`;
        if (await act.send(() => send(GroupPromise, 'POST', path, { status, outcome, revision }))) onClose();
      }}
    >
      <p>{promise.words}</p>
      <Segmented label={words.result} segments={ENDINGS} value={status} onChange={setStatus} />
      <LongField
        label={ASKED[status]}
        maxLength={500}
        value={outcome}
        fault={act.fault('outcome')}
        onChange={(event) => setOutcome(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
