import { useState } from 'react';
import { z } from 'zod';
import { WallDevice } from '#data/schema/wall.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { words } from './words.ts';

type Props = { screen: WallDevice; onClose: () => void };

export function RenameDialog({ screen, onClose }: Props) {
  const act = useAct([['wall-devices']]);
  const [name, setName] = useState(screen.name);
  const rename = async () => {
    if (await act.send(() => send(WallDevice, 'PUT', `/api/wall-devices/${screen.deviceId}`, { name }))) onClose();
  };
  return (
    <FormDialog
      title={words.renameOf(screen.name)}
      sends={words.save}
      act={act}
      onSend={() => void rename()}
      onClose={onClose}
    >
      <Field
        label={words.name}
        hint={words.nameHint}
        required
        maxLength={80}
        value={name}
        fault={act.fault('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** Says what happens before it happens: nothing brings a removed screen back. */
export function RemoveDialog({ screen, onClose }: Props) {
  const act = useAct([['wall-devices']]);
  const remove = async () => {
    if (await act.send(() => send(z.null(), 'DELETE', `/api/wall-devices/${screen.deviceId}`))) onClose();
  };
  return (
    <FormDialog
      title={words.removeTitle(screen.name)}
      sends={words.remove}
      act={act}
      onSend={() => void remove()}
      onClose={onClose}
    >
      <p>{words.removeLead}</p>
      <p>
        <b>{words.removeLast}</b>
      </p>
      <p className="caption">{words.removeKept}</p>
    </FormDialog>
  );
}
