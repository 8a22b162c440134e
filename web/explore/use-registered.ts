import { useDesk } from '#web/ask/desk.tsx';
import { useKeptFigure } from '#web/ask/use-kept-figure.ts';
import type { Picture } from './use-picture.ts';

/** The figure of the open area, or of the filter: to copy with its code, and to keep. */
export function useRegistered({ filter, area, here }: Picture): ReturnType<typeof useKeptFigure> {
  const { opened } = useDesk();
  const counted = area === null ? filter : { ...filter, areas: [area] };
  const asked = { method: 'explore', filter: counted, options: { expectedBand: true } };
  return useKeptFigure(here.code, asked, opened.manifest);
}
