/** What the duty screen shows of the present quarter (October 1 to December 31, 2026), by group. */
export type GroupQuarter = {
  made: readonly string[];
  meetings?: readonly string[]; // those of `made` that were the group's meeting
  attempts?: readonly string[];
  planned?: string; // a meeting that somebody has promised to attend
  lastBefore?: string; // the last contact of the quarters before, where none was made since
};

export const QUARTER: Readonly<Record<string, GroupQuarter>> = {
  'harrow-meadow': { made: [], attempts: ['2026-10-13', '2026-11-09', '2026-12-01'], lastBefore: '2026-08-20' },
  'depot-square': { made: [], attempts: ['2026-11-25'], lastBefore: '2026-09-08' },
  'larkfield-watch': { made: [], lastBefore: '2026-09-17' },
  southbank: { made: [], attempts: ['2026-12-08'], planned: '2026-12-16', lastBefore: '2026-09-24' },
  'orchard-loop': {
    made: [],
    attempts: ['2026-12-10', '2026-12-11'],
    planned: '2026-12-17',
    lastBefore: '2026-09-29',
  },
  'canal-basin': { made: ['2026-10-03'], meetings: ['2026-10-03'], attempts: ['2026-10-31'] },
  'upper-linden': { made: ['2026-10-06', '2026-11-10'], meetings: ['2026-11-10'] },
  'college-green': {
    made: ['2026-10-10', '2026-11-07', '2026-12-05'],
    meetings: ['2026-10-10', '2026-11-07', '2026-12-05'],
  },
  cordery: { made: ['2026-10-15', '2026-11-28'], meetings: ['2026-11-28'], attempts: ['2026-11-21'] },
  eastbank: {
    made: ['2026-10-19', '2026-11-16', '2026-11-24', '2026-12-10'],
    meetings: ['2026-10-19', '2026-11-16'],
    planned: '2026-12-17',
  },
  'westmoor-watch': {
    made: ['2026-10-22'],
    meetings: ['2026-10-22'],
    attempts: ['2026-10-07'],
    lastBefore: '2026-06-18',
  },
  'sexton-place': { made: ['2026-10-12', '2026-11-09', '2026-12-07'], meetings: ['2026-11-09'] },
  'juniper-rise': { made: ['2026-10-26', '2026-11-23'], meetings: ['2026-10-26'] },
  'linden-flats': { made: ['2026-10-08', '2026-11-05', '2026-12-03'], meetings: ['2026-10-08', '2026-12-03'] },
  'riverbend-apartments': { made: ['2026-10-29'], meetings: ['2026-10-29'], attempts: ['2026-10-11'] },
  millrace: { made: ['2026-10-17', '2026-11-14', '2026-12-12'], meetings: ['2026-11-14'] },
  northgate: { made: ['2026-11-03'], meetings: ['2026-11-03'], attempts: ['2026-10-21'] },
  'cedar-hollow': { made: ['2026-10-09', '2026-11-06', '2026-12-04'], meetings: ['2026-11-06'] },
  'pell-street-merchants': {
    made: ['2026-10-05', '2026-11-02', '2026-11-30'],
    meetings: ['2026-10-05', '2026-11-02', '2026-11-30'],
  },
  'quarry-hill': { made: ['2026-11-17'], meetings: ['2026-11-17'], attempts: ['2026-10-20', '2026-10-27'] },
  'foundry-street': { made: ['2026-10-30'] },
  'tannery-row': { made: ['2026-10-14', '2026-11-11', '2026-12-09'], meetings: ['2026-10-14', '2026-12-09'] },
  'the-strand': { made: ['2026-11-20'], meetings: ['2026-11-20'] },
};

export const QUARTER_BEGAN = '2026-10-01';
