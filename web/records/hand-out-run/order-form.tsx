import { type FormEvent, useState } from 'react';
import { monthOf, periodBefore } from '#analysis/report/period.ts';
import { HandOutLanguage, HandOutRun, PaperSize } from '#data/schema/records/hand-out.ts';
import { useSession } from '#web/ask/session.tsx';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Check, Field } from '#web/ui/field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import css from './runs.module.css';
import { words } from './words.ts';

type Props = { isGoing: boolean; onBegun: (runId: string) => void };

/** Which days, languages and paper; last month to begin with. */
export function OrderForm({ isGoing, onBegun }: Props) {
  const { nowLocal } = useSession();
  const [order, setOrder] = useState(() => {
    const { from, to } = periodBefore(monthOf(nowLocal.slice(0, 10)));
    const languages: HandOutLanguage[] = ['en', 'es'];
    return { from, to, languages, paper: 'letter' as PaperSize };
  });
  const [isAsking, setAsking] = useState(false);
  const act = useAct([['hand-out-runs']]);
  const set = (some: Partial<typeof order>) => setOrder({ ...order, ...some });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
  };
  const release = async () => {
    const begun = async () => onBegun((await send(HandOutRun, 'POST', '/api/records/hand-out-runs', order)).runId);
    if (await act.send(begun)) setAsking(false);
  };
  const has = (language: HandOutLanguage) => order.languages.includes(language);
  return (
    <>
      <form className={css.order} onSubmit={submit}>
        <Field
          type="date"
          label={words.from}
          value={order.from}
          max={order.to}
          required
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <Field
          type="date"
          label={words.to}
          value={order.to}
          min={order.from}
          required
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
        <fieldset className={css.languages}>
          <legend>{words.languages}</legend>
          {HandOutLanguage.options.map((language) => (
            <Check
              key={language}
              label={words.language[language]}
              checked={has(language)}
              onChange={() =>
                set({
                  languages: HandOutLanguage.options.filter((each) => (each === language ? !has(each) : has(each))),
                })
              }
            />
          ))}
        </fieldset>
        <Segmented
          label={words.paper}
          value={order.paper}
          onChange={(paper) => set({ paper })}
          segments={PaperSize.options.map((value) => ({ value, label: words.papers[value] }))}
        />
        <Button
          type="submit"
          look="filled"
          unavailable={isGoing ? words.making : order.languages.length === 0 ? words.noLanguage : undefined}
        >
          {words.make}
        </Button>
      </form>
      {isAsking && (
        <FormDialog
          title={words.sure}
          sends={words.release}
          act={act}
          onSend={release}
          onClose={() => setAsking(false)}
        >
          <p>{words.sureAbout}</p>
        </FormDialog>
      )}
    </>
  );
}
