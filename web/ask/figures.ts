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
  shown: z.record(z.string(), z.string()).optional(), // settings of the method's panel
});
export type Figure = z.infer<typeof Figure>;

/** A question as it was asked. `shown`: what the panel of its method was set to, as its address keeps it. */
export type Asked = Figure['question'] & { shown?: Readonly<Record<string, string>> };

/** Keeps a figure of Explore's own counts. */
export const registerFigure = (
  code: string,
  filter: Filter,
  options: Questions['explore']['options'],
  manifest: Manifest,
): Promise<void> => keepFigure(code, { method: 'explore', filter, options }, manifest);

/** Keeps a figure on the server under its code, so that a printed number can be asked for again. */
export async function keepFigure(
  code: string,
  { shown, ...question }: Asked,
  { manifest, areas }: Manifest,
): Promise<void> {
  const counted = areas.filter(({ layer }) => layer === question.filter.layer);
  const areaVersions = Object.fromEntries(counted.map(({ layer, version }) => [layer, version]));
  const response = await fetch('/api/figures', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code, question, manifest, areaVersions, shown }),
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
