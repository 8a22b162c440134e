import { useMemo } from 'react';
import type { Window } from '#data/schema/answer.ts';
import { datesKnown } from '#web/ask/date-words.ts';
import { type Areas, useAreas, useDesk } from '#web/ask/desk.tsx';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import type { Opened, Questions } from '#web/compute/door.ts';
import type { FindingFeatures } from '#web/map/finding-layers.ts';
import { ChoiceOption, useChoiceOption } from '#web/methods/frame/choice-option.tsx';
import { useDrawn } from '#web/methods/frame/drawn.ts';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { words } from './words.ts';

export type Compared = Questions['two-counts']['answer']['findings'][number];

const AGAINST = ['before', 'year'] as const;

/** The chosen dates set against as many days before, or a year ago: all calls of the filter, then area by area. */
export function TwoCountsPanel() {
  const { opened } = useDesk();
  const { filter } = useView();
  const against = useChoiceOption('against', AGAINST);
  const answered = useAnswer('two-counts', filter, { against }, 'method');
  const areas = useAreas(filter.layer);
  const { found } = answered;
  useDrawn(useMemo(() => (found === null ? null : toFeatures(found.findings, areas)), [found, areas]));
  return (
    <MethodAnswer
      answered={answered}
      sentence={({ findings, window }) => {
        const whole = findings.find(({ areaId }) => areaId === null);
        if (whole === undefined) return window === null ? words.nothing : words.noCalls;
        return sentenceOf(whole, opened);
      }}
      reasons={words.reasons}
      options={<ChoiceOption name="against" label={words.against} choices={AGAINST} labels={words.choices} />}
    >
      {({ findings }) => <ComparedRows findings={findings} areas={areas} />}
    </MethodAnswer>
  );
}

/** How many were usual, and both counts of every area that had calls. */
export function ComparedRows({
  findings,
  areas,
}: {
  findings: readonly Compared[];
  areas: Pick<Areas, 'nameOf' | 'noun'>;
}) {
  const whole = findings.find(({ areaId }) => areaId === null);
  const rows = findings
    .flatMap((one) => (one.areaId === null ? [] : [{ ...one, name: areas.nameOf(one.areaId) }]))
    .sort((a, b) => a.name.localeCompare(b.name));
  if (whole === undefined) return null;
  return (
    <>
      <p className="caption">
        {ratesOf(whole)} {words.usual(whole.low, whole.high)}{' '}
        {rows.length > 1 && words.perArea(rows.filter(isClear).length, rows.length, areas.noun)}
      </p>
      {rows.length > 0 && (
        <DataTable caption={words.rows} rows={rows} columns={COLUMNS} rowKey={({ name }) => name} dense />
      )}
    </>
  );
}

/** "Clearly more: 64 calls in Dec 7 to 13, 41 in Nov 30 to Dec 6." */
function sentenceOf(
  { now, before, nowWindow, beforeWindow, said }: Compared,
  span: Pick<Opened, 'months' | 'manifest'>,
): string {
  const isOneYear = beforeWindow.from.slice(0, 4) === nowWindow.to.slice(0, 4);
  const dates = (window: Window) => {
    const known = datesKnown(window, span);
    const year = window.to.slice(0, 4);
    return isOneYear || known.endsWith(year) ? known : `${known}, ${year}`;
  };
  return words.sentence(words.said[said], now, dates(nowWindow), before, dates(beforeWindow));
}

function ratesOf({ nowExposure, beforeExposure, ratio, ratioLimits: { low, high } }: Compared): string {
  const reach = high === 'no-limit' ? null : short(high);
  const times = ratio === 'zero-base' ? words.noTimes(short(low)) : words.times(short(ratio), short(low), reach);
  return `${words.rate(nowExposure, beforeExposure)} ${times}`;
}

const short = (ratio: number): string => (ratio < 10 ? ratio.toFixed(2) : Math.round(ratio).toLocaleString('en-US'));
const isClear = ({ said }: Compared): boolean => said === 'more' || said === 'fewer';

type Row = Compared & { name: string };

const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', head: words.area, value: ({ name }) => name, isName: true },
  { id: 'now', head: words.now, value: ({ now }) => now, numeric: true },
  { id: 'before', head: words.before, value: ({ before }) => before, numeric: true },
  {
    id: 'ratio',
    head: words.ratio,
    value: ({ ratio }) => (ratio === 'zero-base' ? null : ratio),
    cell: ({ ratio, ratioLimits: { low, high } }) => (
      <>
        {ratio === 'zero-base' ? words.none : short(ratio)}
        <br />
        <span className="caption">{words.range(short(low), high === 'no-limit' ? null : short(high))}</span>
      </>
    ),
    numeric: true,
  },
  { id: 'change', head: words.change, value: ({ said }) => words.short[said] },
];

/** Areas with a clear change only: an area without one is not called unchanged. */
function toFeatures(findings: readonly Compared[], { byId, nameOf }: Areas): FindingFeatures {
  return {
    type: 'FeatureCollection',
    features: findings.filter(isClear).flatMap(({ areaId, said, now, before }) => {
      const geometry = areaId === null ? undefined : byId.get(areaId)?.geometry;
      if (areaId === null || geometry === undefined) return [];
      const tone = said === 'more' ? ('strong' as const) : ('low' as const);
      return [
        { type: 'Feature' as const, properties: { tone, label: words.label(nameOf(areaId), now, before) }, geometry },
      ];
    }),
  };
}
