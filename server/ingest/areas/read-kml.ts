import { kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { DataRefused } from '#server/errors.ts';
import { featuresOf, LON_LAT, type RawAreas } from './raw-areas.ts';

/** KML: always longitude and latitude. */
export function readKml(text: string, file: string): RawAreas {
  const refuse = (why: string, cause?: unknown): never => {
    throw new DataRefused(why, { file }, cause);
  };
  try {
    const onError = (level: string, message: string) => {
      if (level !== 'warning') refuse(`this is not whole KML: ${message.split('\n')[0]}`);
    };
    const page = new DOMParser({ onError }).parseFromString(text, 'text/xml');
    const root = page.documentElement?.localName;
    if (root !== 'kml') return refuse(`this is not KML: it begins with <${root ?? 'nothing'}>`);
    return { features: featuresOf(kml(page), refuse), crs: LON_LAT, notes: [] };
  } catch (error) {
    if (error instanceof DataRefused) throw error;
    return refuse('this is not whole KML', error);
  }
}
