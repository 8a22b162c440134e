import { type ComponentType, lazy } from 'react';

/** What an analyst asks, in the order in which a week's work asks it. */
export const SHELVES = [
  'What changed',
  'When',
  'Where',
  'Does it repeat',
  'Did it work',
  'Calls and concerns',
] as const;

export type MethodEntry = {
  method: string; // its room in `analysis`, and its name in the address
  name: string;
  question: string;
  shelf: (typeof SHELVES)[number];
  Panel: ComponentType;
  ownPlaceAndDays?: true; // asks for them in its panel: those of the filter do not stand over it
};

/** Every method with a panel. A new one is one more line here. */
export const CATALOG: readonly MethodEntry[] = [
  {
    method: 'ears',
    name: 'Day by day',
    question: 'Was yesterday busier than the days just before it?',
    shelf: 'What changed',
    Panel: lazy(async () => ({ default: (await import('#web/methods/ears/ears-panel.tsx')).EarsPanel })),
  },
  {
    method: 'cusum',
    name: 'Lasting rise',
    question: 'Has the level shifted up, a little but for good?',
    shelf: 'What changed',
    Panel: lazy(async () => ({ default: (await import('#web/methods/cusum/cusum-panel.tsx')).CusumPanel })),
  },
  {
    method: 'reporting-lag',
    name: 'Late calls',
    question: 'How late do calls come in, and which of the last weeks can be counted?',
    shelf: 'When',
    Panel: lazy(async () => ({
      default: (await import('#web/methods/reporting-lag/reporting-lag-panel.tsx')).ReportingLagPanel,
    })),
  },
  {
    method: 'two-counts',
    name: 'Before and now',
    question: 'Are these more calls than as many days before, or than a year ago?',
    shelf: 'What changed',
    Panel: lazy(async () => ({
      default: (await import('#web/methods/two-counts/two-counts-panel.tsx')).TwoCountsPanel,
    })),
  },
  {
    method: 'aoristic',
    name: 'Hours it happened in',
    question: 'When in the week, where only a range of hours is known?',
    shelf: 'When',
    Panel: lazy(async () => ({ default: (await import('#web/methods/aoristic/aoristic-panel.tsx')).AoristicPanel })),
  },
  {
    method: 'hot-cells',
    name: 'Hot cells',
    question: 'Which places hold more than chance would put there?',
    shelf: 'Where',
    Panel: lazy(async () => ({ default: (await import('#web/methods/hot-cells/hot-cells-panel.tsx')).HotCellsPanel })),
  },
  {
    method: 'clusters',
    name: 'Clusters',
    question: 'Which calls lie densely together?',
    shelf: 'Where',
    Panel: lazy(async () => ({ default: (await import('#web/methods/clusters/clusters-panel.tsx')).ClustersPanel })),
  },
  {
    method: 'scan',
    name: 'Scan',
    question: 'Where and since when are there more calls than there should be?',
    shelf: 'Where',
    Panel: lazy(async () => ({ default: (await import('#web/methods/scan/scan-panel.tsx')).ScanPanel })),
  },
  {
    method: 'near-repeat',
    name: 'Near repeat',
    question: 'Does one call bring another nearby, soon after?',
    shelf: 'Does it repeat',
    Panel: lazy(async () => ({
      default: (await import('#web/methods/near-repeat/near-repeat-panel.tsx')).NearRepeatPanel,
    })),
  },
  {
    method: 'trend',
    name: 'Trend',
    question: 'Is it rising or falling over months?',
    shelf: 'What changed',
    Panel: lazy(async () => ({ default: (await import('#web/methods/trend/trend-panel.tsx')).TrendPanel })),
  },
  {
    method: 'emerging',
    name: 'Emerging hot spots',
    question: 'Which hot spots are new, growing, or over?',
    shelf: 'Where',
    Panel: lazy(async () => ({ default: (await import('#web/methods/emerging/emerging-panel.tsx')).EmergingPanel })),
  },
  {
    method: 'rates',
    name: 'Rates',
    question: 'How many calls for each 1,000 residents, and is that unusual?',
    shelf: 'Where',
    Panel: lazy(async () => ({ default: (await import('#web/methods/rates/rates-panel.tsx')).RatesPanel })),
  },
  {
    method: 'evidence',
    name: 'Calls and concerns',
    question: 'Do the calls and what people tell us say the same?',
    shelf: 'Calls and concerns',
    Panel: lazy(async () => ({ default: (await import('#web/methods/evidence/evidence-panel.tsx')).EvidencePanel })),
  },
  {
    method: 'season',
    name: 'Season',
    question: 'What comes back every year?',
    shelf: 'When',
    Panel: lazy(async () => ({ default: (await import('#web/methods/season/season-panel.tsx')).SeasonPanel })),
  },
  {
    method: 'local-moran',
    name: 'Local Moran',
    question: 'Which places are like their neighbors, and which stand out?',
    shelf: 'Where',
    Panel: lazy(async () => ({
      default: (await import('#web/methods/local-moran/local-moran-panel.tsx')).LocalMoranPanel,
    })),
  },
  {
    method: 'concentration',
    name: 'Concentration',
    question: 'How few places hold most of the calls?',
    shelf: 'Where',
    Panel: lazy(async () => ({
      default: (await import('#web/methods/concentration/concentration-panel.tsx')).ConcentrationPanel,
    })),
  },
  {
    method: 'before-after',
    name: 'Before and after',
    question: 'Did it change after you acted, or move next door?',
    shelf: 'Did it work',
    ownPlaceAndDays: true,
    Panel: lazy(async () => ({
      default: (await import('#web/methods/before-after/before-after-panel.tsx')).BeforeAfterPanel,
    })),
  },
  {
    method: 'center',
    name: 'Center and spread',
    question: 'Where is the middle, and how far do the calls spread?',
    shelf: 'Where',
    Panel: lazy(async () => ({ default: (await import('#web/methods/center/center-panel.tsx')).CenterPanel })),
  },
];

export const methodOf = (method: string | null): MethodEntry | null =>
  CATALOG.find((entry) => entry.method === method) ?? null;
