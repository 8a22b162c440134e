import type { AreaLayer } from '#data/schema/area.ts';
import { type Classes, classColors, classOf } from './classes.ts';
import { layOver } from './color.ts';
import type { Overlap } from './overlap.ts';
import type { MapTokens } from './read-tokens.ts';

/** What an area is filled with: a class of the ramp, the hatch of a withheld number, or nothing (`none`). */
export type Shade = number | 'withheld' | 'none';

export type Shading = {
  colors: string[]; // one a class, as seen on the map: 80 % over the city's ground, but opaque
  areas: ReadonlyMap<string, Shade>; // by areaId
  stripes: ReadonlyMap<string, string>; // overlapId to pattern name
  patterns: ReadonlyMap<string, string[]>; // pattern name to its colors
};

/**
 * The fill of every area and of every piece of shared ground. Fills are mixed with the
 * ground here instead of being drawn see-through, because two see-through fills over
 * each other make a class that nobody has.
 */
export function shade(
  tokens: MapTokens,
  layer: AreaLayer,
  overlaps: readonly Overlap[],
  values: Readonly<Record<string, number | null>>,
  classes: Classes,
  withheld: ReadonlySet<string>,
): Shading {
  const colors = classColors(tokens.sequential, classes.breaks.length + 1).map((c) => layOver(c, tokens.city, 0.8));
  const shadeOf = (areaId: string): Shade => {
    if (withheld.has(areaId)) return 'withheld';
    const value = values[areaId];
    return typeof value === 'number' ? classOf(value, classes.breaks) : 'none';
  };
  const areas = new Map(layer.features.map(({ properties }) => [properties.areaId, shadeOf(properties.areaId)]));
  const stripes = new Map<string, string>();
  const patterns = new Map<string, string[]>();
  for (const { overlapId, members } of overlaps) {
    const shades = members.map((areaId) => areas.get(areaId) ?? 'none');
    const name = `stripes-${shades.join('-')}`;
    stripes.set(overlapId, name);
    patterns.set(
      name,
      shades.map((one) => colorOf(one, colors, tokens)),
    );
  }
  return { colors, areas, stripes, patterns };
}

function colorOf(one: Shade, colors: readonly string[], tokens: MapTokens): string {
  if (one === 'withheld') return tokens.withheldLine;
  if (one === 'none') return tokens.city;
  return colors[one] ?? tokens.city;
}
