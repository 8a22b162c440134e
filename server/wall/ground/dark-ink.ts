/** The dark half of the map's palette, as web/ui/tokens.css has it: a wall is dark at any hour. */
export const DARK = {
  land: '#161f26', // --map-city
  park: '#18241f',
  water: '#0a2230',
  street: '#26323b', // --map-road
  major: '#31404b', // --map-road-major-edge
  highway: '#3a4a56',
  rail: '#2b3842',
} as const;
