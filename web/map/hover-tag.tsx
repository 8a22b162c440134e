import type { AreaLayer } from '#data/schema/area.ts';
import type { Hovered } from './use-picking.ts';

type HoverTagProps = { hovered: Hovered; layer: AreaLayer; words: (areaId: string) => string };

/** Name and number beside the pointer. A convenience: the list, the table and the panel say the same. */
export function HoverTag({ hovered: { areaId, x, y }, layer, words }: HoverTagProps) {
  const name = layer.features.find(({ properties }) => properties.areaId === areaId)?.properties.name;
  return (
    <div
      className="map-float hover-tag"
      style={{ transform: `translate(${x + 14}px, ${y + 16}px)` }}
      aria-hidden="true"
    >
      <b>{name}</b> {words(areaId)}
    </div>
  );
}
