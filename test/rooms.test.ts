import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

type Rule = {
  room: string; // a folder; the longest that fits a file is its room
  ours: RegExp[]; // what it may import of ours, as #room/… addresses
  never?: RegExp[]; // packages it may not import
  neverSays?: RegExp[]; // words its code may not hold
  why: string;
};

const PURE = [/\bDate\.now\b/, /\bMath\.random\b/, /\bfetch\(/, /\bnew Date\(\)/];
const NO_NODE = [/^node:/];
const WORLD = [/^node:/, /^react/, /duckdb/, /^maplibre/, /^hono/];

/** Who may import whom. A file may always import its own room. */
const RULES: Rule[] = [
  { room: 'data', ours: [], never: WORLD, neverSays: PURE, why: 'a record is the same everywhere and at all times' },
  { room: 'analysis/shared', ours: [/^#data\//], never: WORLD, neverSays: PURE, why: 'numbers are pure' },
  {
    room: 'analysis/place',
    ours: [/^#data\//, /^#analysis\/shared\//],
    never: WORLD,
    neverSays: PURE,
    why: 'the join is pure',
  },
  ...methodRooms().map((room) => ({
    room,
    ours: [/^#data\//, /^#analysis\/(shared|place)\//],
    never: WORLD,
    neverSays: PURE,
    why: 'a method is pure and never leans on another method',
  })),
  { room: 'server', ours: [/^#data\//, /^#analysis\//], why: 'the server knows no screen' },
  { room: 'web/ui', ours: [], never: NO_NODE, why: 'buttons and fields have never heard of crime' },
  {
    room: 'web/chart',
    ours: [/^#data\//, /^#web\/ui\//, /^#web\/compute\/door\.ts$/],
    never: NO_NODE,
    why: 'charts draw what they are given',
  },
  {
    room: 'web/map',
    ours: [/^#data\//, /^#web\/ui\//, /^#web\/compute\/door\.ts$/],
    never: NO_NODE,
    why: 'the map draws what it is given',
  },
  {
    room: 'web/tables',
    ours: [/^#data\//, /^#analysis\//, /^#web\/(api|compute\/door)\.ts$/],
    never: [...NO_NODE, /^react/],
    why: 'tables load and join; they do not draw',
  },
  {
    room: 'web/compute',
    ours: [/^#data\//, /^#analysis\//, /^#web\/(tables\/|api\.ts)/],
    never: [...NO_NODE, /^react/],
    why: 'the worker answers; it does not draw',
  },
  ...recordRooms().map((room) => ({
    room,
    ours: [/^#data\//, /^#analysis\//, /^#web\/(ui|map|chart|ask|records\/shared)\//, /^#web\/api\.ts$/],
    never: NO_NODE,
    why: 'the screens of one noun never lean on another noun',
  })),
  {
    room: 'web',
    ours: [/^#data\//, /^#analysis\//, /^#web\//],
    never: NO_NODE,
    why: 'a screen takes only the type of the server',
  },
  { room: 'test', ours: [/^#/], why: 'tests may look at everything' },
];

function recordRooms(): string[] {
  return readdirSync(`${root}web/records`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `web/records/${entry.name}`);
}

function methodRooms(): string[] {
  return readdirSync(`${root}analysis`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['shared', 'place'].includes(entry.name))
    .map((entry) => `analysis/${entry.name}`);
}

type Source = { path: string; text: string; imports: { from: string; typeOnly: boolean }[] };

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function readSources(): Source[] {
  return ['data', 'server', 'analysis', 'web', 'test'].flatMap((top) =>
    readdirSync(root + top, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
      .map((entry) => {
        const full = `${entry.parentPath}/${entry.name}`;
        const text = readFileSync(full, 'utf8');
        const imports = [...text.matchAll(IMPORT)].map((m) => ({
          from: m[2] ?? m[3] ?? '',
          typeOnly: m[1] !== undefined,
        }));
        return { path: full.slice(root.length), text, imports };
      }),
  );
}

const sources = readSources();
const ruleOf = (path: string): Rule | undefined =>
  RULES.filter((rule) => path.startsWith(`${rule.room}/`)).sort((a, b) => b.room.length - a.room.length)[0];

function complaintsAbout({ path, text, imports }: Source): string[] {
  const rule = ruleOf(path);
  if (rule === undefined) return [`${path} stands in no room`];
  const complaints: string[] = [];
  for (const { from, typeOnly } of imports) {
    if (from.startsWith('../')) complaints.push(`${path} climbs to ${from}: say #room/… instead`);
    if (rule.never?.some((word) => word.test(from))) complaints.push(`${path} imports ${from}: ${rule.why}`);
    if (!from.startsWith('#')) continue;
    const own = from.startsWith(`#${rule.room}/`);
    const serverType = typeOnly && path === 'web/api.ts' && from === '#server/app.ts';
    if (!own && !serverType && !rule.ours.some((ours) => ours.test(from)))
      complaints.push(`${path} imports ${from}: ${rule.why}`);
  }
  for (const word of rule.neverSays ?? [])
    if (word.test(text)) complaints.push(`${path} says ${word.source}: ${rule.why}`);
  return complaints;
}

test('every room was looked at', () => {
  for (const { room } of RULES) {
    expect(
      sources.filter(({ path }) => path.startsWith(`${room}/`)).length,
      `no sources found in ${room}`,
    ).toBeGreaterThan(0);
  }
  expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
});

test('no room imports what it may not know', () => {
  expect(sources.flatMap(complaintsAbout)).toEqual([]);
});

test('planted violations are caught', () => {
  const planted = (path: string, text: string): Source => ({
    path,
    text,
    imports: [...text.matchAll(IMPORT)].map((m) => ({ from: m[2] ?? m[3] ?? '', typeOnly: m[1] !== undefined })),
  });
  expect(complaintsAbout(planted('data/x.ts', "import { a } from '#server/app.ts';"))).toHaveLength(1);
  expect(
    complaintsAbout(planted('analysis/spike/x.ts', "import { a } from '#analysis/density/density.ts';")),
  ).toHaveLength(1);
  expect(complaintsAbout(planted('analysis/spike/x.ts', 'const t = Date.now();'))).toHaveLength(1);
  expect(complaintsAbout(planted('web/app/x.ts', "import { a } from '../ui/button.tsx';"))).toHaveLength(1);
  expect(complaintsAbout(planted('web/api.ts', "import { app } from '#server/app.ts';"))).toHaveLength(1);
  expect(complaintsAbout(planted('web/api.ts', "import type { App } from '#server/app.ts';"))).toHaveLength(0);
});

test('no file is over 300 lines unless it is a table of data', () => {
  const tables = /^data\/codes\//;
  const long = sources
    .filter(({ path }) => !tables.test(path))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});
