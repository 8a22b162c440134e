import type { WallPageKind } from '#web/wall/page.ts';
import { type Place, USUAL_PLACE } from './unit.ts';

/** What the address of a wall says: a box that boots shows it unattended, so it stands in the URL. */
export type WallSettings = Place & {
  readonly dwell: number; // seconds a page
  readonly pages: readonly WallPageKind[]; // empty: all
  readonly district: string | null; // only this district's page of the districts
  readonly dim: { readonly from: number; readonly to: number } | null; // hours between which it is dark
  readonly holdsPause: boolean; // a pause lasts until somebody ends it
};

const KINDS: readonly WallPageKind[] = ['city', 'district', 'alert', 'trends', 'concerns', 'groups', 'escalations'];
export const USUAL_DWELL = 25;

/** Reads the address; `ignored` are the parts that were not understood, as they were written. */
export function readSettings(search: string): { settings: WallSettings; ignored: string[] } {
  const asked = new URLSearchParams(search);
  const ignored: string[] = [];
  const numberOf = (name: string, usual: number, least: number, most: number): number => {
    const written = asked.get(name);
    if (written === null) return usual;
    const value = Number(written);
    if (written.trim() !== '' && value >= least && value <= most) return value;
    ignored.push(`${name}=${written}`);
    return usual;
  };
  const pages = (asked.get('pages') ?? '').split(',').filter((each) => each !== '');
  for (const unknown of pages.filter((each) => !isKind(each))) ignored.push(`pages=${unknown}`);
  const dim = readHours(asked.get('dim'));
  if (dim === undefined) ignored.push(`dim=${asked.get('dim')}`);
  for (const name of asked.keys()) if (!KNOWN.has(name)) ignored.push(name);
  return {
    settings: {
      distance: numberOf('distance', USUAL_PLACE.distance, 0.5, 30),
      diagonal: numberOf('diagonal', USUAL_PLACE.diagonal, 10, 300),
      dwell: numberOf('dwell', USUAL_DWELL, 20, 40),
      pages: pages.filter(isKind),
      district: asked.get('district'),
      dim: dim ?? null,
      holdsPause: asked.get('pause') === 'hold',
    },
    ignored,
  };
}

const KNOWN = new Set(['distance', 'diagonal', 'dwell', 'pages', 'district', 'dim', 'pause']);
const isKind = (word: string): word is WallPageKind => KINDS.some((kind) => kind === word);

/** "22-6": from ten at night to six. Undefined: not understood. */
function readHours(written: string | null): { from: number; to: number } | null | undefined {
  if (written === null) return null;
  const [, from = '', to = ''] = /^(\d{1,2})-(\d{1,2})$/.exec(written) ?? [];
  const hours = { from: Number(from), to: Number(to) };
  const isMeant = from !== '' && hours.from < 24 && hours.to <= 24 && hours.from !== hours.to;
  return isMeant ? hours : undefined;
}

/** Whether a moment lies in the dark hours, which may go over midnight. */
export function isDark(dim: WallSettings['dim'], clockLocal: string): boolean {
  if (dim === null) return false;
  const hour = Number(clockLocal.slice(11, 13));
  return dim.from < dim.to ? hour >= dim.from && hour < dim.to : hour >= dim.from || hour < dim.to;
}
