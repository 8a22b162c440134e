import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { HandOut, type HandOutDesk } from '#data/schema/records/hand-out.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { NotTaken, send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './builder.module.css';
import { deskKey } from './use-desk.ts';
import type { Draft } from './use-draft.ts';
import { words } from './words.ts';

/** Keeps what is not kept yet, says what a release does, and releases exactly the page that was seen. */
export function ReleaseButton({
  groupId,
  desk,
  draft,
  isPrintable,
}: {
  groupId: string;
  desk: HandOutDesk;
  draft: Draft;
  isPrintable: boolean;
}) {
  const [asked, ask] = useState<HandOutDesk | null>(null);
  const [isOvertaken, setOvertaken] = useState(false);
  const why = isPrintable ? unavailable(desk, draft) : words.mendFirst;
  const press = async () => {
    setOvertaken(false);
    const fresh = await draft.flush();
    if (fresh !== null && fresh.faults.length === 0) ask(fresh);
  };
  return (
    <>
      <Button look="filled" unavailable={why} onClick={() => void press()}>
        {words.release}
      </Button>
      {why && <p className={css.why}>{why}</p>}
      {isOvertaken && (
        <div className={css.overtaken}>
          <Notice kind="stale" title={words.overtakenTitle}>
            {words.overtaken}
          </Notice>
        </div>
      )}
      {asked && (
        <ReleaseDialog
          groupId={groupId}
          desk={asked}
          onClose={() => ask(null)}
          onOvertaken={() => {
            ask(null);
            setOvertaken(true);
          }}
        />
      )}
    </>
  );
}

function unavailable({ faults }: HandOutDesk, { saving, clash }: Draft): string | undefined {
  if (clash !== null) return words.clashFirst;
  if (faults.length > 0) return words.mendFirst;
  return saving === 'saving' ? words.savingFirst : undefined;
}

function ReleaseDialog({
  groupId,
  desk: { facts, factsHash, draft },
  onClose,
  onOvertaken,
}: {
  groupId: string;
  desk: HandOutDesk;
  onClose: () => void;
  onOvertaken: () => void;
}) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const act = useAct([['hand-outs']]);
  const release = async () => {
    try {
      const path = `/api/records/groups/${encodeURIComponent(groupId)}/hand-outs`;
      const { handOutId } = await send(HandOut, 'POST', path, { revision: draft?.revision ?? null, factsHash });
      await navigate({ to: '/hand-outs/$handOutId', params: { handOutId } });
    } catch (cause) {
      if (!(cause instanceof NotTaken && cause.isConflict)) throw cause;
      await queries.invalidateQueries({ queryKey: deskKey(groupId) });
      onOvertaken();
    }
  };
  const counted = facts.calls.lines.filter(({ shown }) => shown !== 'withheld').length;
  return (
    <FormDialog
      title={words.releaseTitle(facts.groupName)}
      sends={words.release}
      act={act}
      onSend={() => void act.send(release)}
      onClose={onClose}
    >
      <p>{words.releaseWhat(words.windowOf(facts), counted, facts.items.length)}</p>
      <ul className={css.means}>
        {words.releaseMeans.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </FormDialog>
  );
}
