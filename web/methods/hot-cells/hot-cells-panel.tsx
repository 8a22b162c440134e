import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import { CellsPanel, countOf, type Looks } from '#web/methods/frame/cells-panel.tsx';
import { useNumberOption } from '#web/methods/frame/number-option.tsx';
import { words } from './words.ts';

const USUAL_CELL = 300;
const LOOKS: Looks = { hot: { name: words.hot, tone: 'strong' }, cold: { name: words.cold, tone: 'low' } };

/** Cells where calls gather more, or fewer, than chance would have it: on the map and as rows. */
export function HotCellsPanel() {
  const { filter } = useView();
  const cellMeters = useNumberOption('cell', USUAL_CELL);
  return (
    <CellsPanel
      answered={useAnswer('hot-cells', filter, { cellMeters }, 'method')}
      usualMeters={USUAL_CELL}
      looks={LOOKS}
      sentence={(cells) => words.sentence(countOf(cells, 'hot'), countOf(cells, 'cold'), cellMeters)}
      reasons={words.reasons}
    />
  );
}
