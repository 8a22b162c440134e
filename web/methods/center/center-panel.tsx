import { useMemo } from 'react';
import type { Center } from '#analysis/center/center.ts';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import type { FindingFeatures } from '#web/map/finding-layers.ts';
import { useDrawn } from '#web/methods/frame/drawn.ts';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { words } from './words.ts';

/** The middle of the calls and their ellipse, on the map and in words. */
export function CenterPanel() {
  const { filter } = useView();
  const answered = useAnswer('center', filter, {}, 'method');
  const { found } = answered;
  useDrawn(useMemo(() => (found === null ? null : toFeatures(found.findings)), [found]));
  return (
    <MethodAnswer answered={answered} sentence={({ findings: [one] }) => inOneSentence(one)} reasons={words.reasons}>
      {({ findings: [one] }) => one?.ellipse && <p>{words.ellipse(one.ellipse)}</p>}
    </MethodAnswer>
  );
}

const inOneSentence = (center: Center | undefined): string =>
  center === undefined ? words.nothing : words.sentence(center.calls, center.standardDistanceMeters);

const toFeatures = (centers: readonly Center[]): FindingFeatures => ({
  type: 'FeatureCollection',
  features: centers.flatMap(({ lon, lat, ellipse }): FindingFeatures['features'] => [
    {
      type: 'Feature',
      properties: { tone: 'strong', label: words.middle },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    },
    ...(ellipse === null
      ? []
      : [
          {
            type: 'Feature' as const,
            properties: { tone: 'weak' as const, label: words.spread },
            geometry: { type: 'Polygon' as const, coordinates: [ellipse.ring] },
          },
        ]),
  ]),
});
