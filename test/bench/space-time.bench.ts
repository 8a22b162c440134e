// Near repeats, clusters and the scan, beside the fastest reference in Python on the same input in the same run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findClusters } from '#analysis/clusters/clusters.ts';
import { findNearRepeats } from '#analysis/near-repeat/near-repeat.ts';
import { findScanClusters } from '#analysis/scan/scan.ts';
import { planeAround, toLat, toLon } from '#analysis/shared/plane.ts';
import { normal, poisson, randomFrom } from '#test/fixture/methods/random.ts';

const random = randomFrom(20_210_307);
const plane = planeAround([-82.55, 35.59]);
const even = (count: number) => Float64Array.from({ length: count }, () => 15_000 * (random() - 0.5));
const around = (count: number) => Float64Array.from({ length: count }, () => 4_000 * normal(random));

const events = {
  x: even(20_000),
  y: even(20_000),
  days: Float64Array.from({ length: 20_000 }, () => 18_631 + Math.floor(365 * random())),
};
const points = { x: around(100_000), y: around(100_000) };
const town = townOf(200, 52);
const large = townOf(1_000, 104);

const folder = mkdtempSync(join(tmpdir(), 'commonbeat-bench-'));
write('events.csv', events.x, events.y, events.days);
write('points.csv', points.x, points.y);
writeFileSync(join(folder, 'town.csv'), town.map(({ at, counts }) => [...at, ...counts].join(',')).join('\n'));
const peer = spawnSync('/usr/bin/python3', [fileURLToPath(new URL('space-time-peer.py', import.meta.url)), folder], {
  encoding: 'utf8',
});
rmSync(folder, { recursive: true });
const theirs = new Map(
  (peer.stdout ?? '').split('\n').map((line) => {
    const [name = '', seconds, check] = line.split(' ');
    return [name, { seconds: Number(seconds), check: Number(check) }];
  }),
);

const knox = time(3, () => findNearRepeats({ ...onEarth(events), days: events.days }, { distance: 'euclidean' }));
const pairs = knox.answer.findings.reduce((sum, finding) => sum + (finding.kind === 'band' ? finding.observed : 0), 0);
const dense = time(3, () => findClusters(onEarth(points), { radiusMeters: 100, minCalls: 30 }));
const scanned = time(7, () => findScanClusters(town, { replications: 99, maxShare: 0.5 }));
const whole = time(1, () => findScanClusters(large));

console.log('| method | input | ours | reference | its time | agree |\n| --- | --- | ---: | --- | ---: | --- |');
row(
  'near repeat',
  '20,000 calls, 999 shuffles, 400 m, 28 days',
  knox.seconds,
  'numpy over a list of pairs',
  'knox',
  pairs,
);
row(
  'clusters',
  '100,000 calls, 100 m, 30 calls',
  dense.seconds,
  'sklearn `DBSCAN`',
  'dbscan',
  dense.answer.findings.length,
);
row(
  'scan',
  '200 places x 52 weeks x 99, half of the calls',
  scanned.seconds,
  'numpy',
  'scan',
  scanned.answer.findings[0]?.logLikelihoodRatio ?? 0,
);
row('', '1,000 places x 104 weeks x 999, a tenth of the calls', whole.seconds, '', '', 0);
console.log(
  `
Processor time, best of three (the scan: of seven; the last: of one). Near repeats are limited by looking up two shuffled
times a pair, the scan by one addition and one comparison for every circle and week, two to four replicas at once;
clusters by finding the pairs in reach.`,
);

function townOf(places: number, weeks: number) {
  return Array.from({ length: places }, (_, i) => {
    const at = [15_000 * random(), 15_000 * random()] as const;
    const mean = 0.3 + 1.4 * random();
    const counts = Array.from({ length: weeks }, () => poisson(random, mean));
    return { id: `${i}`, at, lon: toLon(plane, at[0]), lat: toLat(plane, at[1]), counts };
  });
}

function onEarth({ x, y }: { x: Float64Array; y: Float64Array }) {
  return { lon: x.map((meters) => toLon(plane, meters)), lat: y.map((meters) => toLat(plane, meters)) };
}

function write(name: string, ...columns: Float64Array[]): void {
  const lines = Array.from(columns[0] ?? [], (_, i) => columns.map((column) => column[i]).join(','));
  writeFileSync(join(folder, name), lines.join('\n'));
}

/** Seconds of the processor, as the peers' are: what else the machine does then counts for little. */
function time<T>(runs: number, run: () => T): { seconds: number; answer: T } {
  let [least, answer] = [Infinity, run()];
  for (let i = 0; i < runs; i++) {
    const start = process.cpuUsage();
    answer = run();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1e6);
  }
  return { seconds: least, answer };
}

function row(method: string, input: string, seconds: number, reference: string, name: string, check: number): void {
  const peerTime = name === '' ? undefined : theirs.get(name);
  const its = name === '' ? '' : peerTime ? `${peerTime.seconds.toFixed(3)} s` : 'Python or a package is not installed';
  const agree = peerTime ? `${check.toPrecision(6)} and ${peerTime.check.toPrecision(6)}` : '';
  console.log(`| ${[method, input, `${seconds.toFixed(3)} s`, reference, its, agree].join(' | ')} |`);
}
