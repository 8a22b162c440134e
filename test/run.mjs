// npm test: everything a change can break, in the order in which it is cheapest to hear of it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumOrInstall } from './find-chromium.mjs';

const env = { ...process.env, COMMONBEAT_CHROMIUM: chromiumOrInstall(), TZ: process.env.TZ ?? 'Pacific/Auckland' };
const report = join(mkdtempSync(join(tmpdir(), 'commonbeat-test-')), 'report.json');
const bin = (name) => join('node_modules', '.bin', name);

// Those of one stage know nothing of each other and run beside each other.
const STAGES = [
  [
    ['types', bin('tsc'), []],
    ['lint', bin('biome'), ['check', '--error-on-warnings', '.']],
    ['dead code', bin('knip'), []],
    ['client build', bin('vite'), ['build', '--logLevel', 'warn']],
  ],
  [['tests', bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile=${report}`]]],
];

let failed = [];
for (const stage of STAGES) {
  console.log(`\n── ${stage.map(([name]) => name).join(', ')}`);
  const ends = await Promise.all(stage.map(run));
  failed = ends.filter(({ status }) => status !== 0).map(({ name }) => name);
  if (failed.length > 0) break;
}

if (failed.length === 0 || failed.includes('tests')) {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  console.log(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
}
rmSync(join(report, '..'), { recursive: true, force: true });
if (failed.length > 0) {
  console.error(`npm test stopped at: ${failed.join(', ')}`);
  process.exit(1);
}

/** Runs a step. One alone speaks as it goes; of several each speaks when it ends, so that their words do not mix. */
function run([name, program, args], _, stage) {
  const isAlone = stage.length === 1;
  const stdio = isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'];
  const child = spawn(program, args, { stdio, env, shell: process.platform === 'win32' });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (cause) => {
      console.error(`${name}: ${cause.message}`);
      resolve({ name, status: 1 });
    });
    child.once('close', (status) => {
      if (said.length > 0) process.stdout.write(`\n── ${name}\n${Buffer.concat(said)}`);
      resolve({ name, status });
    });
  });
}
