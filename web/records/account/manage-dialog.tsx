import { useState } from 'react';
import { z } from 'zod';
import { type Account, NewPassword } from '#data/schema/account.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import css from './account.module.css';
import { PersonFields } from './person-fields.tsx';
import type { Told } from './told-dialog.tsx';
import { personInWords, words } from './words.ts';

type Props = { account: Account; onTold: (told: Told) => void; onClose: () => void };

/** Who a person is and what they may do; a new password; the account closed or opened again. */
export function ManageDialog({ account, onTold, onClose }: Props) {
  const act = useAct([['accounts'], ['account-sessions']]);
  const { personId, name, isActive, hasCode, hasPassword } = account;
  const [given, setGiven] = useState({ name, title: account.title, role: account.role, unit: account.unit ?? '' });
  const address = `/api/accounts/${personId}`;
  const change = async (changed: object) => {
    if (await act.send(() => send(z.null(), 'PATCH', address, changed))) onClose();
  };
  const reset = (secondFactor: 'keep' | 'remove') =>
    act.send(async () => {
      const { password } = await send(NewPassword, 'POST', `${address}/password`, { secondFactor });
      onTold({ name, password });
    });
  return (
    <FormDialog
      title={personInWords(account)}
      sends={words.save}
      act={act}
      onSend={() => void change({ ...given, unit: given.unit.trim() || null })}
      onClose={onClose}
    >
      <PersonFields given={given} set={(changed) => setGiven({ ...given, ...changed })} faultOf={act.fault} />
      <fieldset className={css.acts}>
        <legend>{words.account}</legend>
        <p className="caption">{account.email}</p>
        <div className={css.actions}>
          <Button onClick={() => void reset('keep')}>{hasPassword ? words.resetPassword : words.givePassword}</Button>
          {hasCode && <Button onClick={() => void reset('remove')}>{words.resetBoth}</Button>}
          <Button onClick={() => void change({ isActive: !isActive })}>{isActive ? words.close : words.reopen}</Button>
        </div>
        <p className="caption">{words.endsSessions}</p>
      </fieldset>
    </FormDialog>
  );
}
