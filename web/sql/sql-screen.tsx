import { useState } from 'react';
import { toCsv } from '#web/ask/csv.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { csvFile, saveFile } from '#web/ask/save-file.ts';
import { toTrouble } from '#web/ask/trouble.ts';
import type { SqlResult, Trouble } from '#web/compute/door.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Live } from '#web/ui/live.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { EXAMPLES, FIRST_QUESTION } from './examples.ts';
import { SchemaList } from './schema-list.tsx';
import css from './sql-screen.module.css';
import { words } from './words.ts';

const MOST_ROWS = 2_000;
type State =
  | { is: 'idle' }
  | { is: 'running' }
  | { is: 'answered'; result: SqlResult; asked: string }
  | { is: 'failed'; trouble: Trouble };

/** Read-only questions over the tables in this browser. */
export function SqlScreen() {
  const { door } = useDesk();
  const [text, setText] = useState(FIRST_QUESTION);
  const [state, setState] = useState<State>({ is: 'idle' });
  const run = async () => {
    setState({ is: 'running' });
    try {
      setState({ is: 'answered', result: await door.sql(text, MOST_ROWS), asked: text });
    } catch (thrown) {
      setState({ is: 'failed', trouble: toTrouble(thrown) });
    }
  };
  return (
    <div className={css.columns}>
      <aside className={css.schema}>
        <h2>{words.tables}</h2>
        <SchemaList onInsert={(name) => setText(`${text} ${name}`)} />
      </aside>
      <div className={css.desk}>
        <header>
          <h1>{words.title}</h1>
          <p className="caption">{words.about}</p>
        </header>
        <div className={css.examples} role="group" aria-label={words.examples}>
          {EXAMPLES.map((example) => (
            <Button key={example.name} small onClick={() => setText(example.text)}>
              {example.name}
            </Button>
          ))}
        </div>
        <textarea
          className={css.editor}
          aria-label={words.question}
          value={text}
          spellCheck={false}
          rows={Math.min(16, Math.max(8, text.split('\n').length + 1))}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void run();
          }}
        />
        <div className={css.tools}>
          <Button look="filled" icon="play" keyHint="Ctrl ⏎" onClick={run}>
            {words.run}
          </Button>
          {state.is === 'running' && (
            <Button icon="stop" onClick={() => door.cancel('sql')}>
              {words.cancel}
            </Button>
          )}
          {state.is === 'running' && <span role="status">{words.running}</span>}
        </div>
        <Outcome state={state} />
      </div>
    </div>
  );
}

function Outcome({ state }: { state: State }) {
  if (state.is === 'idle' || state.is === 'running') return <p className="caption">{words.first}</p>;
  if (state.is === 'failed') {
    const { code, message } = state.trouble;
    if (code === 'canceled') return <p className="caption">{words.canceled}</p>;
    return (
      <Notice kind="fault" title={code === 'refused' ? words.refused : words.failed}>
        {message}
      </Notice>
    );
  }
  const { result, asked } = state;
  return <ResultTable key={result.milliseconds} result={result} asked={asked} />;
}

type Row = { at: number; cells: SqlResult['rows'][number] };

function ResultTable({ result, asked }: { result: SqlResult; asked: string }) {
  const { rows, columns, milliseconds, truncated } = result;
  const said = `${words.rows(rows.length, milliseconds)}. ${truncated ? words.truncated(rows.length) : ''}`;
  const [table] = useState(() => ({
    rows: rows.map((cells, at): Row => ({ at, cells })),
    columns: columns.map(({ name }, at) => ({
      id: `${at} ${name}`,
      head: name,
      value: ({ cells }: Row) => sortable(cells[at] ?? null),
      numeric: rows.some((row) => typeof row[at] === 'number'),
    })),
  }));
  const save = () => {
    const csv = toCsv(
      columns.map(({ name }) => name),
      rows,
    );
    const told = `${rows.length} rows: ${asked}`;
    saveFile('commonbeat-sql.csv', csvFile(csv), { kind: 'sql', recordId: '', words: told });
  };
  return (
    <section className={css.result}>
      <div className={css.tools}>
        <span className="caption">{said}</span>
        <span className={css.space} />
        {rows.length > 0 && (
          <Button small icon="export" onClick={save}>
            {words.csv}
          </Button>
        )}
      </div>
      <Live>{said}</Live>
      {rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys
        <div className={css.scroll} tabIndex={0} role="region" aria-label={words.result}>
          <DataTable caption={said} rows={table.rows} columns={table.columns} rowKey={({ at }) => String(at)} dense />
        </div>
      )}
    </section>
  );
}

const sortable = (value: string | number | boolean | null): string | number | null =>
  typeof value === 'boolean' ? String(value) : value;
