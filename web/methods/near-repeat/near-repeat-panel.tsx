import { useMemo } from 'react';
import type { NearRepeatBand } from '#analysis/near-repeat/judge-bands.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { kindsInWords } from '#web/ask/filter-words.ts';
import { useMay } from '#web/ask/session.tsx';
import { useLongAnswer } from '#web/ask/use-long-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import type { LinkedCalls, Questions } from '#web/compute/door.ts';
import type { FindingFeatures } from '#web/map/finding-layers.ts';
import { circleFeature } from '#web/methods/frame/circle-feature.ts';
import { useDrawn } from '#web/methods/frame/drawn.ts';
import { LongWork, StoppedWork } from '#web/methods/frame/long-work.tsx';
import { LongerSpan } from '#web/methods/frame/longer-span.tsx';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { NumberOption, useNumberOption } from '#web/methods/frame/number-option.tsx';
import { MakePattern } from '#web/patterns/make-button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { BandTable } from './band-table.tsx';
import { words } from './words.ts';

type Finding = Questions['near-repeat']['answer']['findings'][number];

const USUAL_STEP = 100;
const MOST_ROWS = 20;
const ENOUGH_DAYS = 90;
const CLEAR = 0.01; // p of a band that the sentence names

/** Pairs by distance and time against chance, and the strings of linked calls. */
export function NearRepeatPanel() {
  const { filter } = useView();
  const step = useNumberOption('step', USUAL_STEP);
  const answered = useLongAnswer('near-repeat', filter, { meters: [0, step, 2 * step, 3 * step, 4 * step] }, 'method');
  const { found, isStopped } = answered;
  const mayWrite = useMay('pattern.write');
  useDrawn(useMemo(() => (found === null ? null : toFeatures(stringsOf(found.findings))), [found]));
  const options = (
    <>
      <NumberOption name="step" label={words.step} usual={USUAL_STEP} choices={[50, 100, 200]} unit="m" />
      <LongerSpan atLeastDays={ENOUGH_DAYS} />
      <LongWork answered={answered} />
    </>
  );
  if (isStopped) return <StoppedWork>{options}</StoppedWork>;
  return (
    <MethodAnswer answered={answered} sentence={inOneSentence} reasons={words.reasons} options={options}>
      {({ findings }) => (
        <>
          <BandTable bands={bandsOf(findings)} clear={CLEAR} />
          {stringsOf(findings).length > 0 && (
            <DataTable
              caption={words.strings}
              rows={stringsOf(findings).slice(0, MOST_ROWS)}
              columns={mayWrite ? WITH_PATTERN : COLUMNS}
              rowKey={({ rows }) => String(rows[0])}
              dense
            />
          )}
        </>
      )}
    </MethodAnswer>
  );
}

/** One string becomes a pattern: its calls by name, whatever the filter is by then. */
function OfString({ string: { calls, callIds, firstDate, lastDate } }: { string: LinkedCalls }) {
  const { door } = useDesk();
  const { filter } = useView();
  const gather = async () => {
    const named = { method: 'calls-by-id' as const, filter, options: { ids: callIds } };
    return { calls: (await door.ask<'calls-by-id'>(named, 'make pattern')).findings, code: null };
  };
  const kinds = filter.categories.length + filter.types.length > 0 ? kindsInWords(filter) : words.calls;
  const title = words.patternTitle(kinds, words.dates(firstDate, lastDate));
  return <MakePattern label={words.make} asked={{ count: calls, title, source: 'string', gather }} />;
}

const bandsOf = (findings: readonly Finding[]): NearRepeatBand[] =>
  findings.filter((finding) => finding.kind === 'band');
const stringsOf = (findings: readonly Finding[]): LinkedCalls[] =>
  findings.filter((finding) => finding.kind === 'string');

function inOneSentence({ findings, leftOut }: Questions['near-repeat']['answer']): string {
  const [bands, strings] = [bandsOf(findings), stringsOf(findings).length];
  if (bands.length === 0) return words.none;
  const unjudged = leftOut.filter(({ reason }) => reason === 'no-pairs' || reason === 'no-contrast');
  if (unjudged.length >= bands.length) return words.noContrast(strings);
  const [strongest] = bands
    .filter(({ p, ratio }) => p <= CLEAR && ratio !== null)
    .sort((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0));
  if (strongest === undefined) return words.quiet(strings);
  const { fromMeters, toMeters, fromDays, toDays, ratio } = strongest;
  const apart = toMeters === 0 ? words.samePlace : words.meters(fromMeters, toMeters);
  return words.loud(`${apart}, ${words.days(fromDays, toDays)}`, ratio ?? 0, strings);
}

const datesOf = ({ firstDate, lastDate }: LinkedCalls): string => words.dates(firstDate, lastDate);

const COLUMNS: readonly Column<LinkedCalls>[] = [
  { id: 'dates', head: words.string, value: datesOf, isName: true },
  { id: 'calls', head: words.calls, value: ({ calls }) => calls, numeric: true },
  { id: 'places', head: words.places, value: ({ places }) => places, numeric: true },
];
const WITH_PATTERN: readonly Column<LinkedCalls>[] = [
  ...COLUMNS,
  { id: 'pattern', head: words.pattern, value: () => null, cell: (string) => <OfString string={string} /> },
];

const toFeatures = (strings: readonly LinkedCalls[]): FindingFeatures => ({
  type: 'FeatureCollection',
  features: strings.map((string) =>
    circleFeature(
      { lon: string.lon, lat: string.lat, meters: 0 },
      { tone: string.calls > 2 ? 'strong' : 'weak', label: words.label(string.calls, datesOf(string)) },
    ),
  ),
});
