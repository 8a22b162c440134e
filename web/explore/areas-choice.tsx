import { useState } from 'react';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { useView } from '#web/ask/use-view.ts';
import { Button } from '#web/ui/button.tsx';
import { Check, Field } from '#web/ui/field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { choiceWords } from './choice-words.ts';
import css from './choices.module.css';

/** Which boundaries to count by, and which of them. Alphabetical: an area is looked up, not ranked. */
export function AreasChoice() {
  const { opened } = useDesk();
  const { filter, change } = useView();
  const { features, noun } = useAreas(filter.layer);
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const shown = features.filter(({ properties }) => properties.name.toLowerCase().includes(wanted));
  const layers = opened.manifest.areas.map(({ layer, title }) => ({ value: layer, label: title }));
  const toggle = (areaId: string, isOn: boolean) =>
    change({ filter: { areas: isOn ? [...filter.areas, areaId] : filter.areas.filter((each) => each !== areaId) } });
  return (
    <div className={css.stack}>
      {layers.length > 1 && (
        <Segmented
          label={choiceWords.layer}
          segments={layers}
          value={filter.layer}
          onChange={(layer) => change({ filter: { layer, areas: [] }, area: null, series: null })}
        />
      )}
      <Field
        label={choiceWords.findArea}
        type="search"
        value={typed}
        onChange={(e) => setTyped(e.currentTarget.value)}
      />
      <div className={css.list}>
        {shown.map(({ properties: { areaId, name } }) => (
          <Check
            key={areaId}
            label={name}
            checked={filter.areas.includes(areaId)}
            onChange={(isOn) => toggle(areaId, isOn)}
          />
        ))}
        {shown.length === 0 && <p className="caption">{choiceWords.noArea}</p>}
      </div>
      <div className={css.row}>
        {filter.areas.length > 0 && (
          <>
            <Button small onClick={() => change({ filter: { areas: [] } })}>
              {choiceWords.allAreas(features.length, noun[1])}
            </Button>
            <span className="caption">{choiceWords.chosen(filter.areas.length)}</span>
          </>
        )}
      </div>
    </div>
  );
}
