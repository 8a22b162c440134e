import { Link } from '@tanstack/react-router';
import { HandOutRun } from '#data/schema/records/hand-out.ts';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Live } from '#web/ui/live.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './runs.module.css';
import { words } from './words.ts';

type Props = { run: HandOutRun; mayRun: boolean };
type Page = HandOutRun['pages'][number];

const FIRST: Record<Page['state'], number> = { 'not-made': 0, waiting: 1, made: 2 };
const inOrder = (a: Page, b: Page) => FIRST[a.state] - FIRST[b.state]; // else as they come: by name

/** One run: how far it is, then each group's page; what could not be made stands first, with why. */
export function RunReport({ run, mayRun }: Props) {
  const act = useAct([['hand-out-runs']]);
  const of = (state: Page['state']) => run.pages.filter((page) => page.state === state).length;
  const [made, not, waiting] = [of('made'), of('not-made'), of('waiting')];
  const answer = words.answer(made, not, waiting);
  const url = `/api/records/hand-out-runs/${run.runId}`;
  return (
    <section className={css.run} aria-label={words.run(run.runId)}>
      <p className="answer">{answer}</p>
      <Live>{answer}</Live>
      {waiting > 0 && (
        <p className={css.progress}>
          <progress value={made + not} max={run.pages.length} aria-label={words.run(run.runId)} />
          <span>{words.progress(made + not, run.pages.length)}</span>
        </p>
      )}
      <p className={css.acts}>
        {made > 0 && waiting === 0 && (
          <a className="link" href={`${url}/pages.zip`} download>
            {words.files}
          </a>
        )}
        {not > 0 && waiting === 0 && mayRun && (
          <Button onClick={() => void act.send(() => send(HandOutRun, 'POST', `${url}/resume`))}>{words.resume}</Button>
        )}
      </p>
      {act.trouble && (
        <Notice kind="fault" title={words.failed}>
          {act.trouble.message}
        </Notice>
      )}
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.page}</th>
            <th scope="col">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {run.pages.toSorted(inOrder).map(({ groupId, groupName, state, handOutId, why }) => (
            <tr key={groupId}>
              <th scope="row">
                <Link to="/groups/$groupId" params={{ groupId }} className="link">
                  {groupName}
                </Link>
              </th>
              <td>{words.states[state]}</td>
              <td>
                {handOutId && (
                  <Link to="/hand-outs/$handOutId" params={{ handOutId }} className="link">
                    {handOutId}
                  </Link>
                )}
              </td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
