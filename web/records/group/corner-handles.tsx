import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { keptApart, reachOf } from './apart.ts';
import css from './boundary.module.css';
import { words } from './boundary-words.ts';
import { type CornerAt, cornersOf, nudged, type Shape } from './draft.ts';
import type { Drawn } from './ground-map.tsx';
import type { Point } from './use-street-map.ts';

type Props = {
  drawn: Drawn;
  shape: Shape;
  picked: CornerAt | null;
  stepMeters: number;
  onPick: (corner: CornerAt) => void;
  onMove: (corner: CornerAt, to: Point, by: 'change' | 'slide') => void;
  onInsert: (corner: CornerAt, point: Point) => void;
  onRemove: (corner: CornerAt) => void;
};

const ARROWS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** A button on each corner that has room for one, one of them in the tab order, and a small one in the middle of each long edge. */
export function CornerHandles({ drawn, shape, picked, stepMeters, onPick, onMove, onInsert, onRemove }: Props) {
  const corners = cornersOf(shape);
  const pickedIndex = corners.findIndex(
    ({ part, ring, at }) => picked?.part === part && picked.ring === ring && picked.at === at,
  );
  const reach = reachOf();
  const shown = keptApart(
    corners.map(({ point }) => drawn.place(point)),
    reach,
    pickedIndex,
  );
  const pickedButton = useRef<HTMLButtonElement>(null);
  const key = picked === null ? '' : `${picked.part}.${picked.ring}.${picked.at}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another corner was picked
  useEffect(() => {
    if (document.activeElement?.hasAttribute('data-corner')) pickedButton.current?.focus();
  }, [key]);
  return (
    <>
      {corners.map((corner, index) => {
        const { part, ring, at, point } = corner;
        const next = shape[part]?.[ring]?.[at + 1] ?? shape[part]?.[ring]?.[0];
        const middle: Point = next ? [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2] : point;
        if (!shown.has(index)) return null;
        const isPicked = index === pickedIndex;
        const isEntry = isPicked || (pickedIndex === -1 && index === 0);
        return (
          <span key={`${part}.${ring}.${at}`}>
            {next && isLong(drawn.place(point), drawn.place(next), 2 * reach) && (
              <button
                type="button"
                className={css.middle}
                style={styleOf(drawn.place(middle))}
                tabIndex={-1}
                aria-label={words.newCorner(index + 1)}
                onClick={() => onInsert(corner, middle)}
              />
            )}
            <button
              type="button"
              ref={isPicked ? pickedButton : undefined}
              data-corner
              className={isPicked ? css.pickedCorner : css.corner}
              style={styleOf(drawn.place(point))}
              tabIndex={isEntry ? 0 : -1}
              aria-label={words.cornerName(index + 1, corners.length)}
              aria-pressed={isPicked}
              onClick={() => onPick(corner)}
              onKeyDown={(event) => press(event, corner)}
              {...dragOf(corner)}
            />
          </span>
        );
      })}
      {shown.size < corners.length && (
        <p role="status" className={css.crowded}>
          {words.crowded(corners.length - shown.size)}
        </p>
      )}
    </>
  );

  function press(event: KeyboardEvent, corner: CornerAt & { point: Point }) {
    const way = ARROWS[event.key];
    if (way) onMove(corner, nudged(corner.point, way[0] * stepMeters, way[1] * stepMeters), 'change');
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove(corner);
    else return;
    event.preventDefault();
    onPick(corner);
  }

  function dragOf(corner: CornerAt & { point: Point }) {
    return {
      onPointerDown: ({ currentTarget, pointerId }: PointerEvent<HTMLButtonElement>) => {
        currentTarget.setPointerCapture(pointerId);
        currentTarget.dataset.drag = 'begun';
        onPick(corner);
      },
      onPointerMove: ({ currentTarget, clientX, clientY, movementX, movementY }: PointerEvent<HTMLButtonElement>) => {
        const { drag } = currentTarget.dataset;
        if (drag === undefined || (movementX === 0 && movementY === 0)) return;
        const frame = drawn.map.getContainer().getBoundingClientRect();
        const to = drawn.unplace([clientX - frame.left, clientY - frame.top]);
        onMove(corner, to, drag === 'begun' ? 'change' : 'slide');
        currentTarget.dataset.drag = 'on';
      },
      onPointerUp: ({ currentTarget }: PointerEvent<HTMLButtonElement>) => {
        delete currentTarget.dataset.drag;
      },
    };
  }
}

const isLong = ([x, y]: Point, [toX, toY]: Point, room: number): boolean => Math.hypot(toX - x, toY - y) >= room;
const styleOf = ([x, y]: Point) => ({ left: x, top: y });
