// How long a method takes, beside the fastest reference of R on the same input in the same run (where R is installed).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findClusters } from '#analysis/clusters/clusters.ts';
import { findDensity } from '#analysis/density/density.ts';
import { findSeasons } from '#analysis/season/season.ts';
import { giStar } from '#analysis/shared/gi-star.ts';
import { planeAround, toLat, toLon } from '#analysis/shared/plane.ts';
import { expectedBand } from '#analysis/spike/expected-band.ts';
import { findSpikes } from '#analysis/spike/spike.ts';
import { negativeBinomial, normal, poisson, randomFrom } from '#test/fixture/methods/random.ts';

const random = randomFrom(20_210_307);
const points = townOf(100_000);
const many = townOf(1_000_000);
const cells = Array.from({ length: 10_000 }, () => poisson(random, 4));
const series = Array.from({ length: 600 }, (_, i) => {
  const level = Math.exp(Math.log(3) + normal(random));
  return {
    areaId: `${i}`,
    category: 'all',
    counts: Array.from({ length: 250 }, () => negativeBinomial(random, level, 0.1)),
  };
});
const seasonal = Array.from({ length: 1_000 }, (_, i) => ({
  areaId: `${i}`,
  category: 'all',
  counts: Array.from({ length: 260 }, (__, week) => poisson(random, 20 + 8 * Math.sin((2 * Math.PI * week) / 52))),
}));
const weekly = series[0]?.counts.slice(0, 130) ?? [];

const ours = {
  gi: best(() => giStar(cells, new Uint8Array(cells.length).fill(1), 100)),
  density: best(() => findDensity(points)),
  densityMany: best(() => findDensity(many)),
  clusters: best(() => findClusters(points, { radiusMeters: 100, minCalls: 30 })),
  season: best(() => findSeasons(seasonal, { robust: true })),
  spikes: best(() => findSpikes(series)),
  band: best(() => expectedBand(weekly)),
};
const theirs = askR();

const row = (...parts: (string | number)[]) => console.log(`| ${parts.join(' | ')} |`);
const ms = (value: number | undefined) =>
  value === undefined ? 'R or the package is not installed' : `${value.toFixed(1)} ms`;
row('method', 'input', 'ours', 'reference', 'its time', 'agree');
row('---', '---', '---:', '---', '---:', '---');
row(
  'Gi*',
  '10,000 cells',
  ms(ours.gi),
  'R `spdep::localG`, weights given',
  ms(theirs.get('gi')?.ms),
  agreement('gi', strongest()),
);
row('', '', ms(ours.gi), 'and its neighbors built', ms(sum(theirs.get('gi')?.ms, theirs.get('gi-built')?.ms)), '');
row(
  'density',
  '100,000 calls, 100 m cells',
  ms(ours.density),
  'R `spatstat` (FFT), 256 x 256',
  ms(theirs.get('density')?.ms),
  agreement('density', peak()),
);
row('', '1,000,000 calls', ms(ours.densityMany), '', '', '');
row(
  'clusters',
  '100,000 calls, 100 m, 30 calls',
  ms(ours.clusters),
  'R `dbscan`, k-d tree',
  ms(theirs.get('clusters')?.ms),
  agreement('clusters', findClusters(points, { radiusMeters: 100, minCalls: 30 }).findings.length),
);
row(
  'season',
  '1,000 series of 260 weeks, robust',
  ms(ours.season),
  'R `stl`',
  ms(theirs.get('season')?.ms),
  agreement('season', meanTrend()),
);
row('spike', '600 series of 250 weeks', ms(ours.spikes), '', '', '');
row('expected band', '130 weeks', ms(ours.band), '', '', '');
console.log(
  `
Processor time, best of seven (R: of five). The density is summed at every cell, theirs is an FFT of a pixel image:
the maxima differ by its rounding of points to pixels. What limits the density is the kernel, 50 cells a call.
STL is limited by its number of small fits, about 290 a round and series. Its mean trend differs in the sixth figure
because R takes a wrong median at even lengths (analysis/season/README.md). DBSCAN here also projects the calls, keeps
stacks of one point and describes each cluster; R starts from meters and gives labels alone.`,
);

function townOf(count: number) {
  const plane = planeAround([-82.55, 35.59]);
  const xs = Float64Array.from({ length: count }, () => 4_000 * normal(random));
  const ys = Float64Array.from({ length: count }, () => 4_000 * normal(random));
  return { x: xs, y: ys, lon: xs.map((x) => toLon(plane, x)), lat: ys.map((y) => toLat(plane, y)) };
}

/** Milliseconds of the processor, as R's are measured: what else the machine does then counts for little. */
function best(run: () => unknown, times = 7): number {
  let least = Infinity;
  for (let i = 0; i < times; i++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function askR(): Map<string, { ms: number; check: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'commonbeat-bench-'));
  writeFileSync(join(folder, 'cells.txt'), cells.join('\n'));
  writeFileSync(join(folder, 'points.txt'), Array.from(points.x, (x, i) => `${x} ${points.y[i]}`).join('\n'));
  writeFileSync(join(folder, 'seasonal.txt'), seasonal.map(({ counts }) => counts.join(' ')).join('\n'));
  const script = fileURLToPath(new URL('methods-peer.R', import.meta.url));
  const run = spawnSync('Rscript', [script, folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const lines = (run.stdout ?? '').split('\n').map((line) => line.split(' '));
  return new Map(
    lines.flatMap(([name, seconds, check]) =>
      name && seconds && check ? [[name, { ms: 1000 * Number(seconds), check: Number(check) }]] : [],
    ),
  );
}

function strongest(): number {
  const scores = giStar(cells, new Uint8Array(cells.length).fill(1), 100);
  return typeof scores === 'string' ? Number.NaN : Math.max(...scores.map(({ z }) => Math.abs(z)));
}

function peak(): number {
  return findDensity(points).findings[0]?.max ?? Number.NaN;
}

/** Mean of all trends: what a wrong weight anywhere would move. */
function meanTrend(): number {
  const means = findSeasons(seasonal, { robust: true }).findings.map(({ trend }) => mean(trend));
  return mean(means);
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0) / values.length;
}

function agreement(name: string, value: number): string {
  const check = theirs.get(name)?.check;
  return check === undefined ? '' : `${value.toPrecision(6)} and ${check.toPrecision(6)}`;
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}
