import { z } from 'zod';
import { Filter } from '#data/schema/filter.ts';
import type { Manifest } from '#data/schema/manifest.ts';
import type { Questions } from '#web/compute/door.ts';

/** What a figure code stands for: the question, and the data and boundaries it was asked of. */
const Figure = z.object({
  code: z.string(),
  question: z.object({ method: z.string(), filter: Filter, options: z.record(z.string(), z.unknown()) }),
  manifest: z.string(),
  areaVersions: z.record(z.string(), z.string()),
});
export type Figure = z.infer<typeof Figure>;

/** Keeps a figure on the server under its code, so that a printed number can be asked for again. */
export async function registerFigure(
  code: string,
  filter: Filter,
  options: Questions['explore']['options'],
  manifest: Manifest,
): Promise<void> {
  const counted = manifest.areas.filter(({ layer }) => layer === filter.layer);
  const areaVersions = Object.fromEntries(counted.map(({ layer, version }) => [layer, version]));
  const figure = { code, question: { method: 'explore', filter, options }, manifest: manifest.manifest, areaVersions };
  const response = await fetch('/api/figures', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(figure),
  });
  if (!response.ok) throw new Error(`the figure could not be registered: the server answered ${response.status}`);
}

/** The figure of a code, or null where none is known here. */
export async function findFigure(code: string): Promise<Figure | null> {
  const response = await fetch(`/api/figures/${encodeURIComponent(code)}`);
  if (response.status === 404 || response.status === 422) return null;
  if (!response.ok) throw new Error(`the figure could not be asked for: the server answered ${response.status}`);
  return Figure.parse(await response.json());
}
