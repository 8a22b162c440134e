import { type KeyboardEvent, useId, useState } from 'react';
import type { AreaLayer } from '#data/schema/area.ts';
import './area-list.css';

export type AreaListProps = {
  layer: AreaLayer;
  selected: string | null;
  unit: string; // what the numbers count
  words: (areaId: string) => string; // an area's number
  onSelect: (areaId: string | null) => void;
  onPoint: (areaId: string | null) => void; // the area the reader stands on, to be marked on the map
};

/**
 * The map's areas as a list: unseen until the keyboard reaches it, since a canvas has
 * nothing in it that Tab could find. Arrows, Home, End and first letters move, Enter
 * selects, Escape lets go.
 */
export function AreaList({ layer, selected, unit, words, onSelect, onPoint }: AreaListProps) {
  const id = useId();
  const [active, setActive] = useState(0);
  const areas = layer.features
    .map(({ properties: { areaId, name } }) => ({ areaId, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const stand = (index: number): void => {
    const next = Math.max(0, Math.min(areas.length - 1, index));
    setActive(next);
    onPoint(areas[next]?.areaId ?? null);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const go = destination(event.key, active, areas);
    if (go !== null) stand(go);
    else if (event.key === 'Enter' || event.key === ' ') onSelect(areas[active]?.areaId ?? null);
    else if (event.key === 'Escape') onSelect(null);
    else return;
    event.preventDefault();
  };
  return (
    <div className="area-list">
      <p id={`${id}-title`}>
        Areas on the map <span>{unit}</span>
      </p>
      <div
        role="listbox"
        tabIndex={0}
        aria-labelledby={`${id}-title`}
        aria-activedescendant={`${id}-${active}`}
        onFocus={() =>
          stand(
            Math.max(
              0,
              areas.findIndex(({ areaId }) => areaId === selected),
            ),
          )
        }
        onBlur={() => onPoint(null)}
        onKeyDown={onKeyDown}
      >
        {areas.map(({ areaId, name }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox holds the focus and hears the keys
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant names the active option
          <div
            key={areaId}
            id={`${id}-${index}`}
            role="option"
            aria-selected={areaId === selected}
            data-active={index === active}
            onClick={() => onSelect(areaId)}
          >
            <span>{name}</span>
            <span>{words(areaId)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function destination(key: string, active: number, areas: readonly { name: string }[]): number | null {
  if (key === 'ArrowDown') return active + 1;
  if (key === 'ArrowUp') return active - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return areas.length - 1;
  if (!/^\p{L}$/u.test(key)) return null;
  const starts = (index: number): boolean =>
    areas[index % areas.length]?.name.toLowerCase().startsWith(key.toLowerCase()) ?? false;
  const ahead = areas.findIndex((_, step) => starts(active + 1 + step));
  return ahead === -1 ? null : (active + 1 + ahead) % areas.length;
}
