import { classSteps } from './classes.ts';
import { CONCERN_STATUSES, type ConcernStatus, OVERDUE_CORNER, SPEECH_SQUARE } from './concern-mark.ts';
import type { LegendContent } from './legend-content.ts';
import { formatValue } from './value-words.ts';
import './map-legend.css';

const WIDTH = 320;

/** What the colors and marks mean. A rate's title names what it is counted against. */
export function MapLegend({ content }: { content: LegendContent }) {
  const { classes, overlaps, withheld, densityMeters, hotCells, calls, concerns } = content;
  return (
    <section className="map-float map-legend" aria-label="Legend">
      {classes && <h3>{classes.title}</h3>}
      {classes && <Ramp breaks={classes.breaks} />}
      <ul>
        {classes && overlaps && <Key words="in two or more" swatch={<Swatch pattern="stripes" />} />}
        {classes && withheld && <Key words="withheld" swatch={<Swatch pattern="hatch" />} />}
        {densityMeters !== null && <Key words={`density, ${formatValue(densityMeters)} m`} swatch={<Isolines />} />}
        {hotCells === 0 && <Key words="no hot or cold cell (Gi*)" swatch={<Swatch pattern="cold" />} />}
        {hotCells !== null && hotCells > 0 && <Key words="hot cell (Gi*)" swatch={<Swatch pattern="hot" />} />}
        {hotCells !== null && hotCells > 0 && <Key words="cold cell" swatch={<Swatch pattern="cold" />} />}
        {calls && <Key words="call" swatch={<CallDot />} />}
      </ul>
      {concerns && (
        <ul>
          <li>Concerns</li>
          {CONCERN_STATUSES.map((status) => (
            <Key key={status} words={status} swatch={<ConcernMark status={status} />} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Ramp({ breaks }: { breaks: readonly number[] }) {
  const steps = classSteps(breaks.length + 1);
  const step = WIDTH / steps.length;
  return (
    <svg className="ramp" width={WIDTH} height="30" role="img" aria-label={rampWords(breaks)}>
      {steps.map((token, index) => (
        <rect key={token} x={index * step} width={step - 0.6} height="11" style={{ fill: `var(--seq-${token})` }} />
      ))}
      {breaks.map((edge, index) => (
        <text key={edge} x={(index + 1) * step} y="24" textAnchor="middle">
          {formatValue(edge)}
        </text>
      ))}
    </svg>
  );
}

function rampWords(breaks: readonly number[]): string {
  const [first] = breaks;
  if (first === undefined) return 'One class: all areas alike';
  return `${breaks.length + 1} classes, from under ${formatValue(first)} (pale) to ${formatValue(breaks.at(-1) ?? first)} or more (dark)`;
}

function Key({ words, swatch }: { words: string; swatch: React.ReactNode }) {
  return (
    <li>
      {swatch}
      {words}
    </li>
  );
}

const Swatch = ({ pattern }: { pattern: 'stripes' | 'hatch' | 'hot' | 'cold' }) => (
  <span className="swatch" data-pattern={pattern} aria-hidden="true" />
);

const Isolines = () => (
  <svg className="isolines" width="20" height="14" aria-hidden="true">
    <ellipse cx="10" cy="7" rx="9" ry="6" />
    <ellipse cx="10" cy="7" rx="4.6" ry="3" />
  </svg>
);

const CallDot = () => (
  <svg className="call-dot" width="12" height="12" aria-hidden="true">
    <circle cx="6" cy="6" r="4.5" />
  </svg>
);

const ConcernMark = ({ status }: { status: ConcernStatus }) => (
  <svg
    className="concern-mark"
    data-status={status}
    width="16"
    height="18"
    viewBox="-10 -23.5 20 24"
    aria-hidden="true"
  >
    <path d={SPEECH_SQUARE} />
    {status === 'overdue' && <path className="corner" d={OVERDUE_CORNER} />}
  </svg>
);
