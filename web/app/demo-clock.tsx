import { useContext, useState } from 'react';
import { quarterOf } from '#analysis/duty/spans.ts';
import { addDays } from '#analysis/shared/days.ts';
import { ClockMoved } from '#data/schema/demo-clock.ts';
import { clockInWords, weekdayInWords } from '#web/ask/date-words.ts';
import { useSession } from '#web/ask/session.tsx';
import { longDate } from '#web/chart/week-axis.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import css from './demo-clock.module.css';
import { words } from './demo-clock-words.ts';
import { SessionActsContext } from './session-acts.ts';

/** The day of the demo city, and the way to put it forward. */
export function DemoClock({ onClose }: { onClose: () => void }) {
  const { nowLocal } = useSession();
  const { renew } = useContext(SessionActsContext);
  const act = useAct([]);
  const today = nowLocal.slice(0, 10);
  const [day, setDay] = useState(() => addDays(today, 1));
  const nextQuarter = addDays(quarterOf(today).to, 1);
  const isBack = day < today;
  const move = async () => {
    const to = `${day}${nowLocal.slice(10)}`;
    const { session } = await send(ClockMoved, 'POST', '/api/demo/clock', { to });
    renew(session);
  };
  return (
    <FormDialog
      title={words.title}
      sends={words.move}
      act={act}
      onClose={onClose}
      unavailable={isBack ? words.back(longDate(today)) : day <= today ? words.ahead : undefined}
      onSend={async () => {
        if (await act.send(move)) onClose();
      }}
    >
      <p>{words.itIs(weekdayInWords(today), clockInWords(nowLocal))}</p>
      <p className={css.means}>{words.means}</p>
      <div className={css.steps}>
        <Button small onClick={() => setDay(addDays(today, 1))}>
          {words.nextDay}
        </Button>
        <Button small onClick={() => setDay(nextQuarter)}>
          {words.nextQuarter(longDate(nextQuarter))}
        </Button>
      </div>
      <Field
        label={words.day}
        type="date"
        required
        min={addDays(today, 1)}
        value={day}
        fault={isBack ? words.back(longDate(today)) : act.fault('to')}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      {act.isSending && <p role="status">{words.moving}</p>}
    </FormDialog>
  );
}
