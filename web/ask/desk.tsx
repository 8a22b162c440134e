import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { AreaFeature, AreaLayerEntry } from '#data/schema/area.ts';
import type { Session } from '#data/schema/session.ts';
import type { Door, Opened } from '#web/compute/door.ts';

/** What every screen works on: the open door, what lies behind it, and who is looking. */
export type Desk = {
  door: Door;
  opened: Opened;
  session: Session;
  missed: string | null; // a former manifest that was asked for and could not be had whole
};

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ desk, children }: { desk: Desk | null; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The desk, for what stands on every screen: null until a screen that needs the calls has opened the door. */
export const useDeskIfOpen = (): Desk | null => useContext(DeskContext);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk needs a DeskProvider above it: screens are shown once the door is open');
  return desk;
}

/** The layer calls are counted by when none is chosen: groups where there are any, else the first. */
export const usualLayer = ({ manifest }: Opened): string =>
  (manifest.areas.find(({ kind }) => kind === 'group') ?? manifest.areas[0])?.layer ?? '';

const NOUNS: Record<AreaLayerEntry['kind'], [one: string, many: string]> = {
  city: ['city', 'cities'],
  district: ['district', 'districts'],
  beat: ['beat', 'beats'],
  zone: ['zone', 'zones'],
  group: ['group', 'groups'],
  other: ['area', 'areas'],
};

export type Areas = {
  entry: AreaLayerEntry | null;
  features: AreaFeature[]; // alphabetical
  byId: ReadonlyMap<string, AreaFeature>;
  nameOf: (areaId: string) => string;
  noun: [one: string, many: string];
};

/** The areas of one layer with their names. */
export function useAreas(layer: string): Areas {
  const { opened } = useDesk();
  return useMemo(() => areasOf(opened, layer), [opened, layer]);
}

export function areasOf(opened: Opened, layer: string): Areas {
  const entry = opened.manifest.areas.find((each) => each.layer === layer) ?? null;
  const features = [...(opened.layers[layer]?.features ?? [])].sort((a, b) =>
    a.properties.name.localeCompare(b.properties.name),
  );
  const byId = new Map(features.map((feature) => [feature.properties.areaId, feature]));
  const nameOf = (areaId: string) => byId.get(areaId)?.properties.name ?? areaId;
  return { entry, features, byId, nameOf, noun: NOUNS[entry?.kind ?? 'other'] };
}
