import { useMemo } from 'react';
import type { Answer, LeftOut } from '#data/schema/answer.ts';
import type { Answered } from '#web/ask/use-answer.ts';
import type { FindingFeatures, FindingTone } from '#web/map/finding-layers.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { plural } from '#web/ui/words.ts';
import { chance } from './chance.ts';
import { useDrawn } from './drawn.ts';
import { MethodAnswer } from './method-answer.tsx';
import { NumberOption } from './number-option.tsx';
import { words } from './words.ts';

/** A square of the city that a method judged against the others. */
type Cell = { ring: [number, number][]; count: number; z: number; q: number; verdict: string };

/** How a verdict that stands out is called and drawn; the others have no look. */
export type Looks = Readonly<Record<string, { name: string; tone: FindingTone }>>;

type Props = {
  answered: Answered<Answer<Cell>>;
  usualMeters: number;
  looks: Looks; // kept between renders by the caller
  sentence: (cells: readonly Cell[]) => string;
  reasons: Readonly<Record<string, string>>;
};

const MOST_ROWS = 20;

/** What a method over cells found: the cells that stand out, on the map and as rows. */
export function CellsPanel({ answered, usualMeters, looks, sentence, reasons }: Props) {
  const { found } = answered;
  useDrawn(useMemo(() => (found === null ? null : toFeatures(found.findings, looks)), [found, looks]));
  const columns = useMemo(() => columnsOf(looks), [looks]);
  return (
    <MethodAnswer
      answered={answered}
      sentence={({ findings, leftOut }) => (isUnjudged(leftOut) ? words.cellsUnjudged : sentence(findings))}
      reasons={reasons}
      options={
        <NumberOption name="cell" label={words.cellSize} usual={usualMeters} choices={[250, 300, 400, 500]} unit="m" />
      }
    >
      {({ findings }) => (
        <DataTable
          caption={words.cellRows}
          rows={findings.filter(({ verdict }) => verdict in looks).slice(0, MOST_ROWS)}
          columns={columns}
          rowKey={(cell) => String(cell.ring[0])}
          dense
        />
      )}
    </MethodAnswer>
  );
}

/** A method over cells names the cells as a whole where it could judge none of them. */
export const isUnjudged = (leftOut: readonly LeftOut[]): boolean => leftOut.some(({ what }) => what === 'cells');

export const countOf = (cells: readonly Cell[], wanted: string): number =>
  cells.filter(({ verdict }) => verdict === wanted).length;

const columnsOf = (looks: Looks): readonly Column<Cell>[] => [
  { id: 'verdict', head: words.cell, value: ({ verdict }) => looks[verdict]?.name ?? '', isName: true },
  { id: 'count', head: words.calls, value: ({ count }) => count, numeric: true },
  { id: 'z', head: 'z', value: ({ z }) => Number(z.toFixed(2)), numeric: true },
  { id: 'q', head: 'q', value: ({ q }) => q, cell: ({ q }) => chance(q), numeric: true },
];

const toFeatures = (cells: readonly Cell[], looks: Looks): FindingFeatures => ({
  type: 'FeatureCollection',
  features: cells.flatMap(({ ring, verdict, count }) => {
    const look = looks[verdict];
    if (look === undefined) return [];
    const label = `${look.name}: ${plural(count, 'call', 'calls')}`;
    return {
      type: 'Feature',
      properties: { tone: look.tone, label },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  }),
});
