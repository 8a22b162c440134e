import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ImportDone, type ImportFile, ImportPreview } from '#data/schema/records/concern-filing.ts';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './triage.module.css';
import { words } from './words.ts';

const PATH = '/api/records/concern-imports';
const LARGEST = 4_000_000;

/** `/concerns/import`: a file is looked at whole before any of it is kept. */
export function ImportScreen() {
  const [file, setFile] = useState<ImportFile | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [done, setDone] = useState<ImportDone | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const act = useAct([['concerns']]);

  const choose = async (picked: File | undefined) => {
    setPreview(null);
    setDone(null);
    setTooLarge((picked?.size ?? 0) > LARGEST);
    if (picked === undefined || picked.size > LARGEST) return;
    const text = await picked.text();
    const next: ImportFile = { format: /^\s*\[/.test(text) ? 'open311' : 'csv', name: picked.name.slice(0, 120), text };
    setFile(next);
    await act.send(async () => setPreview(await send(ImportPreview, 'POST', `${PATH}/preview`, next)));
  };
  const take = () => act.send(async () => setDone(await send(ImportDone, 'POST', PATH, file)));

  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{words.importTitle}</h1>
        <Link to="/triage" className={css.open ?? ''}>
          {words.back}
        </Link>
        <p>{words.importAbout}</p>
      </header>
      <label className={css.file}>
        <span className={css.fileName}>{words.file}</span>
        <input
          type="file"
          accept=".csv,.json,text/csv,application/json"
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      </label>
      {isTooLarge && <Notice kind="fault" title={words.tooLarge} />}
      {act.isSending && <p role="status">{words.reading}</p>}
      {act.trouble && (
        <Notice kind="fault" title={words.refusedTitle}>
          {act.trouble.message}
        </Notice>
      )}
      {done && (
        <Notice
          kind="plain"
          title={words.takenTitle(done.accepted, done.batch)}
          actions={
            <Link to="/concerns" search={{ batch: done.batch }}>
              {words.seeBatch}
            </Link>
          }
        />
      )}
      {preview && !done && <Preview preview={preview} onTake={() => void take()} />}
    </div>
  );
}

function Preview({ preview, onTake }: { preview: ImportPreview; onTake: () => void }) {
  const { read, accepted, closed, rejected, duplicates, sample } = preview;
  return (
    <section className={css.preview}>
      <p className="answer">{words.sums(read, accepted, rejected.length, duplicates.length)}</p>
      {closed > 0 && <p>{words.closedThere(closed)}</p>}
      <Lines title={words.rejected} rows={rejected.map(({ line, reason }) => ({ line, why: reason }))} />
      <Lines title={words.duplicates} rows={duplicates.map(({ line, of }) => ({ line, why: words.sameAs(of) }))} />
      <Lines
        title={words.sample}
        rows={sample.map(({ line, words: said, heardAt, where }) => ({
          line,
          why: [heardAt.slice(0, 10), said, where].filter(Boolean).join(' · '),
        }))}
      />
      <Button look="filled" unavailable={accepted === 0 ? words.takeNone : undefined} onClick={onTake}>
        {words.take(accepted)}
      </Button>
    </section>
  );
}

function Lines({ title, rows }: { title: string; rows: readonly { line: number; why: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <table className={css.lines}>
      <caption>
        {title} ({rows.length})
      </caption>
      <tbody>
        {rows.map(({ line, why }) => (
          <tr key={line}>
            <th scope="row">
              {words.line} {line}
            </th>
            <td>{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
