import { categoryByWords } from '#data/codes/word-types.ts';
import { SourceProfile } from '#data/schema/source-profile.ts';
import { drawPortraits, guessId, guessNamed, type Portrait } from './guess-columns.ts';
import { guessPlaces } from './guess-places.ts';
import { guessTimes } from './guess-times.ts';
import { type Doubt, type Sample, sampleFile } from './sample-file.ts';
import { refuseUnknownZone } from './zone-clock.ts';

export type Inspection = { profile: SourceProfile; doubts: Doubt[] };

/** What the caller already knows of the file; it is not guessed then. */
export type KnownColumns = {
  id?: string;
  lon?: string;
  lat?: string;
  time?: string;
  from?: string;
  to?: string;
  type?: string;
  timeZone?: string;
  city?: string;
};

/** Guesses the source profile of a file of which nothing, or little, is known, and says what it doubts and why. */
export async function inspectCallsFile(path: string, known: KnownColumns = {}): Promise<Inspection> {
  if (known.timeZone !== undefined) refuseUnknownZone(known.timeZone);
  const sample = await sampleFile(path);
  const all = drawPortraits(sample);
  const named = guessNamed(all);
  const places = guessPlaces(known.lon && known.lat ? renamed(all, known.lon, known.lat) : all, named.address);
  const timeZone = known.timeZone ?? guessZone(places.middle);
  const given = (name: string | undefined) => all.find((one) => one.name.toLowerCase() === name?.toLowerCase()) ?? null;
  const timed = [given(known.time), given(known.from), given(known.to)].filter((one) => one !== null);
  const times = guessTimes(timed.length > 0 ? timed : all, timeZone);
  const isKnownTime = timed.length > 0;
  const id = given(known.id) ?? (isKnownTime ? null : guessId(all, sample.rows));
  const type = given(known.type) ?? (isKnownTime ? null : named.type);
  const column = (portrait: Portrait | null, name?: string) => (name ? [name] : portrait ? [portrait.name] : []);
  const slug =
    sample.file
      .toLowerCase()
      .replace(/(\.[a-z]+)+$/, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'calls';
  const profile = SourceProfile.parse({
    name: slug,
    title: sample.file,
    city: known.city ?? 'City',
    timeZone,
    about: 'Guessed by inspect. Look at each doubt before it is used.',
    format: sample.format,
    columns: {
      id: column(id, known.id),
      time: column(isKnownTime && !known.time ? null : times.time, known.time),
      from: column(times.from === times.time ? null : times.from, known.from),
      to: column(times.to, known.to),
      type: column(type, known.type),
      lon: column(places.lon, known.lon),
      lat: column(places.lat, known.lat),
      address: column(named.address),
      disposition: column(named.disposition),
      priority: column(named.priority),
      origin: column(named.origin),
      beat: column(named.beat),
      version: column(named.version),
    },
    times: times.times,
    timePrecision: times.timePrecision,
    crs: places.crs,
    bounds: places.bounds,
    precision: named.address?.values.some((value) => /block|\dxx\b/i.test(value)) ? 'block' : 'exact',
    types: { table: 'words', fixed: type ? null : 'NOT GIVEN' },
    dedupe: { key: [], withoutId: id !== null && id.filled < sample.rows ? 'keep' : 'duplicate' },
    expectedEveryHours: null,
  });
  const zoneDoubt: Doubt[] = known.timeZone
    ? []
    : [
        {
          what: `time zone guessed: ${timeZone}`,
          evidence: places.middle
            ? `the middle of the points is ${places.middle.lat}, ${places.middle.lon}`
            : 'no coordinates to guess from',
        },
      ];
  const doubts = [
    ...sample.doubts,
    ...zoneDoubt,
    ...times.doubts,
    ...places.doubts,
    ...doubtIds(sample, id),
    ...doubtTypes(type),
  ];
  return { profile, doubts };
}

function renamed(all: readonly Portrait[], lon: string, lat: string): Portrait[] {
  return all.flatMap((one) => {
    if (one.name.toLowerCase() === lon.toLowerCase()) return [{ ...one, name: 'longitude' }];
    return one.name.toLowerCase() === lat.toLowerCase() ? [{ ...one, name: 'latitude' }] : [];
  });
}

const UNITED_STATES: readonly [number, string][] = [
  [-85.5, 'America/New_York'],
  [-101, 'America/Chicago'],
  [-114, 'America/Denver'],
  [-130, 'America/Los_Angeles'],
];

/** A rough zone from the middle of the points; near a zone's edge it can be wrong, so it is always a doubt. */
function guessZone(middle: { lon: number; lat: number } | null): string {
  if (!middle) return 'America/New_York';
  const { lon, lat } = middle;
  if (lat > 49 && lat < 61 && lon > -8.5 && lon < 2) return 'Europe/London';
  if (lat > 24 && lat < 50 && lon > -125 && lon < -66) {
    return UNITED_STATES.find(([west]) => lon > west)?.[1] ?? 'America/Los_Angeles';
  }
  const hours = Math.round(lon / 15);
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

function doubtIds({ rows, isWhole }: Sample, id: Portrait | null): Doubt[] {
  const among = isWhole ? `${rows} rows` : `the first ${rows} rows`;
  if (!id)
    return [
      {
        what: 'no id: rows equal in time, type and place are counted once',
        evidence: `no column is different in nearly every one of ${among}`,
      },
    ];
  const doubts: Doubt[] = [];
  const repeated = id.filled - id.distinct;
  if (repeated > 0)
    doubts.push({
      what: `${repeated} repeated ids: equal rows are duplicates, the later of different ones supersedes`,
      evidence: `${id.name} in ${among}`,
    });
  if (id.filled < rows)
    doubts.push({
      what: `${rows - id.filled} rows have no id: equal ones among them are all kept`,
      evidence: `${id.name} in ${among}`,
    });
  return doubts;
}

function doubtTypes(type: Portrait | null): Doubt[] {
  if (!type)
    return [
      {
        what: 'no column of call types: every call is "not classified", which only analysts see',
        evidence: 'no column of words is named like a type',
      },
    ];
  const words = [...new Set(type.values.map((value) => value.toUpperCase()))].filter((value) => value !== '');
  const unknown = words.filter((value) => categoryByWords(value) === null);
  if (unknown.length === 0) return [];
  return [
    {
      what: `${unknown.length} of ${words.length} call types have no category by their words`,
      evidence: unknown.slice(0, 8).join(', '),
    },
  ];
}
