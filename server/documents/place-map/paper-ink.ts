/** One ink on white paper. Water is darker than parks, so that a grey printer keeps them apart. */
export const PAPER = {
  land: '#ffffff',
  site: '#f4f4f4',
  park: '#e9e9e9',
  water: '#cfcfcf',
  road: '#ffffff',
  localEdge: '#cbcbcb',
  roadEdge: '#a3a3a3',
  highwayEdge: '#767676',
  rail: '#8a8a8a',
  ink: '#111111',
  street: '#3d3d3d',
  frame: '#767676',
} as const;
