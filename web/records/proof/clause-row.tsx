import { useState } from 'react';
import type { ClauseProof, Crosswalk, Owed, ProofRow } from '#data/schema/records/proof.ts';
import { longDate } from '#web/chart/week-axis.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Tag } from '#web/ui/tag.tsx';
import css from './proof.module.css';
import { RecordLink } from './record-link.tsx';
import { StandardsDialog } from './standards-dialog.tsx';
import { words } from './words.ts';

type Props = { clause: ClauseProof; crosswalk: Crosswalk; mayWrite: boolean };

/** One clause in its own words, its gap, and its proof, which opens. */
export function ClauseRow({ clause: proof, crosswalk, mayWrite }: Props) {
  const { clause, text, count, rows, gaps, owed, standards } = proof;
  const [isEditing, setEditing] = useState(false);
  return (
    <article className={css.clause}>
      <h3>{clause}</h3>
      <div className={css.text}>
        <p>{text}</p>
        <div className={css.proved}>
          {gaps.map((gap) => (
            <p key={gap} className={css.gap}>
              <Icon name="clock" size={12} /> {gap}
            </p>
          ))}
          {owed.length > 0 && (
            <details>
              <summary>{words.notDone(owed.length)}</summary>
              <OwedRows owed={owed} />
            </details>
          )}
          {count > 0 && (
            <details>
              <summary>{words.records(count)}</summary>
              <Rows rows={rows} />
              {rows.length < count && <p className="caption">{words.newest(rows.length, count)}</p>}
            </details>
          )}
        </div>
      </div>
      <div className={css.standards}>
        {standards.map(({ standard, edition, note }) => (
          <span key={standard} title={note}>
            <Tag look="line">{`${standard} ${edition}`.trim()}</Tag>
          </span>
        ))}
        {mayWrite && (
          <Button look="quiet" small onClick={() => setEditing(true)}>
            {standards.length === 0 ? words.add : words.edit}
          </Button>
        )}
        {isEditing && <StandardsDialog clause={clause} crosswalk={crosswalk} onClose={() => setEditing(false)} />}
      </div>
    </article>
  );
}

function OwedRows({ owed }: { owed: readonly Owed[] }) {
  return (
    <ul className={css.rows}>
      {owed.map(({ what, dueOn }) => (
        <li key={`${what} ${dueOn}`}>
          <span className="caption">{dueOn === null ? '' : longDate(dueOn)}</span>
          <span>{what}</span>
        </li>
      ))}
    </ul>
  );
}

function Rows({ rows }: { rows: readonly ProofRow[] }) {
  return (
    <ul className={css.rows}>
      {rows.map((row) => (
        <li key={`${row.record} ${row.id}`}>
          <span className="caption">{longDate(row.on)}</span>
          <span>
            <RecordLink row={row} /> <span className="caption">{row.record.replaceAll('-', ' ')}</span>
          </span>
          <span className="code">{row.id}</span>
        </li>
      ))}
    </ul>
  );
}
