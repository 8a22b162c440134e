import type { AuditLine } from '#data/schema/records/audit.ts';
import css from './audit.module.css';
import { inWords, valueInWords, words } from './words.ts';

type Props = { lines: readonly AuditLine[]; nameOf: (personId: string) => string };

/** Each line opens: what it was before, what it is since, and the hash that ties it to the line before. */
export function AuditLines({ lines, nameOf }: Props) {
  return (
    <div className={css.lines}>
      <div className={css.heads} aria-hidden="true">
        <span className="number">{words.number}</span>
        <span>{words.when}</span>
        <span>{words.who}</span>
        <span>{words.what}</span>
        <span>{words.record}</span>
        <span>{words.changed}</span>
      </div>
      <ol reversed aria-label={words.lines}>
        {lines.map((line) => (
          <li key={line.number}>
            <details className={css.line}>
              <Summary line={line} name={nameOf(line.personId)} />
              <Whole line={line} />
            </details>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Summary({ line, name }: { line: AuditLine; name: string }) {
  const { number, localAt, personId, role, action, kind, recordId, changed, words: said } = line;
  const isMade = action === 'create';
  return (
    <summary>
      <span className={css.number}>{number}</span>
      <span className={css.when}>{localAt.replace('T', ' ')}</span>
      <span className={css.who}>
        {personId === 'system' ? words.system : name}
        {personId !== 'system' && <span className="caption"> {inWords(role)}</span>}
      </span>
      <b className={css.what}>
        {`${inWords(action)} ${action === 'sign-in' || action === 'sign-out' ? '' : inWords(kind)}`.trim()}
      </b>
      <span className="code">{recordId}</span>
      <span className={css.said}>{said || (isMade ? '' : Object.keys(changed).map(inWords).join(', '))}</span>
    </summary>
  );
}

function Whole({ line: { at, personId, changed, hash } }: { line: AuditLine }) {
  const fields = Object.entries(changed);
  return (
    <div className={css.whole}>
      {fields.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.since}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(([field, value]) => (
              <tr key={field}>
                <th scope="row">{inWords(field)}</th>
                {Array.isArray(value) ? (
                  value.map((one, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: always two, before and since
                    <td key={at}>{valueInWords(one)}</td>
                  ))
                ) : (
                  <td colSpan={2}>{words.withheld}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl>
        <dt>{words.machine}</dt>
        <dd>{at}</dd>
        <dt>{words.personId}</dt>
        <dd className="code">{personId}</dd>
        <dt>{words.hash}</dt>
        <dd className={css.hash}>{hash}</dd>
      </dl>
    </div>
  );
}
