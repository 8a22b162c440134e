import { useState } from 'react';
import { draftPattern } from '#analysis/pattern/draft-pattern.ts';
import type { Pattern, Synopsis } from '#data/schema/records/pattern.ts';
import { kindName } from '#web/ask/kinds.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { useAct } from '#web/records/shared/use-act.ts';
import { Check } from '#web/ui/field.tsx';
import { SYNOPSIS } from './draft.ts';
import css from './pattern.module.css';
import type { CallLine } from './use-calls.ts';
import { words } from './words.ts';

type Taken = { synopsis: Synopsis; from: string; to: string };

/** What the calls would say now beside what stands there: nothing is written over unseen. */
export function RedraftDialog({
  now,
  name,
  source,
  lines,
  onTake,
  onClose,
}: {
  now: Taken;
  name: string;
  source: Pattern['source'];
  lines: readonly CallLine[];
  onTake: (taken: Taken) => void;
  onClose: () => void;
}) {
  const act = useAct([]);
  const rows = lines.flatMap(({ kept, row }) => (kept && row !== null ? [row] : []));
  const drafted = draftPattern(rows, { title: name, kindName, source });
  const differing = SYNOPSIS.filter(
    (part) => part !== 'how' && drafted.synopsis[part].trim() !== now.synopsis[part].trim(),
  );
  const hasDays = drafted.from !== now.from || drafted.to !== now.to;
  const [chosen, setChosen] = useState<readonly string[]>(() => [...differing, ...(hasDays ? ['days'] : [])]);
  const pick = (part: string) => (isOn: boolean) =>
    setChosen(isOn ? [...chosen, part] : chosen.filter((each) => each !== part));
  const take = () => {
    const synopsis = { ...now.synopsis };
    for (const part of differing) if (chosen.includes(part)) synopsis[part] = drafted.synopsis[part];
    const days = chosen.includes('days') ? { from: drafted.from, to: drafted.to } : { from: now.from, to: now.to };
    onTake({ synopsis, ...days });
    onClose();
  };
  const isSame = differing.length === 0 && !hasDays;
  return (
    <FormDialog
      title={words.redraftTitle}
      sends={words.take}
      act={act}
      onSend={take}
      onClose={onClose}
      unavailable={isSame ? words.redraftSame : chosen.length === 0 ? words.takeNone : undefined}
    >
      <p className="caption">{isSame ? words.redraftSame : words.redraftWhy(rows.length)}</p>
      {hasDays && (
        <Change
          label={`${words.from}, ${words.to.toLowerCase()}`}
          now={`${now.from}, ${now.to}`}
          next={`${drafted.from}, ${drafted.to}`}
          isOn={chosen.includes('days')}
          onPick={pick('days')}
        />
      )}
      {differing.map((part) => (
        <Change
          key={part}
          label={words.parts[part]}
          now={now.synopsis[part]}
          next={drafted.synopsis[part]}
          isOn={chosen.includes(part)}
          onPick={pick(part)}
        />
      ))}
    </FormDialog>
  );
}

function Change({
  label,
  now,
  next,
  isOn,
  onPick,
}: {
  label: string;
  now: string;
  next: string;
  isOn: boolean;
  onPick: (isOn: boolean) => void;
}) {
  return (
    <div className={css.change}>
      <Check label={<b>{label}</b>} checked={isOn} onChange={onPick} />
      <dl>
        <dt>{words.now}</dt>
        <dd>{now || words.nothing}</dd>
        <dt>{words.wouldBe}</dt>
        <dd>{next || words.nothing}</dd>
      </dl>
    </div>
  );
}
