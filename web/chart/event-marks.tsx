import { usePlotArea, useXAxisScale, ZIndexLayer } from 'recharts';
import { SpeechShape } from '#web/ui/speech-mark.tsx';
import { toAxis } from './week-axis.ts';

/** A day that matters beside the counts: a concern that was raised, an action that was taken. */
export type WeekEvent = {
  day: string;
  label: string;
  kind: 'concern' | 'event';
  waits?: boolean; // a concern that nobody has answered yet carries the sign of speech
  side?: 'left' | 'right';
};

const ROW = 20;
const ABOVE_THE_RANGE = 150; // the usual range lies at 100, the weeks at 400
const MOST_ROWS = 3;
const A_LETTER = 6.2; // about as wide as one of 11 px is
const A_WEEK = 7 * 24 * 3600 * 1000;

/** How much room the labels need above the weeks. */
export const eventsHeight = (events: readonly WeekEvent[]): number => ROW * Math.min(MOST_ROWS, events.length);

/** Each event as a line through the weeks, its words above them in a row of their own: they never cover a count or each other. */
export function EventMarks({ events }: { events: readonly WeekEvent[] }) {
  const plot = usePlotArea();
  const scale = useXAxisScale();
  if (plot === undefined || scale === undefined) return null;
  const [left, right] = [plot.x, plot.x + plot.width];
  const lastAt = Math.max(...events.map(({ day }) => toAxis(day)));
  const rows = Math.min(MOST_ROWS, events.length);
  const shown = events.map((event, i) => {
    const at = scale(toAxis(event.day));
    const isJustAfter = toAxis(event.day) === lastAt && (scale(toAxis(event.day) - A_WEEK) ?? right) < right;
    if (at === undefined || at < left || (at > right && !isJustAfter)) return null;
    const x = Math.min(at, right);
    const y = plot.y - 8 - ROW * (rows - 1 - (i % rows)) - ROW / 2;
    return <EventMark key={`${event.day} ${event.label}`} event={event} x={x} y={y} plot={plot} />;
  });
  return <ZIndexLayer zIndex={ABOVE_THE_RANGE}>{shown}</ZIndexLayer>;
}

type MarkProps = {
  event: WeekEvent;
  x: number;
  y: number;
  plot: { x: number; y: number; width: number; height: number };
};

function EventMark({ event: { label, kind, waits = false, side = 'left' }, x, y, plot }: MarkProps) {
  const room = A_LETTER * label.length + 10;
  const fits = side === 'left' ? x - room >= 0 : x + room <= plot.x + plot.width + 14;
  const isLeft = (side === 'left') === fits;
  const aside = waits ? 12 : 6;
  return (
    <g data-event={kind}>
      <line
        x1={x}
        x2={x}
        y1={waits ? y + 9 : y - 7}
        y2={plot.y + plot.height}
        className="event-line"
        strokeDasharray={kind === 'event' ? '3 3' : undefined}
      />
      {waits && <SpeechShape x={x - 7} y={y - 8} width={14} />}
      <text x={isLeft ? x - aside : x + aside} y={y + 4} textAnchor={isLeft ? 'end' : 'start'} className="mark-words">
        {label}
      </text>
    </g>
  );
}
