import { useState } from 'react';
import type { Concern } from '#data/schema/records/concern.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { ListField, LongField } from '#web/records/shared/long-field.tsx';
import type { Act } from '#web/records/shared/use-act.ts';
import { Check, Field } from '#web/ui/field.tsx';
import { missingOf } from './use-triage.ts';
import { words } from './words.ts';

type Props<Body> = { concern: Concern; act: Act; onSend: (body: Body) => void; onClose: () => void };

export type ConveyBody = { unit: string; email: string | null; words: string };

/** To which unit, and what it should know (P3103 V.B.2.e). */
export function ConveyDialog({
  concern,
  units,
  act,
  onSend,
  onClose,
}: Props<ConveyBody> & { units: readonly string[] }) {
  const [unit, setUnit] = useState(units[0] ?? '');
  const [email, setEmail] = useState('');
  const [said, setSaid] = useState('');
  const isReady = unit.trim() !== '' && said.trim() !== '';
  return (
    <FormDialog
      title={words.conveyTitle(concern.concernId)}
      sends={words.convey}
      act={act}
      onClose={onClose}
      onSend={() => onSend({ unit, email: email.trim() === '' ? null : email.trim(), words: said })}
      unavailable={isReady ? undefined : words.conveyWhy}
    >
      <ListField
        label={words.unit}
        choices={units.map((each) => ({ value: each, label: each }))}
        value={unit}
        onPick={setUnit}
        fault={act.fault('unit')}
      />
      <Field
        label={words.mail}
        type="email"
        value={email}
        hint={words.mailHint}
        fault={act.fault('email')}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <LongField
        label={words.conveyWords}
        value={said}
        maxLength={1000}
        fault={act.fault('words')}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

type Part = keyof typeof words.parts;
export type AskBody = { missing: Part[]; words: string };
const PARTS: readonly Part[] = ['concern', 'area', 'actions'];

const inOrder = (missing: readonly Part[]): string => missing.map((part) => words.parts[part]).join(', ');

/** What is missing is asked for, never guessed (P3103 V.B.4). */
export function AskDialog({ concern, act, onSend, onClose }: Props<AskBody>) {
  const [missing, setMissing] = useState<Part[]>(() => missingOf(concern));
  const [typed, setTyped] = useState<string | null>(null);
  const said = typed ?? (missing.length > 0 ? words.askDefault(inOrder(missing)) : '');
  return (
    <FormDialog
      title={words.askTitle(concern.concernId)}
      sends={words.ask}
      act={act}
      onClose={onClose}
      onSend={() => onSend({ missing, words: said })}
      unavailable={missing.length > 0 && said.trim() !== '' ? undefined : words.askWhy}
    >
      <fieldset>
        <legend>{words.missing}</legend>
        {PARTS.map((part) => (
          <Check
            key={part}
            label={words.parts[part]}
            checked={missing.includes(part)}
            onChange={(isOn) => setMissing(PARTS.filter((each) => (each === part ? isOn : missing.includes(each))))}
          />
        ))}
      </fieldset>
      <LongField
        label={words.askWords}
        value={said}
        maxLength={1000}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
