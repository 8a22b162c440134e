import { join } from 'node:path';
import type { ExtractFile, Manifest } from '#data/schema/manifest.ts';
import { RELEASE_LEVEL_OF, ReleaseLevel } from '#data/schema/release-level.ts';
import { readCurrent, readManifests } from '#server/extract/manifest-files.ts';
import { actingOf } from './guarded.ts';
import { remember } from './remember.ts';
import type { ServerState } from './server-state.ts';

/** What one release level may read, and nothing else: the check that no route goes around. */
export type Releases = {
  readonly level: ReleaseLevel;
  current(): Promise<Manifest | null>;
  find(hash: string): Promise<Manifest | undefined>;
  findExtract(file: string): Promise<ExtractFile | undefined>; // in any manifest of the level, so that old figures replay
  listsArea(layer: string, version: string): Promise<boolean>; // likewise, boundaries that were redrawn since
};

export function openServerState(home: string): ServerState {
  const byLevel = new Map(ReleaseLevel.options.map((level) => [level, openReleases(home, level)]));
  return {
    home,
    releasesFor: (c) => {
      const releases = byLevel.get(RELEASE_LEVEL_OF[actingOf(c).actor.role]);
      if (!releases) throw new Error('a role without a release level');
      return releases;
    },
  };
}

export function openReleases(home: string, level: ReleaseLevel): Releases {
  const current = remember(join(home, `manifest-${level}.json`), () => readCurrent(home, level));
  const all = remember(join(home, 'manifests'), async () => {
    const manifests = await readManifests(home, level);
    return {
      byHash: new Map(manifests.map((manifest) => [manifest.manifest, manifest])),
      areas: new Set(manifests.flatMap(({ areas }) => areas.map(({ layer, version }) => `${layer}/${version}`))),
      files: new Map(manifests.flatMap(({ extracts }) => extracts.map((extract) => [extract.file, extract]))),
    };
  });
  return {
    level,
    current,
    find: async (hash) => (await all()).byHash.get(hash),
    listsArea: async (layer, version) => (await all()).areas.has(`${layer}/${version}`),
    findExtract: async (file) => (await all()).files.get(file),
  };
}
