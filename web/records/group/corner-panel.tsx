import { useState } from 'react';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import css from './boundary.module.css';
import { words } from './boundary-words.ts';
import { nudged } from './draft.ts';
import type { Point } from './use-street-map.ts';

export type StepMeters = '1' | '10' | '50';
const STEPS = (['1', '10', '50'] as const).map((value) => ({ value, label: words.steps[value] }));

/** Moves one point without a drag: by typed degrees or by pushes of some meters (WCAG 2.5.7). */
export function PointPanel({
  point,
  stepMeters,
  onStep,
  onMove,
}: {
  point: Point;
  stepMeters: StepMeters;
  onStep: (meters: StepMeters) => void;
  onMove: (to: Point) => void;
}) {
  const by = Number(stepMeters);
  const [lon, lat] = point;
  return (
    <>
      <div className={css.degrees}>
        <Degrees label={words.lon} value={lon} reach={180} onSet={(value) => onMove([value, lat])} />
        <Degrees label={words.lat} value={lat} reach={90} onSet={(value) => onMove([lon, value])} />
      </div>
      <Segmented label={words.stepOf} segments={STEPS} value={stepMeters} onChange={onStep} />
      <div className={css.pushes}>
        <Button small onClick={() => onMove(nudged(point, 0, by))}>
          {words.north}
        </Button>
        <Button small onClick={() => onMove(nudged(point, 0, -by))}>
          {words.south}
        </Button>
        <Button small onClick={() => onMove(nudged(point, -by, 0))}>
          {words.west}
        </Button>
        <Button small onClick={() => onMove(nudged(point, by, 0))}>
          {words.east}
        </Button>
      </div>
    </>
  );
}

/** Degrees as typed; taken when they are a place, and shown anew when the point moves otherwise. */
function Degrees({
  label,
  value,
  reach,
  onSet,
}: {
  label: string;
  value: number;
  reach: number;
  onSet: (value: number) => void;
}) {
  const [typed, type] = useState<{ text: string; of: number } | null>(null);
  const text = typed?.of === value ? typed.text : String(value);
  return (
    <Field
      label={label}
      inputMode="decimal"
      value={text}
      onChange={(event) => type({ text: event.currentTarget.value, of: value })}
      onBlur={() => {
        const said = Number(text);
        if (text.trim() !== '' && Number.isFinite(said) && Math.abs(said) <= reach && said !== value) onSet(said);
        type(null);
      }}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
