import { Button, IconButton } from '#web/ui/button.tsx';
import css from './boundary.module.css';
import { words } from './boundary-words.ts';
import { PointPanel, type StepMeters } from './corner-panel.tsx';
import { type CornerAt, cornerOf, cornersOf, type RingAt, type Shape } from './draft.ts';
import type { Point } from './use-street-map.ts';

type Props = {
  shape: Shape;
  picked: CornerAt | null;
  drawing: RingAt | null;
  stepMeters: StepMeters;
  onStep: (meters: StepMeters) => void;
  onPick: (corner: CornerAt | null) => void;
  onDraw: (ring: RingAt | null) => void;
  onMiddle: () => void;
  onMove: (corner: CornerAt, to: Point) => void;
  onInsert: (corner: CornerAt, point: Point) => void;
  onRemove: (corner: CornerAt) => void;
};

/** Everything the map does with corners, by buttons and fields. */
export function LinesPanel({ shape, picked, drawing, onDraw, onMiddle, ...acts }: Props) {
  if (drawing) {
    const drawn = shape[drawing.part]?.[drawing.ring]?.length ?? 0;
    return (
      <section className={css.block}>
        <p role="status">{words.drawing(drawn)}</p>
        <div className={css.pushes}>
          <Button onClick={onMiddle}>{words.addMiddle}</Button>
          <Button onClick={() => onDraw(null)}>{words.finish}</Button>
        </div>
      </section>
    );
  }
  const part = picked?.part ?? 0;
  return (
    <section className={css.block}>
      <div className={css.pushes}>
        <Button onClick={() => onDraw({ part: shape.length, ring: 0 })}>
          {shape.length === 0 ? words.draw : words.drawPart}
        </Button>
        {shape.length > 0 && (
          <Button onClick={() => onDraw({ part, ring: shape[part]?.length ?? 1 })}>{words.cutHole}</Button>
        )}
      </div>
      {shape.length > 0 && <Corner shape={shape} picked={picked} {...acts} />}
    </section>
  );
}

function Corner({
  shape,
  picked,
  stepMeters,
  onStep,
  onPick,
  onMove,
  onInsert,
  onRemove,
}: Omit<Props, 'drawing' | 'onDraw' | 'onMiddle'>) {
  const corners = cornersOf(shape);
  const index = corners.findIndex(
    ({ part, ring, at }) => picked?.part === part && picked.ring === ring && picked.at === at,
  );
  const point = picked === null ? undefined : cornerOf(shape, picked);
  const go = (by: number) => onPick(corners.at((index + by) % corners.length) ?? null);
  return (
    <>
      <div className={css.stepper}>
        <IconButton icon="left" label={words.previous} onClick={() => go(index === -1 ? 0 : -1)} />
        <h2 className={css.blockHead}>{index === -1 ? words.corner : words.cornerName(index + 1, corners.length)}</h2>
        <IconButton icon="right" label={words.next} onClick={() => go(1)} />
      </div>
      {picked === null || point === undefined ? (
        <p className="caption">{words.noCorner}</p>
      ) : (
        <>
          <PointPanel point={point} stepMeters={stepMeters} onStep={onStep} onMove={(to) => onMove(picked, to)} />
          <div className={css.pushes}>
            <Button small onClick={() => onInsert(picked, behind(shape, picked, point))}>
              {words.insert}
            </Button>
            <Button small onClick={() => onRemove(picked)}>
              {words.remove}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function behind(shape: Shape, { part, ring, at }: CornerAt, [lon, lat]: Point): Point {
  const corners = shape[part]?.[ring] ?? [];
  const [nextLon, nextLat] = corners[at + 1] ?? corners[0] ?? [lon, lat];
  return [(lon + nextLon) / 2, (lat + nextLat) / 2];
}
