import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { NO_RANKING } from '#analysis/fair/said.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { filterInWords } from '#web/ask/filter-words.ts';
import { kindName } from '#web/ask/kinds.ts';
import { useMay } from '#web/ask/session.tsx';
import { useSpikes } from '#web/ask/use-spikes.ts';
import { useView } from '#web/ask/use-view.ts';
import { weekInWords } from '#web/ask/verdicts.ts';
import type { AreaCount, SeriesVerdict } from '#web/compute/door.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { VerdictMark } from '#web/ui/verdict-mark.tsx';
import { count } from '#web/ui/words.ts';
import css from './areas-table.module.css';
import { MapOrTableSwitch } from './map-or-table-switch.tsx';
import { MeasureSwitch } from './measure-switch.tsx';
import { measureOf, rateOf } from './shading.ts';
import type { Picture } from './use-picture.ts';
import { words } from './words.ts';

type Row = AreaCount & { name: string; rate: number | null; strongest: SeriesVerdict | undefined };

/** The map's twin: the same areas and numbers as rows, alphabetical until the reader sorts them. */
export function AreasTable({ picture, isSlow }: { picture: Picture; isSlow: boolean }) {
  const { opened, session } = useDesk();
  const { view, change } = useView();
  const areas = useAreas(picture.filter.layer);
  const spikes = useSpikes();
  const measure = measureOf(areas.features, view.measure);
  const findings = spikes.found?.findings;
  const counts = picture.all.findings[0]?.areas;
  const rows = useMemo(() => {
    const strongest = new Map<string, SeriesVerdict>();
    for (const series of findings ?? []) if (!strongest.has(series.areaId)) strongest.set(series.areaId, series);
    return (counts ?? []).map(
      (area): Row => ({
        ...area,
        name: areas.nameOf(area.areaId),
        rate: rateOf(area.count, areas.byId.get(area.areaId), measure),
        strongest: strongest.get(area.areaId),
      }),
    );
  }, [findings, counts, areas, measure]);
  const columns = useMemo(
    () => columnsOf(measure, opened.months.length > 0 ? null : weekInWords(spikes.week, session.nowLocal)),
    [measure, opened.months, spikes.week, session.nowLocal],
  );
  return (
    <div className={isSlow ? `${css.table} dim` : css.table}>
      <div className={css.tools}>
        <h2>{areas.noun[1].charAt(0).toUpperCase() + areas.noun[1].slice(1)}</h2>
        <span className={css.space} />
        <MeasureSwitch />
        <MapOrTableSwitch />
      </div>
      {areas.entry !== null && <NoRanking />}
      <div className={css.scroll}>
        {areas.entry === null && <Quiet title={words.noAreasTitle}>{words.noAreas}</Quiet>}
        {areas.entry !== null && (
          <DataTable
            caption={words.tableOf(areas.noun[1], filterInWords(picture.filter, areas, opened))}
            rows={rows}
            columns={columns}
            rowKey={({ areaId }) => areaId}
            sortedBy={{ id: 'name', desc: false }}
            picked={view.area}
            onPick={({ areaId }) => change({ area: areaId === view.area ? null : areaId, series: null })}
          />
        )}
      </div>
    </div>
  );
}

/** What the order of the rows does not say, and where two may be compared. */
function NoRanking() {
  const mayCompare = useMay('briefing.read');
  return (
    <p className={`caption ${css.noRanking}`}>
      {NO_RANKING}{' '}
      {mayCompare && (
        <Link to="/compare" className="link">
          {words.compareTwo}
        </Link>
      )}
    </p>
  );
}

const ORDER = { 'not-judged': 0, usual: 1, watch: 2, unusual: 3 } as const;

/** `week` is the judged one; null where the sources give months only and none is judged. */
function columnsOf(measure: 'count' | 'residents' | 'addresses', week: string | null): Column<Row>[] {
  return [
    { id: 'name', head: words.area, value: ({ name }) => name, isName: true },
    { id: 'calls', head: words.callsHead, value: ({ count: n }) => n, cell: ({ count: n }) => count(n), numeric: true },
    {
      id: 'only',
      head: words.onlyHere,
      value: ({ onlyHere }) => onlyHere,
      cell: ({ onlyHere }) => count(onlyHere),
      numeric: true,
    },
    {
      id: 'several',
      head: words.inSeveral,
      value: ({ inSeveral }) => inSeveral,
      cell: ({ inSeveral }) => count(inSeveral),
      numeric: true,
    },
    ...(measure === 'count'
      ? []
      : [
          {
            id: 'rate',
            head: words.rate(words[measure]),
            value: ({ rate }: Row) => rate,
            cell: ({ rate }: Row) => (rate === null ? words.noDenominator : rate.toFixed(1)),
            numeric: true,
          },
        ]),
    { id: 'concerns', head: words.concernsHead, value: ({ concerns }) => concerns, numeric: true },
    ...(week === null ? [] : verdictColumns(week)),
  ];
}

function verdictColumns(week: string): Column<Row>[] {
  return [
    {
      id: 'verdict',
      head: words.verdict(week),
      value: ({ strongest }) => ORDER[strongest?.verdict ?? 'not-judged'],
      cell: ({ strongest }) => <VerdictMark verdict={strongest?.verdict ?? 'not-judged'} />,
      numeric: true,
    },
    {
      id: 'kind',
      head: words.strongest,
      value: ({ strongest }) => (strongest ? kindName(strongest.category) : ''),
      cell: ({ strongest }) =>
        strongest && (strongest.verdict === 'watch' || strongest.verdict === 'unusual') ? (
          <span className={css.kind}>{kindName(strongest.category)}</span>
        ) : (
          ''
        ),
    },
  ];
}
