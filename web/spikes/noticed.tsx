import { useAnswer } from '#web/ask/use-answer.ts';
import { useSpikes } from '#web/ask/use-spikes.ts';
import type { AnswerTo, SeriesVerdict } from '#web/compute/door.ts';
import { words } from './words.ts';

/** What rise this series would need to be noticed: silence elsewhere is only as good as this. */
export function Noticed({
  series: { areaId, category },
  answer,
}: {
  series: SeriesVerdict;
  answer: AnswerTo<'spike'>;
}) {
  const { filter, isBeingSet } = useSpikes();
  const { watchP, falseAlarmsAWeek } = answer.options;
  const threshold =
    typeof watchP === 'number' ? watchP : Number(falseAlarmsAWeek) / Math.max(1, answer.findings.length);
  const { found } = useAnswer(
    'power',
    isBeingSet ? null : filter,
    { series: { areaId, category }, watchP: threshold },
    'power',
  );
  const finding = found?.findings[0];
  return finding?.areaId === areaId && finding.category === category ? (
    <> {words.noticed(finding.size, finding.share)}</>
  ) : null;
}
