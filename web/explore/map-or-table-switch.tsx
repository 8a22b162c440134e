import { useView } from '#web/ask/use-view.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import { words } from './words.ts';

/** The same areas as a picture or as rows, where no map floats to hold the switch. */
export function MapOrTableSwitch() {
  const { view, change } = useView();
  return (
    <Segmented
      label={words.mapOrTable}
      segments={[
        { value: 'map', label: words.map, icon: 'map' },
        { value: 'table', label: words.table, icon: 'table' },
      ]}
      value={view.shows}
      onChange={(shows) => change({ shows })}
    />
  );
}
