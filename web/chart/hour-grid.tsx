import './chart.css';
import { type KeyboardEvent, useState } from 'react';
import { hourName, WEEKDAYS } from './hour-words.ts';

type Box = { days: [number, number]; hours: [number, number] };

type Props = {
  counts: readonly number[]; // 168, Monday 12 am first
  exposure: readonly number[]; // hours of each cell in the window
  picked?: readonly number[];
  onPick?: (hourOfWeek: number[]) => void;
  rings?: readonly number[]; // cells of last week's calls, marked by a ring
  boxed?: Box | readonly Box[] | null; // several where one runs past midnight
  label: string;
};

const CELLS = Array.from({ length: 168 }, (_, cell) => cell);
const boxOf = (a: number, b: number): number[] => {
  const [d0, d1] = [Math.min(Math.floor(a / 24), Math.floor(b / 24)), Math.max(Math.floor(a / 24), Math.floor(b / 24))];
  const [h0, h1] = [Math.min(a % 24, b % 24), Math.max(a % 24, b % 24)];
  return CELLS.filter((c) => {
    const [d, h] = [Math.floor(c / 24), c % 24];
    return d >= d0 && d <= d1 && h >= h0 && h <= h1;
  });
};

/**
 * Calls an hour by hour and weekday. Each cell is divided by how often that hour lay in
 * the window, since a week with a clock change has one hour twice and another not at all.
 * Pick by dragging, or with arrows, Shift and Enter; Escape clears.
 */
export function HourGrid({ counts, exposure, picked = [], onPick, rings = [], boxed = null, label }: Props) {
  const [at, setAt] = useState(0);
  const [anchor, setAnchor] = useState<number | null>(null);
  const rates = CELLS.map((c) => ((exposure[c] ?? 0) > 0 ? (counts[c] ?? 0) / (exposure[c] ?? 1) : 0));
  const top = Math.max(...rates, 1e-9);
  const chosen = new Set(anchor === null ? picked : boxOf(anchor, at));
  const ringed = new Set(rings);
  const boxes = boxed === null ? [] : 'days' in boxed ? [boxed] : boxed;
  const pick = (cells: number[]) => onPick?.(cells);
  const onKeyDown = (e: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 24, ArrowUp: -24 }[e.key];
    if (step !== undefined) {
      const next = at + step;
      if (next < 0 || next > 167) return;
      e.preventDefault();
      if (e.shiftKey) setAnchor(anchor ?? at);
      else setAnchor(null);
      setAt(next);
      return;
    }
    if (e.key === 'Enter' || e.key === ' ') {
      e.preventDefault();
      pick(boxOf(anchor ?? at, at));
      setAnchor(null);
    }
    if (e.key === 'Escape') {
      setAnchor(null);
      pick([]);
    }
  };
  return (
    <div className="hours" data-pickable={onPick !== undefined}>
      <div
        className="hours-grid"
        role="grid"
        aria-label={label}
        aria-activedescendant={`hour-${at}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setAnchor(null)}
      >
        {WEEKDAYS.map((day, d) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
          <div className="hours-row" role="row" key={day}>
            {/* biome-ignore lint/a11y/useFocusableInteractive: a header is read, its button is pressed */}
            <div role="rowheader" className="hours-day">
              <button type="button" tabIndex={-1} disabled={!onPick} onClick={() => pick(boxOf(24 * d, 24 * d + 23))}>
                {day}
              </button>
            </div>
            {CELLS.slice(24 * d, 24 * d + 24).map((c) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
              <div
                key={c}
                id={`hour-${c}`}
                role="gridcell"
                className="hours-cell"
                data-class={(rates[c] ?? 0) === 0 ? 0 : Math.min(7, 1 + Math.floor(((rates[c] ?? 0) / top) * 6.999))}
                data-picked={chosen.has(c)}
                data-dimmed={chosen.size > 0 && !chosen.has(c)}
                data-at={c === at}
                data-ring={ringed.has(c)}
                aria-label={`${day} ${hourName(c % 24)}: ${counts[c] ?? 0} calls`}
                aria-selected={chosen.has(c)}
                title={`${day} ${hourName(c % 24)}: ${counts[c] ?? 0} calls`}
                onPointerDown={() => {
                  if (!onPick) return;
                  setAt(c);
                  setAnchor(c);
                }}
                onPointerEnter={() => anchor !== null && setAt(c)}
                onPointerUp={() => {
                  if (anchor === null) return;
                  const cells = boxOf(anchor, c);
                  const isSame = cells.length === picked.length && cells.every((x) => picked.includes(x));
                  pick(isSame ? [] : cells);
                  setAnchor(null);
                }}
              />
            ))}
          </div>
        ))}
        {boxes.map(({ days, hours }) => (
          <div
            key={`${days} ${hours}`}
            className="hours-box"
            style={{ gridRow: `${days[0] + 1} / ${days[1] + 2}`, gridColumn: `${hours[0] + 2} / ${hours[1] + 3}` }}
          />
        ))}
      </div>
      <div className="hours-foot" aria-hidden="true">
        <span>12 am</span>
        <span>6</span>
        <span>noon</span>
        <span>6</span>
        <span>12</span>
      </div>
    </div>
  );
}
