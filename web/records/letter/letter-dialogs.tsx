import { useState } from 'react';
import type { MailIn } from '#data/schema/records/mail.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { LongField } from '#web/records/shared/long-field.tsx';
import type { Act } from '#web/records/shared/use-act.ts';
import { Check } from '#web/ui/field.tsx';
import { words } from './words.ts';

type Props = { letter: MailIn; act: Act; onSend: (body?: unknown) => void; onClose: () => void };
type Part = MailIn['missing'][number];
const PARTS: readonly Part[] = ['concern', 'area', 'actions'];

const meanwhileOf = ({ status }: MailIn) => <p>{words.heads[status]}</p>;

/** What is missing is asked for, never guessed (P3103 V.B.4). */
export function AskDialog({ letter, act, onSend, onClose }: Props) {
  const [lacks, setLacks] = useState<Part[]>(() => letter.missing.filter((part) => part !== 'actions'));
  return (
    <FormDialog
      title={words.askTitle(letter.mailId)}
      sends={words.ask}
      act={act}
      meanwhile={meanwhileOf(letter)}
      onClose={onClose}
      onSend={() => onSend({ lacks })}
      unavailable={lacks.length > 0 ? undefined : words.askWhy}
    >
      <p>{words.askAbout(letter.from)}</p>
      <fieldset>
        <legend>{words.missing}</legend>
        {PARTS.map((part) => (
          <Check
            key={part}
            label={words.parts[part]}
            checked={lacks.includes(part)}
            onChange={(isOn) => setLacks(PARTS.filter((each) => (each === part ? isOn : lacks.includes(each))))}
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}

export function SetAsideDialog({ letter, act, onSend, onClose }: Props) {
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={words.setAsideTitle(letter.mailId)}
      sends={words.setAside}
      act={act}
      meanwhile={meanwhileOf(letter)}
      onClose={onClose}
      onSend={() => onSend({ reason })}
      unavailable={reason.trim() === '' ? words.reasonWhy : undefined}
    >
      <LongField
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        maxLength={300}
        fault={act.fault('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** A complaint about an officer is routed out, not kept. */
export function RouteOutDialog({ letter, act, onSend, onClose }: Props) {
  return (
    <FormDialog
      title={words.routeTitle(letter.mailId)}
      sends={words.routeOut}
      act={act}
      meanwhile={meanwhileOf(letter)}
      onClose={onClose}
      onSend={() => onSend()}
    >
      <p>{words.routeAbout}</p>
    </FormDialog>
  );
}
