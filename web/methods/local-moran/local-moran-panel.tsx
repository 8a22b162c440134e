import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import { CellsPanel, countOf, type Looks } from '#web/methods/frame/cells-panel.tsx';
import { useNumberOption } from '#web/methods/frame/number-option.tsx';
import { words } from './words.ts';

const USUAL_CELL = 300;
const LOOKS: Looks = {
  'high-high': { name: words.verdicts['high-high'], tone: 'strong' },
  'high-low': { name: words.verdicts['high-low'], tone: 'weak' },
  'low-high': { name: words.verdicts['low-high'], tone: 'low' },
  'low-low': { name: words.verdicts['low-low'], tone: 'low' },
};

/** Cells that are like their neighbors, or unlike them: on the map and as rows. */
export function LocalMoranPanel() {
  const { filter } = useView();
  const cellMeters = useNumberOption('cell', USUAL_CELL);
  return (
    <CellsPanel
      answered={useAnswer('local-moran', filter, { cellMeters }, 'method')}
      usualMeters={USUAL_CELL}
      looks={LOOKS}
      sentence={(cells) => words.sentence(countOf(cells, 'high-high'), countOf(cells, 'high-low'), cellMeters)}
      reasons={words.reasons}
    />
  );
}
