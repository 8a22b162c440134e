import type { WallArea, WallBoard, WallDuty, WallDutyKind, WallSeries, WallVerdict } from '#data/schema/wall.ts';

/** What a page of the whole city or of one district answers. */
export type Picture = {
  verdict: WallVerdict; // of the headline
  unusual: WallSeries[]; // strongest evidence first
  areas: WallArea[];
  tally: Record<WallVerdict, number>; // areas
  waiting: { kind: WallDutyKind; count: number; isAtLeast: boolean }[];
};

/** The picture of a district, or of the whole city. */
export function pictureOf({ calls, records }: WallBoard, district: string | null): Picture {
  const areas = (calls?.areas ?? []).filter((area) => district === null || area.district === district);
  const ids = new Set(areas.map(({ areaId }) => areaId));
  const unusual = (calls?.series ?? []).filter(
    ({ verdict, areaId }) => verdict === 'unusual' && (district === null || (areaId !== null && ids.has(areaId))),
  );
  const tally: Picture['tally'] = { unusual: 0, watch: 0, usual: 0, 'not-judged': 0 };
  for (const { verdict } of areas) tally[verdict] += 1;
  const isJudged = areas.some(({ verdict }) => verdict !== 'not-judged');
  return {
    verdict: unusual.length > 0 ? 'unusual' : isJudged ? 'usual' : 'not-judged',
    unusual,
    areas,
    tally,
    waiting: records.duties.map((duty) => waitingOf(duty, district)),
  };
}

/** The list of a duty holds its longest only: what a district has beyond it is not known. */
function waitingOf({ kind, count, waiting }: WallDuty, district: string | null): Picture['waiting'][number] {
  if (district === null) return { kind, count, isAtLeast: false };
  const here = waiting.filter((each) => each.district === district).length;
  return { kind, count: here, isAtLeast: waiting.length < count };
}
