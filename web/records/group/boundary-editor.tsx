import { Link, useNavigate } from '@tanstack/react-router';
import type { Map as MapLibre } from 'maplibre-gl';
import { useMemo, useReducer, useRef, useState } from 'react';
import { firstRedrawDay } from '#analysis/duty/first-redraw-day.ts';
import { type BoundaryVersion, everHolds, type Group } from '#data/schema/records/group.ts';
import { useSession } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import css from './boundary.module.css';
import { words } from './boundary-words.ts';
import { CornerHandles } from './corner-handles.tsx';
import { PointPanel, type StepMeters } from './corner-panel.tsx';
import {
  addCorner,
  type CornerAt,
  circleOf,
  groundOf,
  insertCorner,
  moveCorner,
  type RingAt,
  removeCorner,
  shapeOf,
  step,
} from './draft.ts';
import { DrawMap } from './draw-map.tsx';
import { FilePart } from './file-part.tsx';
import { boxOf, tidy } from './geometry.ts';
import { LinesPanel } from './lines-panel.tsx';
import { SaveForm } from './save-form.tsx';
import { SharedPart } from './shared-part.tsx';
import { drawnOf, type Mode } from './use-boundary.ts';
import type { Ground } from './use-groups.ts';
import type { Point } from './use-street-map.ts';

const MODES = [
  { value: 'lines', label: words.lines, icon: 'polygon' },
  { value: 'circle', label: words.circle, icon: 'circle' },
] as const;
const FIRST_RADIUS = 300;

/** Draws a ground: by mouse, touch, keys or typed degrees; from a file; or as a point and a radius. */
export function BoundaryEditor({
  group,
  versions,
  grounds,
}: {
  group: Group;
  versions: readonly BoundaryVersion[];
  grounds: readonly Ground[];
}) {
  const { groupId, name } = group;
  const navigate = useNavigate();
  const today = useSession().nowLocal.slice(0, 10);
  const drawnBefore = versions.filter(everHolds);
  const last = drawnBefore.at(-1);
  const [history, turn] = useReducer(step, last, (kept) => ({
    past: [],
    now: {
      shape: kept && kept.center === null ? shapeOf(kept.geometry) : [],
      center: kept?.center ?? null,
      radiusMeters: kept?.radiusMeters ?? FIRST_RADIUS,
    },
    future: [],
  }));
  const [mode, setMode] = useState<Mode>(last?.center ? 'circle' : 'lines');
  const [picked, pick] = useState<CornerAt | null>(null);
  const [drawing, draw] = useState<RingAt | null>(null);
  const [stepMeters, setStep] = useState<StepMeters>('10');
  const [validFrom, setFrom] = useState(last && last.validFrom > today ? last.validFrom : today);
  const map = useRef<MapLibre | null>(null);
  const { shape, center, radiusMeters } = history.now;
  const drawn = useMemo(() => drawnOf(history.now, mode), [history.now, mode]);
  const neighbors = useMemo(() => grounds.filter(({ id }) => id !== groupId), [grounds, groupId]);
  const circle = center === null ? null : circleOf(center, radiusMeters);

  const put = (at: Point) => {
    if (mode === 'circle') turn({ do: 'change', to: { center: tidy(at) } });
    else if (drawing) turn({ do: 'change', to: { shape: addCorner(shape, drawing, at) } });
  };
  const putMiddle = () => map.current && put(map.current.getCenter().toArray());
  const reshape = (to: typeof shape, by: 'change' | 'slide' = 'change') => turn({ do: by, to: { shape: to } });
  const insert = (corner: CornerAt, point: Point) => {
    reshape(insertCorner(shape, corner, point));
    pick({ ...corner, at: corner.at + 1 });
  };
  const remove = (corner: CornerAt) => {
    reshape(removeCorner(shape, corner));
    pick(null);
  };
  const wayBack = (way: 'undo' | 'redo') => {
    turn({ do: way });
    pick(null);
    draw(null);
  };
  return (
    <div className={css.screen}>
      <div className={css.panel}>
        <header className={css.block}>
          <nav className={css.crumbs} aria-label={words.groups}>
            <Link to="/groups">{words.groups}</Link>
            <Link to="/groups/$groupId" params={{ groupId }}>
              {name}
            </Link>
          </nav>
          <h1>{words.title(name)}</h1>
          <p className="caption">{words.keeps(last?.validFrom ?? null, today)}</p>
        </header>
        <div className={css.tools}>
          <Segmented label={words.mode} segments={MODES} value={mode} onChange={setMode} />
          {(['undo', 'redo'] as const).map((way) => (
            <Button
              key={way}
              small
              unavailable={
                (way === 'undo' ? history.past : history.future).length === 0 ? words.nothing[way] : undefined
              }
              onClick={() => wayBack(way)}
            >
              {words[way]}
            </Button>
          ))}
        </div>
        {mode === 'lines' ? (
          <LinesPanel
            {...{ shape, picked, drawing, stepMeters }}
            onStep={setStep}
            onPick={pick}
            onDraw={draw}
            onMiddle={putMiddle}
            onMove={(corner, to) => reshape(moveCorner(shape, corner, to))}
            onInsert={insert}
            onRemove={remove}
          />
        ) : (
          <section className={css.block}>
            <p className="caption">{words.clickPoint}</p>
            <div className={css.pushes}>
              <Button onClick={putMiddle}>{words.centerMiddle}</Button>
            </div>
            {center && (
              <PointPanel
                point={center}
                stepMeters={stepMeters}
                onStep={setStep}
                onMove={(to) => turn({ do: 'change', to: { center: tidy(to) } })}
              />
            )}
            <Field
              label={words.radius}
              unit="m"
              type="number"
              min={1}
              max={20_000}
              value={radiusMeters}
              onChange={(event) => turn({ do: 'change', to: { radiusMeters: Number(event.currentTarget.value) } })}
            />
          </section>
        )}
        <FilePart
          onTake={(geometry) => {
            setMode('lines');
            draw(null);
            pick(null);
            reshape(shapeOf(geometry));
            const box = boxOf([geometry]);
            if (box) map.current?.fitBounds([...box], { padding: 48, duration: 0 }); // it may lie elsewhere
          }}
        />
        <SharedPart groupId={groupId} drawn={drawn} on={validFrom} />
        <SaveForm
          {...{ group, last, drawn, validFrom }}
          firstDay={firstRedrawDay(versions, today)}
          onFrom={setFrom}
          onSaved={() => void navigate({ to: '/groups/$groupId', params: { groupId } })}
        />
      </div>
      <div className={css.map}>
        <DrawMap
          name={name}
          neighbors={neighbors}
          kept={last?.geometry ?? null}
          ground={mode === 'circle' ? circle : groundOf(shape)}
          onClick={put}
          over={(on) => {
            map.current = on.map;
            const move = (to: Point, by: 'change' | 'slide') => turn({ do: by, to: { center: tidy(to) } });
            const asShape = mode === 'circle' ? (center ? [[[center]]] : []) : shape;
            return (
              <CornerHandles
                drawn={on}
                shape={asShape}
                picked={picked}
                stepMeters={Number(stepMeters)}
                onPick={pick}
                onMove={(corner, to, by) =>
                  mode === 'circle' ? move(to, by) : reshape(moveCorner(shape, corner, to), by)
                }
                onInsert={(corner, point) => mode === 'lines' && insert(corner, point)}
                onRemove={(corner) => mode === 'lines' && remove(corner)}
              />
            );
          }}
        />
      </div>
    </div>
  );
}
