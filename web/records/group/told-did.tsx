import { Link } from '@tanstack/react-router';
import { longDate } from '#web/chart/week-axis.ts';
import { SpeechMark } from '#web/ui/speech-mark.tsx';
import css from './page.module.css';
import { words } from './page-words.ts';
import { Part } from './part.tsx';
import { useConcerns } from './use-groups.ts';

const CLOSED_SHOWN = 5;

/** Every open concern of the group and the last that were closed: what was said beside what was done. */
export function ToldDid({ groupId }: { groupId: string }) {
  const open = useConcerns(groupId, 'waiting');
  const { data: closed } = useConcerns(groupId, 'closed');
  const all = (
    <Link to="/concerns" search={{ group: groupId }} className={css.act ?? ''}>
      {words.allConcerns}
    </Link>
  );
  return (
    <Part title={words.told} query={open} acts={all}>
      {({ rows, total }) => {
        const shown = [...rows, ...(closed?.rows.slice(0, CLOSED_SHOWN) ?? [])];
        if (shown.length === 0) return <p className="caption">{words.tellsNothing}</p>;
        return (
          <>
            <p className={css.answer}>{words.openCount(total)}</p>
            <table className={css.told}>
              <caption className="visually-hidden">{words.told}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.youTold}</th>
                  <th scope="col">{words.weDid}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <tr key={row.concernId}>
                    <td>
                      <span className={css.said}>
                        <SpeechMark state={row.status === 'closed' ? 'answered' : 'open'} size={14} />
                        <span>
                          <Link to="/concerns/$concernId" params={{ concernId: row.concernId }}>
                            {row.summary || row.concernId}
                          </Link>
                          <span className={css.caption}>
                            {longDate(row.heardAt.slice(0, 10))} · {row.concernId}
                          </span>
                        </span>
                      </span>
                    </td>
                    <td>
                      {words.did(row)}
                      <span className={css.caption}>
                        {row.nextStep !== '' &&
                          row.status !== 'closed' &&
                          `${words.next(row.nextStep, row.nextStepOn)}. `}
                        {words.answered(row.lastToldOn)}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        );
      }}
    </Part>
  );
}
