// Farrington Flexible beside R surveillance::farringtonFlexible on the same series in the same run (where R is installed).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFarrington } from '#analysis/spike/farrington/farrington.ts';
import { quietCity } from '#test/fixture/methods/quiet-city.ts';

const SERIES = 200;
const WEEKS = 52; // judged, of 320
const PEER_SERIES = 20; // R takes a second for each

const city = quietCity(1, 320, SERIES);
const times = Array.from({ length: 5 }, () => {
  const start = performance.now();
  findFarrington(city, { weeks: WEEKS });
  return performance.now() - start;
});
const ours = Math.min(...times) / SERIES;
const alarms = findFarrington(city.slice(0, PEER_SERIES), { weeks: WEEKS }).findings.filter(
  ({ verdict }) => verdict === 'unusual',
).length;
const peer = askR();

console.log('| series x weeks | ours | R `surveillance` | times faster | alarms, ours and R |');
console.log('| --- | ---: | ---: | ---: | ---: |');
console.log(
  `| ${SERIES} x ${WEEKS} | ${((ours * SERIES) / 1000).toFixed(2)} s | ${peer ? `${((peer.ms * SERIES) / 1000).toFixed(0)} s` : 'not installed'} | ${peer ? (peer.ms / ours).toFixed(0) : ''} | ${alarms} and ${peer?.alarms ?? ''} |`,
);
console.log(
  `\nBest of five; R ran ${PEER_SERIES} of the series once, and its time is scaled. What limits it: 225 exponentials a step.`,
);

function askR(): { ms: number; alarms: number } | null {
  const folder = mkdtempSync(join(tmpdir(), 'commonbeat-bench-'));
  writeFileSync(
    join(folder, 'series.txt'),
    city
      .slice(0, PEER_SERIES)
      .map(({ counts }) => counts.join(' '))
      .join('\n'),
  );
  const script = fileURLToPath(new URL('farrington-peer.R', import.meta.url));
  const run = spawnSync('Rscript', [script, join(folder, 'series.txt'), String(WEEKS)], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const said = /seconds ([\d.]+) alarms (\d+)/.exec(run.stdout ?? '');
  return said ? { ms: (1000 * Number(said[1])) / PEER_SERIES, alarms: Number(said[2]) } : null;
}
