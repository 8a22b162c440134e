import { useEffect, useRef, useState } from 'react';
import type { AreaLayer } from '#data/schema/area.ts';
import { Manifest } from '#data/schema/manifest.ts';
import type { WallBoard } from '#data/schema/wall.ts';
import type { WallGround } from './ground.ts';

const AGAIN_AFTER = 30_000;

/** The ground of the board's map. The former one stays until the new one is here; what fails is asked for again. */
export function useGround(board: Pick<WallBoard, 'calls'> | null): WallGround | null {
  const [ground, setGround] = useState<WallGround | null>(null);
  const [tries, setTries] = useState(0);
  const drawn = useRef<DrawnGround | null>(null);
  const manifest = board?.calls?.manifest;
  const layer = board?.calls?.layer;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks again after a failure
  useEffect(() => {
    if (manifest === undefined || layer === undefined) return;
    const leaving = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    loadGround(manifest, layer, drawn.current, leaving.signal).then(
      (loaded) => {
        drawn.current = loaded;
        setGround(loaded.ground);
      },
      () => {
        if (!leaving.signal.aborted) again = setTimeout(() => setTries((n) => n + 1), AGAIN_AFTER);
      },
    );
    return () => {
      leaving.abort();
      clearTimeout(again);
    };
  }, [manifest, layer, tries]);
  return ground;
}

/** A ground, and the layers and versions that it was drawn from. */
type DrawnGround = { readonly ground: WallGround; readonly from: string };

/**
 * The boundaries are needed; without the streets beneath, the map is only plainer. New calls within the boundaries that
 * there were lie on the same ground: it is not fetched again.
 */
async function loadGround(
  manifest: string,
  layer: string,
  former: DrawnGround | null,
  signal: AbortSignal,
): Promise<DrawnGround> {
  const { areas } = await manifestOf(manifest, signal);
  const from = JSON.stringify([layer, areas]);
  if (former?.from === from && former.ground.image !== '') return { from, ground: { ...former.ground, manifest } };
  const version = areas.find((entry) => entry.layer === layer)?.version;
  if (version === undefined) throw new Error(`manifest ${manifest} lists no layer ${layer}`);
  const [boundaries, image] = await Promise.all([
    fetchOk(`/api/areas/${layer}/${version}`, signal).then((answer) => answer.json()),
    fetchOk(`/api/wall/ground/${manifest}.svg`, signal).then(
      (answer) => answer.text(),
      () => '',
    ),
  ]);
  // the address is the hash of a file that was checked when it was taken in
  return { from, ground: { manifest, areas: (boundaries as AreaLayer).features, image } };
}

/** At a desk the wall is looked at with another release level: the boundaries are the same. */
async function manifestOf(hash: string, signal: AbortSignal): Promise<Manifest> {
  const answer = await fetchOk(`/api/manifests/${hash}`, signal).catch(() => fetchOk('/api/manifest', signal));
  return Manifest.parse(await answer.json());
}

async function fetchOk(address: string, signal: AbortSignal): Promise<Response> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer;
}
