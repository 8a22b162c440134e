import { Button, IconButton } from '#web/ui/button.tsx';
import { emptyOf } from './draft.ts';
import css from './entry.module.css';
import { FieldInput, type InputProps } from './field-input.tsx';
import { words } from './words.ts';

type Row = Record<string, unknown>;

/** Several of one thing: recommendations, measures, signs. Each row is a small form of its own. */
export function RowsInput({ field, value, onChange, choices, faultOf, path }: InputProps) {
  if (field.type !== 'rows') return null;
  const rows: readonly Row[] = Array.isArray(value) ? value : [];
  const empty = () => Object.fromEntries(field.columns.map((column) => [column.name, firstOf(column)]));
  const write = (at: number, name: string, cell: unknown) =>
    onChange(rows.map((row, n) => (n === at ? { ...row, [name]: cell } : row)));
  return (
    <fieldset className={css.rows}>
      <legend>{field.label}</legend>
      {field.help && <p className="caption">{field.help}</p>}
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own while it is written
        <div key={at} className={css.row}>
          {field.columns.map((column) => (
            <div key={column.name} className={column.type === 'words' && column.longest > 100 ? css.wide : undefined}>
              <FieldInput
                field={column}
                value={row[column.name]}
                onChange={(cell) => write(at, column.name, cell)}
                choices={choices}
                faultOf={faultOf}
                path={`${path}.${at}.${column.name}`}
              />
            </div>
          ))}
          <IconButton
            icon="close"
            label={words.removeRow(field.each, at + 1)}
            onClick={() => onChange(rows.filter((_, n) => n !== at))}
          />
        </div>
      ))}
      {faultOf(path) && <p className={css.fault}>{faultOf(path)}</p>}
      <Button small onClick={() => onChange([...rows, empty()])}>
        {words.addRow(field.each)}
      </Button>
    </fieldset>
  );
}

/** A new row's state is its first: a recommendation begins open. */
const firstOf = (column: Parameters<typeof emptyOf>[0]): unknown =>
  column.type === 'choice' && column.name === 'state' ? (column.choices[0]?.value ?? null) : emptyOf(column);
