import { useState } from 'react';
import type { BoundaryVersion, Group } from '#data/schema/records/group.ts';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { LongField } from '#web/records/shared/long-field.tsx';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './boundary.module.css';
import { words } from './boundary-words.ts';
import { type Drawn, saveBoundary } from './use-boundary.ts';
import { GROUPS } from './use-groups.ts';

/** From which day, and why; what is refused stays drawn. */
export function SaveForm({
  group,
  last,
  drawn,
  validFrom,
  firstDay,
  onFrom,
  onSaved,
}: {
  group: Group;
  last: BoundaryVersion | undefined;
  drawn: Drawn | null;
  validFrom: string;
  firstDay: string | null; // on which it may begin
  onFrom: (day: string) => void;
  onSaved: () => void;
}) {
  const act = useAct([GROUPS, ['duties']]);
  const { nameOf } = useConcernNames();
  const [reason, setReason] = useState('');
  const [waits, setWaits] = useState(false);
  const isTooEarly = validFrom === '' || (firstDay !== null && validFrom < firstDay);
  const lacking =
    (drawn === null ? words.noGround : undefined) ??
    (isTooEarly ? words.noDay(firstDay) : undefined) ??
    (reason.trim() === '' ? words.noReason : undefined) ??
    (act.isSending ? words.sending : undefined);
  const save = async () => {
    if (drawn === null || lacking !== undefined) return;
    const { groupId, revision } = group;
    let isOnMap = true;
    const taken = await act.send(async () => {
      ({ isOnMap } = await saveBoundary(groupId, drawn, { validFrom, reason, revision }));
    });
    if (!taken) return;
    if (isOnMap) onSaved();
    else setWaits(true);
  };
  if (waits)
    return (
      <section className={css.block}>
        <Notice kind="stale" title={words.savedTitle}>
          {words.mapWaits}
        </Notice>
        <div>
          <Button look="filled" onClick={onSaved}>
            {words.toGroup(group.name)}
          </Button>
        </div>
      </section>
    );
  return (
    <form
      className={css.block}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={words.from}
        type="date"
        required
        hint={words.fromHint(firstDay)}
        min={firstDay ?? undefined}
        value={validFrom}
        fault={act.fault('validFrom')}
        onChange={(event) => onFrom(event.currentTarget.value)}
      />
      <LongField
        label={words.reason}
        hint={words.reasonHint}
        rows={2}
        maxLength={500}
        value={reason}
        fault={act.fault('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {act.isConflict && (
        <Notice kind="stale" title={words.conflictTitle}>
          {words.conflict(group.updatedAt, nameOf(group.updatedBy), last?.validFrom ?? null)}
        </Notice>
      )}
      {act.trouble && !act.isConflict && (
        <Notice kind="fault" title={words.refusedTitle}>
          {act.trouble.message}
        </Notice>
      )}
      <div>
        <Button look="filled" type="submit" unavailable={lacking}>
          {words.save}
        </Button>
        {lacking && <p className="caption">{lacking}.</p>}
      </div>
    </form>
  );
}
