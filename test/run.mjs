// npm test: everything a change can break, in the order in which it is cheapest to hear of it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumOrInstall } from './find-chromium.mjs';

const env = { ...process.env, COMMONBEAT_CHROMIUM: chromiumOrInstall(), TZ: process.env.TZ ?? 'Pacific/Auckland' };
const report = join(mkdtempSync(join(tmpdir(), 'commonbeat-test-')), 'report.json');
const bin = (name) => join('node_modules', '.bin', name);

const STEPS = [
  ['types', bin('tsc'), []],
  ['lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['dead code', bin('knip'), []],
  ['client build', bin('vite'), ['build', '--logLevel', 'warn']],
  ['tests', bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile=${report}`]],
];

let failedStep = null;
for (const [name, program, args] of STEPS) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(program, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  if (status !== 0) {
    failedStep = name;
    break;
  }
}

if (failedStep === null || failedStep === 'tests') {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  console.log(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
}
rmSync(join(report, '..'), { recursive: true, force: true });
if (failedStep !== null) {
  console.error(`npm test stopped at: ${failedStep}`);
  process.exit(1);
}
