import { Role } from '#data/schema/release-level.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import type { Act } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { ClockField } from './clock-field.tsx';
import css from './setting.module.css';
import { UnitsField } from './units-field.tsx';
import type { Draft } from './use-draft.ts';
import { roleInWords } from './value-words.ts';
import { type Open, words } from './words.ts';

const RECEIVERS = Role.extract(['coordinator', 'section-commander', 'division-commander', 'chief']).options;

type Props = {
  open: Open;
  draft: Draft;
  act: Act;
  said: string; // who leaves it open: printed as the field's label, read out after its title
};

/** The field of one choice. */
export function ChoiceField({ open, draft, act, said }: Props) {
  const { settings, set } = draft;
  const { key, title } = open;
  const names = { label: said, 'aria-label': `${title}. ${said}`, fault: act.fault(key) };
  if (key === 'quarterClock' || key === 'concernUnits' || key === 'internalAffairs' || key === 'handOut') {
    return (
      <>
        <p className={css.said}>{said}</p>
        {key === 'quarterClock' && <ClockField title={title} draft={draft} />}
        {key === 'concernUnits' && <UnitsField units={settings[key]} act={act} onChange={(units) => set(key, units)} />}
        {key === 'internalAffairs' && <AffairsFields draft={draft} act={act} />}
        {key === 'handOut' && <HandOutFields draft={draft} act={act} />}
      </>
    );
  }
  if (key === 'monthlyReportTo') {
    return (
      <ListField
        {...names}
        choices={RECEIVERS.map((value) => ({ value, label: roleInWords(value) }))}
        value={RECEIVERS.find((role) => role === settings[key]) ?? 'section-commander'}
        onPick={(role) => set(key, role)}
      />
    );
  }
  const value = settings[key];
  return (
    <Field
      {...names}
      type="number"
      inputMode="numeric"
      unit={open.unit ?? words.days}
      value={Number.isFinite(value) ? value : ''}
      onChange={(event) => set(key, event.currentTarget.valueAsNumber)}
    />
  );
}

function AffairsFields({ draft: { settings, set }, act }: { draft: Draft; act: Act }) {
  const { internalAffairs } = settings;
  return (
    <>
      <Field
        label={words.affairsName}
        value={internalAffairs.name}
        fault={act.fault('internalAffairs.name')}
        onChange={(event) => set('internalAffairs', { ...internalAffairs, name: event.currentTarget.value })}
      />
      <Field
        label={words.affairsReach}
        value={internalAffairs.reach}
        fault={act.fault('internalAffairs.reach')}
        onChange={(event) => set('internalAffairs', { ...internalAffairs, reach: event.currentTarget.value })}
      />
    </>
  );
}

const HAND_OUT_FIELDS = [
  ['name', words.handOutName],
  ['phone', words.handOutPhone],
  ['email', words.handOutEmail],
] as const;

function HandOutFields({ draft: { settings, set }, act }: { draft: Draft; act: Act }) {
  const { handOut } = settings;
  return HAND_OUT_FIELDS.map(([part, label]) => (
    <Field
      key={part}
      label={label}
      value={handOut[part]}
      fault={act.fault(`handOut.${part}`)}
      onChange={(event) => set('handOut', { ...handOut, [part]: event.currentTarget.value })}
    />
  ));
}
