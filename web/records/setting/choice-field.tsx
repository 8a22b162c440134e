import { Role } from '#data/schema/release-level.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import type { Act } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { ClockField } from './clock-field.tsx';
import { UnitsField } from './units-field.tsx';
import type { Draft } from './use-draft.ts';
import { roleInWords } from './value-words.ts';
import { type Open, words } from './words.ts';

const RECEIVERS = Role.extract(['coordinator', 'section-commander', 'division-commander', 'chief']).options;

/** The field of one choice. */
export function ChoiceField({ open, draft, act }: { open: Open; draft: Draft; act: Act }) {
  const { settings, set } = draft;
  const { key, title } = open;
  if (key === 'quarterClock') return <ClockField draft={draft} />;
  if (key === 'concernUnits')
    return <UnitsField units={settings[key]} act={act} onChange={(units) => set(key, units)} />;
  if (key === 'monthlyReportTo') {
    return (
      <ListField
        label={title}
        choices={RECEIVERS.map((value) => ({ value, label: roleInWords(value) }))}
        value={RECEIVERS.find((role) => role === settings[key]) ?? 'section-commander'}
        fault={act.fault(key)}
        onPick={(role) => set(key, role)}
      />
    );
  }
  if (key === 'internalAffairs') return <AffairsFields draft={draft} act={act} />;
  const value = settings[key];
  return (
    <Field
      label={title}
      type="number"
      inputMode="numeric"
      unit={open.unit ?? words.days}
      value={Number.isFinite(value) ? value : ''}
      fault={act.fault(key)}
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
