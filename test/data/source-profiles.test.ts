import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { callTypeTables } from '#data/codes/call-type-tables.ts';
import { SourceProfile } from '#data/schema/source-profile.ts';

const folder = fileURLToPath(new URL('../../data/sources/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

test('every feed that the issue names has a profile', () => {
  const wanted = [
    'arcgis-hub',
    'arlington-burglary',
    'asheville-911',
    'chicago-assaults',
    'demo',
    'police-uk',
    'socrata',
  ];
  expect(files.map((name) => name.replace('.json', ''))).toEqual(expect.arrayContaining(wanted));
});

test.each(files)('%s keeps to the schema, is named as its file and names a table and a zone that exist', (name) => {
  const profile = SourceProfile.parse(JSON.parse(readFileSync(folder + name, 'utf8')));
  expect(`${profile.name}.json`).toBe(name);
  expect(callTypeTables()).toContain(profile.types.table);
  expect(profile.about.length).toBeGreaterThan(20);
  if (profile.timeZone !== null)
    expect(() => new Intl.DateTimeFormat('en', { timeZone: profile.timeZone ?? '' })).not.toThrow();
  expect(profile.columns.time.length + profile.columns.from.length).toBeGreaterThan(0);
});
