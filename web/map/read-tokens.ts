/** The colors the map draws with, as CSS color strings. */
export type MapTokens = ReturnType<typeof tokensFrom>;

/**
 * Reads the color tokens in force at an element, so that a `data-theme` on any ancestor
 * counts. They live in `web/ui/tokens.css`, change with the theme, and are never written
 * down here.
 */
export function readTokens(element: Element): MapTokens {
  const style = getComputedStyle(element);
  return tokensFrom((property) => style.getPropertyValue(property).trim());
}

/** The tokens by name. Throws where the page forgot the stylesheet: a map without colors is a bug. */
export function tokensFrom(lookUp: (property: string) => string) {
  const read = (property: string): string => {
    const value = lookUp(property);
    if (value === '') throw new Error(`${property} is not set here: load web/ui/tokens.css before drawing the map`);
    return value;
  };
  return {
    surface: read('--surface'),
    line: read('--line'),
    ink: read('--ink'),
    inkSoft: read('--ink-2'),
    inkFaint: read('--ink-3'),
    accent: read('--accent'),
    call: read('--call'),
    concern: read('--concern'),
    concernEdge: read('--concern-edge'),
    concernText: read('--concern-text'),
    withheldGround: read('--withheld-a'),
    withheldLine: read('--withheld-b'),
    land: read('--map-land'),
    city: read('--map-city'),
    water: read('--map-water'),
    park: read('--map-park'),
    road: read('--map-road'),
    roadEdge: read('--map-road-edge'),
    roadMajorEdge: read('--map-road-major-edge'),
    highway: read('--map-highway'),
    highwayEdge: read('--map-highway-edge'),
    rail: read('--map-rail'),
    outline: read('--map-outline'),
    outlineCasing: read('--map-outline-casing'),
    selected: read('--map-selected'),
    label: read('--map-label'),
    labelStreet: read('--map-label-2'),
    labelWater: read('--map-label-water'),
    labelPark: read('--map-label-park'),
    halo: read('--map-halo'),
    surfaceLine: read('--map-surface-line'),
    surfaceFill: read('--map-surface-fill'),
    font: read('--font'),
    sequential: [1, 2, 3, 4, 5, 6, 7].map((step) => read(`--seq-${step}`)), // least first
  };
}
