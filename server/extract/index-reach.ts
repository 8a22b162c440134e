import { AreaLayerEntry } from '#data/schema/area.ts';
import { type Manifest, SourceAge } from '#data/schema/manifest.ts';
import type { ReleaseLevel } from '#data/schema/release-level.ts';
import type { StoreIndex } from '#server/store/store-index.ts';
import { knownLag } from './known-lag.ts';

/** How far the calls of an index reach, as a manifest of a level tells it: known before anything is cut. */
export function reachOf(
  level: ReleaseLevel,
  index: StoreIndex,
): Pick<Manifest, 'sources' | 'cutoffLocal' | 'reportingLagDays'> {
  const clock = (local: string) => (level === 'public' ? `${local.slice(0, 13)}:00:00` : local);
  const sources = index.sources
    .map((source) => SourceAge.parse({ ...source, reportingLag: knownLag(source) }))
    .map((age) => ({
      ...age,
      firstReceivedLocal: clock(age.firstReceivedLocal),
      lastReceivedLocal: clock(age.lastReceivedLocal),
    }))
    .sort((a, b) => (a.source < b.source ? -1 : 1));
  const lasts = sources.map(({ lastReceivedLocal }) => lastReceivedLocal).sort();
  return {
    sources,
    cutoffLocal: lasts.at(-1) ?? '1970-01-01T00:00:00',
    reportingLagDays: Math.max(0, ...sources.map(({ reportingLag }) => reportingLag?.days ?? 0)),
  };
}

/** The layers of an index, as every manifest lists them. */
export const areasOf = (index: StoreIndex): AreaLayerEntry[] =>
  index.layers.map((layer) => AreaLayerEntry.parse(layer)).sort((a, b) => (a.layer < b.layer ? -1 : 1));
