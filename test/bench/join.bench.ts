// Which areas cover each point, beside flatbush with a plain ray cast, Turf, shapely and PostGIS, with equal answers.
import { buildPlaceIndex, countByArea, type Placed, placePoints } from '#analysis/place/place.ts';
import { type JoinCase, joinCase } from './join-case.ts';
import { type Joined, joinByFlatbush, joinByPostgis, joinByShapely, joinByTurf } from './join-peers.ts';

const TURF_POINTS = 2_000;
const CASES: { areas: number; vertices: [number, number] }[] = [
  { areas: 100, vertices: [400, 1200] },
  { areas: 1_000, vertices: [400, 1200] },
  { areas: 10_000, vertices: [40, 120] },
];
const POINTS = (process.env.BENCH_POINTS ?? '100000,1000000,5000000').split(',').map(Number);
const WHOLE = process.env.BENCH_PEERS !== 'few'; // few: only what runs in this process

console.log(
  '| points | areas | vertices | index, ms | points, ms | points/s, index inside | ns a point, index apart | flatbush + ray cast |',
);
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const { areas, vertices } of CASES) {
  for (const points of POINTS) {
    const each = joinCase(areas, points, vertices);
    const ours = measure(each, points > 1e6 ? 3 : 7);
    const peer = points > 1e6 ? null : sameAs(ours.pairs, joinByFlatbush(each), 'flatbush');
    console.log(
      `| ${[
        points.toLocaleString('en-US'),
        areas.toLocaleString('en-US'),
        ours.vertices.toLocaleString('en-US'),
        ours.build.toFixed(1),
        ours.place.toFixed(1),
        `${(points / (ours.build + ours.place) / 1000).toFixed(1)} M`,
        ((ours.place * 1e6) / points).toFixed(0),
        peer === null ? '' : timesSlower(peer, ours.build + ours.place),
      ].join(' | ')} |`,
    );
  }
}

console.log('\n1,000,000 points and 100 areas, index inside the time, equal numbers of pairs asserted:\n');
console.log('| | ms | points/s | times ours |\n| --- | ---: | ---: | ---: |');
const target = joinCase(100, 1e6, [400, 1200]);
const ours = measure(target, 15);
const total = ours.build + ours.place;
row('Commonbeat', { pairs: ours.pairs, milliseconds: total });
row('flatbush + ray cast', sameAs(ours.pairs, joinByFlatbush(target), 'flatbush'));
row(`Turf (${TURF_POINTS.toLocaleString('en-US')} points, extrapolated)`, turf());
if (WHOLE) {
  row('shapely, vectorized', sameAs(ours.pairs, joinByShapely(target), 'shapely'));
  row('PostGIS, st_covers', sameAs(ours.pairs, joinByPostgis(target), 'PostGIS'));
}
console.log(
  '\nBest of several runs of ours (a first, cold run takes two to three times as long), one run of the others. PostGIS may use its parallel workers and has its tables and ' +
    'indexes before the clock starts; shapely has its points in arrays. Areas overlap, one in five has a hole, one in ten two parts. What limits it: ' +
    'with few areas, reading the points and one cell each; with many, memory out of the cache and the share of points in cells with an edge.',
);

function measure(each: JoinCase, runs: number) {
  let build = Infinity;
  let place = Infinity;
  let pairs = 0;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    const index = buildPlaceIndex(each.areas);
    const built = performance.now();
    const placed = placePoints(index, each.lon, each.lat);
    place = Math.min(place, performance.now() - built);
    build = Math.min(build, built - started);
    pairs = pairsIn(placed, index.areaCount);
  }
  const vertices = each.areas.reduce((sum, { coordinates }) => sum + coordinates.flat(3).length / 2, 0);
  return { build, place, pairs, vertices };
}

function pairsIn(placed: Placed, areaCount: number): number {
  return countByArea(placed, areaCount).calls.reduce((sum, calls) => sum + calls, 0);
}

function turf(): Joined {
  const few = { ...target, lon: target.lon.slice(0, TURF_POINTS), lat: target.lat.slice(0, TURF_POINTS) };
  const joined = sameAs(measure(few, 1).pairs, joinByTurf(few, TURF_POINTS), 'Turf');
  return 'absent' in joined ? joined : { ...joined, milliseconds: (joined.milliseconds * 1e6) / TURF_POINTS };
}

function sameAs(pairs: number, peer: Joined, name: string): Joined {
  if ('absent' in peer || peer.pairs === pairs) return peer;
  throw new Error(`${name} found ${peer.pairs} pairs, ours ${pairs}`);
}

function timesSlower(peer: Joined, milliseconds: number): string {
  return 'absent' in peer ? peer.absent : `${(peer.milliseconds / milliseconds).toFixed(0)} x as long`;
}

function row(name: string, peer: Joined): void {
  if ('absent' in peer) {
    console.log(`| ${name} | ${peer.absent} | | |`);
    return;
  }
  const { milliseconds } = peer;
  const perSecond = 1000 / milliseconds; // millions
  const digits = perSecond < 1 ? 3 : 1;
  console.log(
    `| ${name} | ${milliseconds.toFixed(0)} | ${perSecond.toFixed(digits)} M | ${(milliseconds / total).toFixed(1)} |`,
  );
}
