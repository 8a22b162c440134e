import type { ReactNode, RefObject } from 'react';
import type { SweepChoice } from '#data/schema/records/sweep.ts';
import { LongField } from '#web/records/shared/long-field.tsx';
import { Field } from '#web/ui/field.tsx';
import { type Draft, hasReason, toggleReason, watchFromOf } from './draft.ts';
import css from './verdict.module.css';
import { words } from './words.ts';

type Props = {
  draft: Draft;
  calls: number | null; // how many a pattern would hold
  fault: (field: string) => string | undefined;
  radios: RefObject<HTMLFieldSetElement | null>;
  onChange: (changed: Partial<Draft>) => void;
};

/** The three verdicts as radio buttons; what a chosen one asks for stands under it. */
export function Choices({ draft, calls, fault, radios, onChange }: Props) {
  const { choice, patternId, watchFrom, reason } = draft;
  const card = { choice, onPick: (picked: SweepChoice) => onChange({ choice: picked }) };
  return (
    <fieldset className={css.choices} ref={radios}>
      <legend className="visually-hidden">{words.title}</legend>
      <Card
        {...card}
        value="pattern"
        title={words.pattern}
        means={patternId === null ? words.patternMeans(calls) : words.patternMade(patternId)}
        letter="P"
      />
      <Card
        {...card}
        value="watch"
        title={words.watch}
        means={watchFrom.trim() === '' ? words.watchMeansPlain : words.watchMeans(watchFrom)}
        letter="W"
      >
        <Field
          label={words.watchFrom}
          inputMode="numeric"
          value={watchFrom}
          maxLength={5}
          fault={watchFromOf(draft) === undefined ? words.watchFromFault : fault('watchFrom')}
          onChange={(event) => onChange({ watchFrom: event.currentTarget.value })}
        />
        <Reason label={words.watchWhy} {...{ reason, fault, onChange }} />
      </Card>
      <Card {...card} value="dismiss" title={words.dismiss} means={words.dismissMeans} letter="D">
        <div className={css.chips}>
          {words.quickReasons.map((quick, at) => (
            <button
              key={quick}
              type="button"
              className={css.quick}
              aria-pressed={hasReason(reason, quick)}
              onClick={() => onChange({ reason: toggleReason(reason, quick) })}
            >
              {quick}{' '}
              <span aria-hidden="true">
                <kbd>{at + 1}</kbd>
              </span>
            </button>
          ))}
        </div>
        <Reason label={words.reason} hint={words.reasonHint} {...{ reason, fault, onChange }} />
      </Card>
    </fieldset>
  );
}

type CardProps = {
  choice: SweepChoice | null;
  value: SweepChoice;
  title: string;
  means: string;
  letter: string;
  onPick: (choice: SweepChoice) => void;
  children?: ReactNode;
};

function Card({ choice, value, title, means, letter, onPick, children }: CardProps) {
  const isChosen = choice === value;
  return (
    <div className={isChosen ? `${css.card} ${css.chosen}` : css.card}>
      <label className={css.choice}>
        <input type="radio" name="verdict" value={value} checked={isChosen} onChange={() => onPick(value)} />
        <span className={css.said}>
          <b>{title}</b>
          <span className="caption">{means}</span>
        </span>
        <span aria-hidden="true">
          <kbd>{letter}</kbd>
        </span>
      </label>
      {isChosen && children && <div className={css.more}>{children}</div>}
    </div>
  );
}

function Reason({
  label,
  hint,
  reason,
  fault,
  onChange,
}: Pick<Props, 'fault' | 'onChange'> & { label: string; hint?: string; reason: string }) {
  return (
    <LongField
      label={label}
      {...(hint ? { hint } : {})}
      rows={2}
      maxLength={1000}
      value={reason}
      fault={fault('reason')}
      onChange={(event) => onChange({ reason: event.currentTarget.value })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.currentTarget.form?.requestSubmit();
      }}
    />
  );
}
