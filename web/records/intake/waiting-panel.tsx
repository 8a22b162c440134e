import { Button } from '#web/ui/button.tsx';
import { toDraft } from './draft.ts';
import css from './intake.module.css';
import type { Waiting } from './kept-on-phone.ts';
import type { Intake } from './use-intake.ts';
import { words } from './words.ts';

/** What this phone still holds, with what the server said to it. Nothing leaves it but taken, mended or thrown away by hand. */
export function WaitingPanel({ waiting, sync, takeBack }: Pick<Intake, 'waiting' | 'sync' | 'takeBack'>) {
  if (waiting.length === 0) return null;
  return (
    <section className={css.waiting} aria-label={words.waitingTitle}>
      <h2>{words.waitingTitle}</h2>
      <ul>
        {waiting.map((each) => (
          <li key={each.clientKey} className={css.held}>
            <b>{each.what.filing.words}</b>
            {each.refusal === null ? null : <Refused each={each} refusal={each.refusal} takeBack={takeBack} />}
          </li>
        ))}
      </ul>
      {waiting.some(({ refusal }) => refusal === null) && <Button onClick={() => void sync()}>{words.sendNow}</Button>}
    </section>
  );
}

function Refused({ each, refusal, takeBack }: { each: Waiting; refusal: string } & Pick<Intake, 'takeBack'>) {
  const mend = each.what.is === 'add' ? words.fileNew : words.mend;
  return (
    <>
      <p className={css.fault} role="alert">
        {words.refusedTitle}: {refusal}
      </p>
      <div className={css.pair}>
        <Button
          onClick={() =>
            void takeBack(each.clientKey, { ...toDraft(each.what.filing), clientKey: crypto.randomUUID() })
          }
        >
          {mend}
        </Button>
        <Button onClick={() => void takeBack(each.clientKey, null)}>{words.throwAway}</Button>
      </div>
    </>
  );
}
