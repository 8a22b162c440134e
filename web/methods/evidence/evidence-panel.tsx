import { useNavigate } from '@tanstack/react-router';
import type { AroundConcern } from '#analysis/evidence/around.ts';
import type { EvidenceFinding } from '#analysis/evidence/evidence.ts';
import type { EvidencePair } from '#analysis/evidence/pairs.ts';
import { useAreas } from '#web/ask/desk.tsx';
import { kindName } from '#web/ask/kinds.ts';
import { useMay } from '#web/ask/session.tsx';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { NumberOption, useNumberOption } from '#web/methods/frame/number-option.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { AROUND, type AroundRow, PAIRS, type PairRow, SILENT, STATES } from './columns.ts';
import { words } from './words.ts';

const USUAL_DAYS = 28;
const MOST_ROWS = 20;

/** The four states, and the two lists of what only calls or only concerns say. Rows open their area or concern. */
export function EvidencePanel() {
  const { filter, change } = useView();
  const navigate = useNavigate();
  const mayReadConcerns = useMay('concern.read');
  const { nameOf } = useAreas(filter.layer);
  const recentDays = Math.round(useNumberOption('days', USUAL_DAYS));
  const answered = useAnswer('evidence', filter, { recentDays }, 'method');
  const named = <Row extends { areaId: string; category: string }>(row: Row) => ({
    ...row,
    name: `${kindName(row.category)}, ${nameOf(row.areaId)}`,
  });
  const openArea = ({ areaId }: PairRow) => change({ area: areaId, method: null, options: {} });
  const openConcern = ({ concernId }: AroundRow) =>
    void navigate({ to: '/concerns/$concernId', params: { concernId } });
  return (
    <MethodAnswer
      answered={answered}
      sentence={({ findings }) =>
        words.sentence(
          ofState(findings, 'both').length,
          pairsOf(findings).filter(isUnheard).length,
          silentOf(findings).length,
        )
      }
      reasons={words.reasons}
      options={
        <NumberOption
          name="days"
          label={words.days}
          usual={USUAL_DAYS}
          choices={[7, 14, 28, 56]}
          unit={words.daysUnit}
        />
      }
    >
      {({ findings }) => (
        <>
          <DataTable
            caption={words.statesOf}
            rows={ORDER.map((state) => ({ state, series: ofState(findings, state).length }))}
            columns={STATES}
            rowKey={({ state }) => state}
            dense
          />
          <p className="caption">{words.meaning}</p>
          {(
            [
              [words.up, ofState(findings, 'both')],
              [words.rising, pairsOf(findings).filter(isUnheard)],
            ] as const
          )
            .filter(([title, pairs]) => pairs.length > 0 || title === words.rising)
            .map(([title, pairs]) => (
              <section key={title}>
                <h3>{title}</h3>
                {pairs.length === 0 && <p className="caption">{words.risingNone}</p>}
                {pairs.length > 0 && (
                  <DataTable
                    caption={title}
                    rows={pairs.slice(0, MOST_ROWS).map(named)}
                    columns={PAIRS}
                    rowKey={({ areaId, category }) => `${areaId} ${category}`}
                    onPick={openArea}
                    dense
                  />
                )}
              </section>
            ))}
          <section>
            <h3>{words.silent}</h3>
            {silentOf(findings).length === 0 ? (
              <p className="caption">{words.silentNone}</p>
            ) : (
              <DataTable
                caption={words.silent}
                rows={silentOf(findings).slice(0, MOST_ROWS).map(named)}
                columns={SILENT}
                rowKey={({ concernId }) => concernId}
                {...(mayReadConcerns ? { onPick: openConcern } : {})}
                dense
              />
            )}
          </section>
          {aroundOf(findings).length > 0 && (
            <section>
              <h3>{words.around}</h3>
              <DataTable
                caption={words.around}
                rows={aroundOf(findings).slice(0, MOST_ROWS).map(named)}
                columns={AROUND}
                rowKey={({ concernId, areaId }) => `${concernId} ${areaId}`}
                {...(mayReadConcerns ? { onPick: openConcern } : {})}
                dense
              />
            </section>
          )}
        </>
      )}
    </MethodAnswer>
  );
}

const ORDER = ['both', 'calls-only', 'concerns-only', 'neither'] as const;

const pairsOf = (findings: readonly EvidenceFinding[]): EvidencePair[] =>
  findings.filter((finding) => finding.kind === 'pair');
const ofState = (findings: readonly EvidenceFinding[], wanted: EvidencePair['state']): EvidencePair[] =>
  pairsOf(findings).filter(({ state }) => state === wanted);
const isUnheard = ({ isRisingUnheard }: EvidencePair): boolean => isRisingUnheard;
const aroundOf = (findings: readonly EvidenceFinding[]): AroundConcern[] =>
  findings.filter((finding) => finding.kind === 'concern').filter(({ isWithoutCalls }) => !isWithoutCalls);

/** Each concern once, whatever areas it lies in. */
function silentOf(findings: readonly EvidenceFinding[]): AroundConcern[] {
  const silent = new Map<string, AroundConcern>();
  for (const finding of findings)
    if (finding.kind === 'concern' && finding.isWithoutCalls && !silent.has(finding.concernId))
      silent.set(finding.concernId, finding);
  return [...silent.values()];
}
