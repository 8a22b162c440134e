import type { Visible } from './picture.ts';

export type LayerChip = { layer: keyof Visible; words: string };

export type LayerChipsProps = {
  chips: readonly LayerChip[];
  visible: Visible;
  onChange: (visible: Visible) => void;
};

/** Switches for what lies on the map; a check mark, not only a color, says which are on. */
export function LayerChips({ chips, visible, onChange }: LayerChipsProps) {
  return (
    <fieldset className="map-float layer-chips">
      <legend>On the map</legend>
      {chips.map(({ layer, words }) => (
        <button
          key={layer}
          type="button"
          aria-pressed={visible[layer]}
          onClick={() => onChange({ ...visible, [layer]: !visible[layer] })}
        >
          {visible[layer] && (
            <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
              <path d="m3 8.5 3.2 3.2L13 5" />
            </svg>
          )}
          {words}
        </button>
      ))}
    </fieldset>
  );
}
