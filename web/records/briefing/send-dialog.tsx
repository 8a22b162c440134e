import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { type HandOut, HandOutDelivery, type ListedReader } from '#data/schema/records/hand-out.ts';
import { useSession } from '#web/ask/session.tsx';
import { Awaited } from '#web/records/shared/awaited.tsx';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Check } from '#web/ui/field.tsx';
import { handOutWords } from './hand-out-words.ts';
import { HAND_OUTS, handOutPath, useDeliveries, useReaders } from './use-hand-out.ts';

/** Who asked for the group's pages, and who of them gets this one now: whoever has it already is not ticked. */
export function SendDialog({ handOut, onClose }: { handOut: HandOut; onClose: () => void }) {
  const { handOutId, groupId } = handOut;
  const today = useSession().nowLocal.slice(0, 10);
  const readers = useReaders(groupId);
  const deliveries = useDeliveries(handOutId);
  const act = useAct([HAND_OUTS]);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set()); // ticked or unticked by hand
  const has = new Set(deliveries.data?.map(({ readerId }) => readerId));
  const known = (readers.data ?? []).filter(
    ({ endedOn, isInOffice }) => isInOffice && (endedOn === null || endedOn > today),
  );
  const chosen = known.filter(({ readerId }) => has.has(readerId) === turned.has(readerId));
  const turn = ({ readerId }: ListedReader) => {
    const next = new Set(turned);
    if (!next.delete(readerId)) next.add(readerId);
    setTurned(next);
  };
  const isRead = readers.data !== undefined && deliveries.data !== undefined;
  const deliver = () =>
    send(z.array(HandOutDelivery), 'POST', `${handOutPath(handOutId)}/deliveries`, {
      readerIds: chosen.map(({ readerId }) => readerId),
    });
  return (
    <FormDialog
      title={handOutWords.sendTitle}
      sends={handOutWords.sendTo(chosen.length)}
      act={act}
      unavailable={chosen.length === 0 ? handOutWords.pickFirst : undefined}
      onSend={() => void act.send(deliver).then((isDone) => isDone && onClose())}
      onClose={onClose}
    >
      <Awaited query={readers} failed={handOutWords.unread} reading={handOutWords.readingPart} height={64} />
      {isRead && known.length === 0 && (
        <p>
          {handOutWords.noReaders}{' '}
          <Link to="/groups/$groupId" params={{ groupId }} className="link">
            {handOutWords.toGroup}
          </Link>
        </p>
      )}
      {isRead && known.length > 0 && (
        <>
          <p>{handOutWords.sendMeans}</p>
          <ul>
            {known.map((reader) => (
              <li key={reader.readerId}>
                <Check
                  label={
                    <>
                      {handOutWords.reader(reader)}
                      {has.has(reader.readerId) && <span className="caption">{handOutWords.sentAlready}</span>}
                    </>
                  }
                  checked={chosen.includes(reader)}
                  onChange={() => turn(reader)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </FormDialog>
  );
}
