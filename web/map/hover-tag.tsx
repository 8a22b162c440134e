import type { AreaLayer } from '#data/schema/area.ts';
import type { Hovered } from './use-picking.ts';

type HoverTagProps = { hovered: Hovered; layer: AreaLayer; unit: string; words: (areaId: string) => string };

/** Name and number beside the pointer. A convenience: the list, the table and the panel say the same. */
export function HoverTag({ hovered: { areaId, x, y, isRight }, layer, unit, words }: HoverTagProps) {
  const name = layer.features.find(({ properties }) => properties.areaId === areaId)?.properties.name;
  const number = words(areaId);
  return (
    <div
      className="map-float hover-tag"
      style={{
        transform: `translate(${x + (isRight ? -14 : 14)}px, ${y + 16}px) translateX(${isRight ? '-100%' : '0'})`,
      }}
      aria-hidden="true"
    >
      <b>{name}</b> {number} {/\d/.test(number) && unit}
    </div>
  );
}
