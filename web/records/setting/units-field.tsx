import type { ConcernUnit } from '#data/policy/choices.ts';
import type { Act } from '#web/records/shared/use-act.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import css from './setting.module.css';
import { words } from './words.ts';

/** Units that concerns are conveyed to, each with the address that hears of them. */
export function UnitsField({
  units,
  act,
  onChange,
}: {
  units: readonly ConcernUnit[];
  act: Act;
  onChange: (units: ConcernUnit[]) => void;
}) {
  const change = (at: number, to: Partial<ConcernUnit>) =>
    onChange(units.map((unit, index) => (index === at ? { ...unit, ...to } : unit)));
  return (
    <>
      <ol className={css.units}>
        {units.map(({ name, email }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a unit's name is what is being typed
          <li key={at}>
            <Field
              label={words.unit(at + 1)}
              value={name}
              fault={act.fault(`concernUnits.${at}.name`)}
              onChange={(event) => change(at, { name: event.currentTarget.value })}
            />
            <Field
              label={words.email}
              aria-label={words.unitEmail(name)}
              type="email"
              placeholder={words.unitEmailHint}
              value={email ?? ''}
              fault={act.fault(`concernUnits.${at}.email`)}
              onChange={(event) => change(at, { email: event.currentTarget.value.trim() || null })}
            />
            <IconButton
              icon="close"
              label={words.dropUnit(name)}
              onClick={() => onChange(units.filter((_, index) => index !== at))}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button small onClick={() => onChange([...units, { name: '', email: null }])}>
          {words.addUnit}
        </Button>
      </div>
      <p className="caption">{words.unitsWhy}</p>
    </>
  );
}
