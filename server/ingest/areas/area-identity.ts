import { DataRefused } from '#server/errors.ts';
import type { RawAreas } from './raw-areas.ts';

type Features = RawAreas['features'];

const USUAL_IDS = ['areaid', 'area_id', 'id', 'globalid', 'geoid', 'objectid', 'fid', 'gid'];
const USUAL_NAMES = ['name', 'title', 'label', 'neighborhood', 'neighbourhood'];

/** Id and name of each feature, and a sentence on where they were found. */
export type Identity = { ids: string[]; names: string[]; notes: string[] };

/**
 * Takes ids and names from the properties asked for. Not asked: an id is the feature's own `id`, else a property
 * usually called so that differs in all features, else its number in the file; a name is a property usually
 * called so, else a text that differs in all features, else one named after a kind of area, else the id.
 */
export function identify(features: Features, asked: { areaId?: string; areaName?: string }, file: string): Identity {
  const ids = asked.areaId === undefined ? guessIds(features) : idsAsked(features, asked.areaId, file);
  const names = namesOf(features, ids.values, asked.areaName, file);
  const distinct = new Set(ids.values.map((id, i) => `${id} ${names.values[i]}`)).size;
  const repeats = distinct - new Set(names.values).size;
  const advice =
    repeats === 0
      ? ''
      : `; ${repeats} name${repeats === 1 ? ' repeats' : 's repeat'}: give the property as --area-id too, and its areas are one`;
  return {
    ids: ids.values,
    names: names.values,
    notes: [`area ids: ${ids.from}`, `area names: ${names.from}${advice}`],
  };
}

type Column = { values: string[]; from: string };

function idsAsked(features: Features, property: string, file: string): Column {
  const values = columnOf(features, property);
  const empty = values.indexOf('');
  if (values.every((value) => value === '')) throw new DataRefused(noSuch(property, features), { file });
  if (empty >= 0) throw new DataRefused(`feature ${empty + 1} has no "${property}"`, { file });
  return { values, from: `property "${property}"` };
}

function guessIds(features: Features): Column {
  const own = features.map(({ id }) => (id === undefined ? '' : String(id)));
  if (!own.includes('')) return { values: own, from: 'the id of each feature' };
  for (const usual of USUAL_IDS) {
    for (const property of propertiesOf(features).filter((name) => name.toLowerCase() === usual)) {
      const values = columnOf(features, property);
      if (!values.includes('') && new Set(values).size === values.length)
        return { values, from: `property "${property}"` };
    }
  }
  return { values: features.map((_, i) => String(i + 1)), from: 'numbered in the order of the file' };
}

function namesOf(features: Features, ids: string[], property: string | undefined, file: string): Column {
  const known = propertiesOf(features);
  if (property !== undefined && !known.includes(property)) throw new DataRefused(noSuch(property, features), { file });
  const usual = USUAL_NAMES.flatMap((name) => known.filter((each) => each.toLowerCase() === name))[0];
  const found = property ?? usual ?? guessName(features, known);
  if (found === undefined) return { values: ids, from: 'the ids' };
  return { values: columnOf(features, found).map((name, i) => name || (ids[i] ?? '')), from: `property "${found}"` };
}

const KINDS_OF_AREA = /beat|district|precinct|sector|zone|ward|neighbou?rhood|area_?(no|num|name)/i;
const LONGEST_NAME = 60;

function guessName(features: Features, known: string[]): string | undefined {
  const isTelling = (property: string) => {
    const values = columnOf(features, property);
    const isWord = (value: string) => /\p{L}/u.test(value) && !/^\d{4}\W\d|^[\da-f{}-]{32,}$/i.test(value);
    return new Set(values).size === values.length && values.every((v) => isWord(v) && v.length <= LONGEST_NAME);
  };
  const isOfKind = (property: string) =>
    KINDS_OF_AREA.test(property) && columnOf(features, property).every((value) => value !== '');
  return known.find(isTelling) ?? known.find(isOfKind);
}

const propertiesOf = (features: Features) => [
  ...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {}))),
];

function columnOf(features: Features, property: string): string[] {
  return features.map(({ properties }) => {
    const value: unknown = properties?.[property];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  });
}

function noSuch(property: string, features: Features): string {
  if (features.length === 0) return 'the file holds no areas';
  return `no feature has a property "${property}"; there are: ${propertiesOf(features).join(', ') || 'none'}`;
}
