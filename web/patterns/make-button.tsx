import { useNavigate } from '@tanstack/react-router';
import { booleanPointInPolygon } from '@turf/turf';
import { useState } from 'react';
import { MOST_PATTERN_CALLS, type Pattern } from '#data/schema/records/pattern.ts';
import { useDesk, usualLayer } from '#web/ask/desk.tsx';
import { useMay } from '#web/ask/session.tsx';
import type { CallRow, Opened } from '#web/compute/door.ts';
import { Button } from '#web/ui/button.tsx';
import css from './make-button.module.css';
import { makePattern } from './make-pattern.ts';
import { useGroupNames } from './use-pattern.ts';
import { words } from './words.ts';

/** Everything a pattern begins with; its calls are asked for once it is wanted. */
export type Asked = {
  readonly count: number;
  readonly title: string; // 'Theft from vehicle, Eastbank'
  readonly source: Pattern['source'];
  readonly gather: () => Promise<{ calls: readonly CallRow[]; code: string | null }>;
};

/** Makes a pattern of the calls in sight and opens it; too many are said, and how to have fewer. */
export function MakePattern({ asked, label }: { asked: Asked; label?: string }) {
  const mayWrite = useMay('pattern.write');
  const { begin, isMaking, trouble } = useMakePattern();
  if (!mayWrite || asked.count === 0) return null;
  const tooMany = asked.count > MOST_PATTERN_CALLS ? words.tooMany(asked.count, MOST_PATTERN_CALLS) : undefined;
  return (
    <div className={css.make}>
      <Button
        small
        aria-label={label && `${words.make(asked.count)}: ${asked.title}`}
        onClick={() => void begin(asked)}
        unavailable={tooMany ?? (isMaking ? words.making : undefined)}
      >
        {label ?? words.make(asked.count)}
      </Button>
      {tooMany && <p className="caption">{tooMany}</p>}
      {trouble !== null && (
        <p role="alert" className={css.trouble}>
          {words.makeFailed}: {trouble}
        </p>
      )}
    </div>
  );
}

function useMakePattern() {
  const { opened } = useDesk();
  const { groups } = useGroupNames();
  const navigate = useNavigate();
  const [isMaking, setMaking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const begin = async ({ title, source, gather }: Asked) => {
    setMaking(true);
    setTrouble(null);
    try {
      const { calls, code } = await gather();
      const known = new Set(groups.map(({ groupId }) => groupId));
      const groupIds = groupsTouched(opened, calls).filter((areaId) => known.has(areaId));
      const { patternId } = await makePattern({ calls, title, source, code, groupIds });
      await navigate({ to: '/patterns/$patternId', params: { patternId } });
    } catch (cause) {
      setTrouble(cause instanceof Error ? cause.message : String(cause));
    } finally {
      setMaking(false);
    }
  };
  return { begin, isMaking, trouble };
}

/** The groups on whose ground any of the calls lie, those with most calls first. */
export function groupsTouched(opened: Opened, calls: readonly CallRow[]): string[] {
  const points = calls.flatMap(({ lon, lat, placement }): [number, number][] =>
    lon === null || lat === null || placement !== 'placed' ? [] : [[lon, lat]],
  );
  return (opened.layers[usualLayer(opened)]?.features ?? [])
    .map((feature) => ({
      areaId: feature.properties.areaId,
      count: points.filter((point) => booleanPointInPolygon(point, feature)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.areaId.localeCompare(b.areaId))
    .map(({ areaId }) => areaId);
}
