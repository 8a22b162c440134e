import type { Manifest } from '#data/schema/manifest.ts';
import { TableFailed } from './table-failed.ts';

/**
 * The most calls one browser tab is asked to hold. A call takes about 130 bytes in its
 * extract, 50 in the counting columns and, once SQL is used, another 150 in the
 * database: six million calls come to 2 GB, half of what a tab is given.
 */
export const MOST_CALLS = 6_000_000;

/** Refuses before anything is downloaded, with words a reader can act on. */
export function checkCeiling(manifest: Pick<Manifest, 'rows'>, mostCalls = MOST_CALLS): void {
  if (manifest.rows <= mostCalls) return;
  throw new TableFailed(
    'too-large',
    `${manifest.rows.toLocaleString('en-US')} calls are more than a browser can hold (${mostCalls.toLocaleString('en-US')}). ` +
      'Nothing was downloaded. Ask the administrator to publish fewer years.',
  );
}
