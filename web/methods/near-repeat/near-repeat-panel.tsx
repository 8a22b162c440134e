import { useMemo } from 'react';
import type { NearRepeatBand } from '#analysis/near-repeat/judge-bands.ts';
import type { NearRepeatFinding } from '#analysis/near-repeat/near-repeat.ts';
import type { NearRepeatString } from '#analysis/near-repeat/strings.ts';
import { useLongAnswer } from '#web/ask/use-long-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import type { Questions } from '#web/compute/door.ts';
import type { FindingFeatures } from '#web/map/finding-layers.ts';
import { circleFeature } from '#web/methods/frame/circle-feature.ts';
import { useDrawn } from '#web/methods/frame/drawn.ts';
import { LongWork, StoppedWork } from '#web/methods/frame/long-work.tsx';
import { LongerSpan } from '#web/methods/frame/longer-span.tsx';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { NumberOption, useNumberOption } from '#web/methods/frame/number-option.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { BandTable } from './band-table.tsx';
import { words } from './words.ts';

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
              columns={COLUMNS}
              rowKey={({ rows }) => String(rows[0])}
              dense
            />
          )}
        </>
      )}
    </MethodAnswer>
  );
}

const bandsOf = (findings: readonly NearRepeatFinding[]): NearRepeatBand[] =>
  findings.filter((finding) => finding.kind === 'band');
const stringsOf = (findings: readonly NearRepeatFinding[]): NearRepeatString[] =>
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

const datesOf = ({ firstDate, lastDate }: NearRepeatString): string => words.dates(firstDate, lastDate);

const COLUMNS: readonly Column<NearRepeatString>[] = [
  { id: 'dates', head: words.string, value: datesOf, isName: true },
  { id: 'calls', head: words.calls, value: ({ calls }) => calls, numeric: true },
  { id: 'places', head: words.places, value: ({ places }) => places, numeric: true },
];

const toFeatures = (strings: readonly NearRepeatString[]): FindingFeatures => ({
  type: 'FeatureCollection',
  features: strings.map((string) =>
    circleFeature(
      { lon: string.lon, lat: string.lat, meters: 0 },
      { tone: string.calls > 2 ? 'strong' : 'weak', label: words.label(string.calls, datesOf(string)) },
    ),
  ),
});
