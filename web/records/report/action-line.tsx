import { useId, useState } from 'react';
import type { ReportItem } from '#data/schema/records/report.ts';
import { Button } from '#web/ui/button.tsx';
import css from './report.module.css';
import { words } from './words.ts';

type Field = 'action' | 'reasonForNone';
type Writing = { readonly field: Field; readonly value: string };

/** The beginnings of an action. One that is whole by itself is taken at once; the others wait to be finished. */
const CHOICES: readonly (Writing & { label: string; isWhole: boolean })[] = [
  { label: 'Continue', field: 'action', value: 'Continue', isWhole: true },
  { label: 'Change the plan', field: 'action', value: 'Change the plan: ', isWhole: false },
  { label: 'Refer', field: 'action', value: 'Refer to ', isWhole: false },
  { label: 'Close, say why', field: 'action', value: 'Close: ', isWhole: false },
  { label: 'None, because', field: 'reasonForNone', value: '', isWhole: false },
];

/** The recommended action of an item, or why there is none. */
export function ActionLine({
  item,
  mayWrite,
  write,
}: {
  item: ReportItem;
  mayWrite: boolean;
  write: (edit: Writing) => void;
}) {
  const [writing, setWriting] = useState<Writing | null>(null);
  const label = <span className={css.actionLabel}>{words.action}</span>;
  const { action, reasonForNone, title } = item;
  const decided = action.trim() || (reasonForNone.trim() ? `${words.because}: ${reasonForNone}` : '');
  const take = ({ field, value }: Writing) => {
    const other: Field = field === 'action' ? 'reasonForNone' : 'action';
    write({ field, value: value.trim() });
    if (item[other] !== '') write({ field: other, value: '' });
    setWriting(null);
  };
  if (writing) {
    return (
      <div className={css.action}>
        {label}
        <Finish title={title} writing={writing} onTake={take} onLeave={() => setWriting(null)} />
      </div>
    );
  }
  if (decided !== '' || !mayWrite) {
    const now: Writing = action.trim()
      ? { field: 'action', value: action }
      : { field: 'reasonForNone', value: reasonForNone };
    return (
      <div className={css.action}>
        {label}
        <span className={css.decided}>{decided}</span>
        {mayWrite && (
          <span className={css.edit}>
            <Button
              look="quiet"
              small
              aria-label={`${words.edit}: ${words.actionFor(title)}`}
              onClick={() => setWriting(now)}
            >
              {words.edit}
            </Button>
          </span>
        )}
      </div>
    );
  }
  return (
    <fieldset className={css.action}>
      <legend className="visually-hidden">{words.actionFor(title)}</legend>
      {label}
      {CHOICES.map((choice) => (
        <Button key={choice.label} small onClick={() => (choice.isWhole ? take(choice) : setWriting(choice))}>
          {choice.label}
        </Button>
      ))}
    </fieldset>
  );
}

function Finish({
  title,
  writing,
  onTake,
  onLeave,
}: {
  title: string;
  writing: Writing;
  onTake: (writing: Writing) => void;
  onLeave: () => void;
}) {
  const [value, setValue] = useState(writing.value);
  const id = useId();
  const isBegun = CHOICES.some((choice) => !choice.isWhole && choice.value.trim() === value.trim());
  return (
    <form
      className={css.finish}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBegun) onTake({ field: writing.field, value });
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {writing.field === 'action' ? words.actionFor(title) : `${words.because}: ${title}`}
      </label>
      {writing.field === 'reasonForNone' && <span>{words.because}</span>}
      <input
        id={id}
        className={css.line}
        ref={focusOnce}
        maxLength={500}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
        }}
      />
      <Button small type="submit">
        {words.keep}
      </Button>
      <Button small look="quiet" onClick={onLeave}>
        {words.cancel}
      </Button>
    </form>
  );
}

/** Of one identity, so that a later drawing does not take the focus again. */
const focusOnce = (box: HTMLElement | null) => box?.focus();
