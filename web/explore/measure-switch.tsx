import { useAreas } from '#web/ask/desk.tsx';
import { useView } from '#web/ask/use-view.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import css from './measure-switch.module.css';
import { measureOf, measuresOf } from './shading.ts';
import { words } from './words.ts';

/** Count or rate; only where some area knows a denominator. */
export function MeasureSwitch() {
  const { view, filter, change } = useView();
  const { features } = useAreas(filter.layer);
  const measures = measuresOf(features);
  if (measures.length === 1) return null;
  const LABEL = { count: words.byCount, residents: words.perResidents, addresses: words.perAddresses };
  return (
    <div className={css.switch}>
      <Segmented
        label={words.measure}
        segments={measures.map((measure) => ({ value: measure, label: LABEL[measure] }))}
        value={measureOf(features, view.measure)}
        onChange={(measure) => change({ measure })}
      />
    </div>
  );
}
