import { useMemo } from 'react';
import type { PlacesBeforeAfter } from '#analysis/before-after/places.ts';
import { ZONES, type Zone } from '#analysis/before-after/zones.ts';
import type { Filter } from '#data/schema/filter.ts';
import { type Areas, useAreas } from '#web/ask/desk.tsx';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import type { Questions } from '#web/compute/door.ts';
import { treatedGround } from '#web/compute/treated-ground.ts';
import { useDrawn } from '#web/methods/frame/drawn.ts';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { AskedFields } from './asked-fields.tsx';
import css from './before-after-panel.module.css';
import { drawnGround } from './drawn-ground.ts';
import { LinesChart } from './lines-chart.tsx';
import { useAsked } from './use-asked.ts';
import { words } from './words.ts';

type Answered = Questions['before-after']['answer'];

/** Did it change from a day on, against a control, or did it move next door? */
export function BeforeAfterPanel() {
  const { filter } = useView();
  const areas = useAreas(filter.layer);
  const { question, control, ringMeters } = useAsked();
  const answered = useAnswer('before-after', question === null ? null : filter, question ?? NOT_ASKED, 'method');
  const found = question === null ? undefined : answered.found?.findings[0];
  const controlId = found?.controlId ?? control;
  useDrawn(useMemo(() => toFeatures(filter, areas, controlId, ringMeters), [filter, areas, controlId, ringMeters]));
  if (question === null) {
    return (
      <div className={css.asking}>
        <AskedFields />
        <p className="answer">{areas.features.length > 1 ? words.ask : words.needsAreas}</p>
      </div>
    );
  }
  return (
    <MethodAnswer answered={answered} sentence={inOneSentence} reasons={words.reasons} options={<AskedFields />}>
      {({ findings: [one], options }) => one && <Compared found={one} options={options} areas={areas} />}
    </MethodAnswer>
  );
}

const NOT_ASKED = { action: '' };

export function Compared({
  found,
  options,
  areas,
}: {
  found: Answered['findings'][number];
  options: Answered['options'];
  areas: Pick<Areas, 'nameOf'>;
}) {
  const { matched, controlId, lines } = found;
  const hasRing = lines.some(({ zone }) => zone === 'ring');
  const name = areas.nameOf(controlId);
  return (
    <>
      <p>
        {words.total(found, Number(options.level), hasRing)} {hasRing && words.parts(found.local, found.displacement)}
      </p>
      <LinesChart found={found} label={words.chart(found.weeks)} />
      <p className="caption">{matched ? words.matched(name, matched.among, matched.weeklyGap) : words.chosen(name)}</p>
      <DataTable
        caption={words.rows}
        rows={ZONES.filter((zone) => lines.some((line) => line.zone === zone)).map((zone) => toRow(zone, found))}
        columns={COLUMNS}
        rowKey={({ zone }) => zone}
        dense
      />
    </>
  );
}

function inOneSentence({ findings: [found], leftOut, options }: Answered): string {
  if (found === undefined) {
    const reason = leftOut[0]?.reason;
    return reason === 'too-early' ? words.tooEarlyAtAll : reason === 'no-control' ? words.noControl : words.notCompared;
  }
  return `${verdictOf(found, Number(options.minDays) / 7)} ${words.came(found.observed, found.weeks, found.expected)}`;
}

function verdictOf({ verdict, weeks }: PlacesBeforeAfter, weeksNeeded: number): string {
  if (verdict === 'too-early') return words.tooEarly(weeks, Math.ceil(weeksNeeded));
  if (verdict === 'too-few') return words.tooFew;
  return verdict === 'no-clear-change' ? words.noChange : words.clear(verdict);
}

type Row = { zone: Zone; before: number; after: number };

function toRow(zone: Zone, { counts }: PlacesBeforeAfter): Row {
  const [before, after] = counts[zone];
  return { zone, before, after };
}

const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');

const COLUMNS: readonly Column<Row>[] = [
  { id: 'zone', head: words.zone, value: ({ zone }) => words.zones[zone], isName: true },
  { id: 'before', head: words.before, value: ({ before }) => before, numeric: true },
  { id: 'after', head: words.after, value: ({ after }) => after, numeric: true },
  {
    id: 'change',
    head: words.change,
    value: ({ before, after }) => after - before,
    cell: ({ before, after }) => signed(after - before),
    numeric: true,
  },
];

/** The places are drawn as soon as they are named, before the counts are there. */
function toFeatures(filter: Filter, { features, byId }: Areas, controlId: string | null, ringMeters: number) {
  const control = controlId === null ? undefined : byId.get(controlId)?.geometry;
  const treated = treatedGround(filter, features);
  if (treated.length === 0) return null;
  return drawnGround({ treated, control: control === undefined ? [] : [control], ringMeters });
}
