import { useState } from 'react';
import { Crosswalk, type Standard } from '#data/schema/records/proof.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import css from './proof.module.css';
import { words } from './words.ts';

/** The department's own crosswalk: which standards a clause serves. */
export function StandardsDialog({
  clause,
  crosswalk,
  onClose,
}: {
  clause: string;
  crosswalk: Crosswalk;
  onClose: () => void;
}) {
  const empty: Standard = { clause, standard: '', edition: '', note: '' };
  const known = crosswalk.rows.filter((row) => row.clause === clause);
  const [rows, setRows] = useState<readonly Standard[]>(known.length > 0 ? known : [empty]);
  const act = useAct([['proof']]);
  const write = (at: number, change: Partial<Standard>) =>
    setRows(rows.map((row, n) => (n === at ? { ...row, ...change } : row)));
  const save = async () => {
    const others = crosswalk.rows.filter((row) => row.clause !== clause);
    const written = rows.filter(({ standard }) => standard.trim() !== '');
    const body: Crosswalk = { revision: crosswalk.revision, rows: [...others, ...written] };
    if (await act.send(() => send(Crosswalk, 'PUT', '/api/records/proof/crosswalk', body))) onClose();
  };
  return (
    <FormDialog
      title={`${words.standards}, ${clause}`}
      sends={words.save}
      act={act}
      onSend={() => void save()}
      onClose={onClose}
      meanwhile={words.theirs(crosswalk.rows.length)}
    >
      <p className="caption">{words.standardsHint}</p>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own while it is written
        <div key={at} className={css.standardRow}>
          <Field
            label={words.standard}
            value={row.standard}
            maxLength={40}
            onChange={(event) => write(at, { standard: event.currentTarget.value })}
          />
          <Field
            label={words.edition}
            value={row.edition}
            maxLength={40}
            onChange={(event) => write(at, { edition: event.currentTarget.value })}
          />
          <Field
            label={words.note}
            value={row.note}
            maxLength={500}
            onChange={(event) => write(at, { note: event.currentTarget.value })}
          />
          <IconButton icon="close" label={words.remove} onClick={() => setRows(rows.filter((_, n) => n !== at))} />
        </div>
      ))}
      <div>
        <Button small onClick={() => setRows([...rows, empty])}>
          {words.add}
        </Button>
      </div>
    </FormDialog>
  );
}
