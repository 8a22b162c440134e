// npm run bench [NAME …]: runs each benchmark in its own process and writes what they print to docs/performance.md.
// A benchmark prints markdown: a table with its peers from the same run, then what limits it.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromiumOrInstall } from '#test/find-chromium.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const page = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const known = readdirSync(here)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.slice(0, -'.bench.ts'.length))
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no benchmark named ${unknown.join(', ')}; there are: ${known.join(', ')}`);
  process.exit(2);
}

const sections = readSections();
const env = { ...process.env, COMMONBEAT_CHROMIUM: chromiumOrInstall() };
let failed = false;
for (const name of wanted.length > 0 ? wanted : known) {
  console.log(`── ${name}`);
  const run = spawnSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=12000', '--import', 'tsx', `${here}${name}.bench.ts`],
    {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const said = run.stdout.toString().trim();
  console.log(said);
  if (run.status === 0) sections.set(name, said);
  else failed = true;
}
writePage();
if (failed) process.exit(1);

function readSections() {
  try {
    const parts = readFileSync(page, 'utf8').split(/^## /m).slice(1);
    return new Map(
      parts.map((part) => [part.slice(0, part.indexOf('\n')).trim(), part.slice(part.indexOf('\n')).trim()]),
    );
  } catch {
    return new Map();
  }
}

function writePage() {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${arch()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  const head = [
    '# Performance',
    '',
    'Made by `npm run bench` (all) or `npm run bench -- NAME` (one section). Each table holds its peers from the same run:',
    'compare ratios, not seconds, since machines differ. Nothing here is asserted by a test.',
    '',
    `Last machine: ${machine}.`,
  ].join('\n');
  const body = known.filter((name) => sections.has(name)).map((name) => `## ${name}\n\n${sections.get(name)}`);
  writeFileSync(page, `${[head, ...body].join('\n\n')}\n`);
}
