import { useState } from 'react';
import type { Filter } from '#data/schema/filter.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { useView } from '#web/ask/use-view.ts';
import type { DrawnShape } from '#web/map/shape-layers.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { choiceWords } from './choice-words.ts';
import css from './choices.module.css';

/** A part of the map: drawn, or typed for those who do not drag. */
export function ShapeChoice({ onDraw, onDone }: { onDraw: (kind: DrawnShape['kind']) => void; onDone: () => void }) {
  const { filter, change } = useView();
  const use = (shape: Pick<Filter, 'polygon' | 'circle'>) => {
    change({ filter: shape });
    onDone();
  };
  const isShaped = filter.circle !== null || filter.polygon.length > 0;
  return (
    <div className={css.stack}>
      <div className={css.row}>
        <Button icon="polygon" onClick={() => onDraw('polygon')}>
          {choiceWords.drawArea}
        </Button>
        <Button icon="circle" onClick={() => onDraw('circle')}>
          {choiceWords.drawCircle}
        </Button>
        {isShaped && (
          <Button look="quiet" onClick={() => use({ polygon: [], circle: null })}>
            {choiceWords.anywhere}
          </Button>
        )}
      </div>
      <hr className={css.rule} />
      <CircleForm circle={filter.circle} onUse={(circle) => use({ polygon: [], circle })} />
      <hr className={css.rule} />
      <CornersForm polygon={filter.polygon} onUse={(polygon) => use({ polygon, circle: null })} />
    </div>
  );
}

function CircleForm({ circle, onUse }: { circle: Filter['circle']; onUse: (circle: Filter['circle']) => void }) {
  const { opened } = useDesk();
  const [lon, lat] = opened.manifest.center;
  const [center, setCenter] = useState(circle ? `${circle.lat}, ${circle.lon}` : '');
  const [radius, setRadius] = useState(String(circle?.radiusMeters ?? 400));
  const [fault, setFault] = useState<{ center?: string; radius?: string }>({});
  const submit = () => {
    const point = toPoint(center);
    const radiusMeters = Number(radius);
    const isRadius = radiusMeters >= 25 && radiusMeters <= 20_000;
    setFault({
      ...(point ? {} : { center: choiceWords.badCenter }),
      ...(isRadius ? {} : { radius: choiceWords.badRadius }),
    });
    if (point && isRadius) onUse({ lon: point[0], lat: point[1], radiusMeters });
  };
  return (
    <form
      className={css.stack}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className={css.heading}>{choiceWords.radius}</p>
      <Field
        label={choiceWords.center}
        hint={choiceWords.centerHint(`${lat.toFixed(4)}, ${lon.toFixed(4)}`)}
        value={center}
        fault={fault.center}
        onChange={(event) => setCenter(event.currentTarget.value)}
      />
      <Field
        label={choiceWords.meters}
        unit="m"
        inputMode="numeric"
        value={radius}
        fault={fault.radius}
        onChange={(event) => setRadius(event.currentTarget.value)}
      />
      <Button type="submit" small>
        {choiceWords.useCircle}
      </Button>
    </form>
  );
}

function CornersForm({ polygon, onUse }: { polygon: Filter['polygon']; onUse: (polygon: Filter['polygon']) => void }) {
  const [typed, setTyped] = useState(polygon.map(([lon, lat]) => `${lat}, ${lon}`).join('\n'));
  const [fault, setFault] = useState('');
  const submit = () => {
    const lines = typed.split('\n').filter((line) => line.trim() !== '');
    const corners = lines.map(toPoint).filter((point) => point !== null);
    const isWhole = corners.length >= 3 && corners.length === lines.length;
    setFault(isWhole ? '' : choiceWords.badCorners);
    if (isWhole) onUse(corners);
  };
  return (
    <form
      className={css.stack}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label className={css.label}>
        {choiceWords.corners}
        <textarea
          className={css.corners}
          value={typed}
          aria-invalid={fault !== ''}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      {fault !== '' && <p className={css.fault}>{fault}</p>}
      <Button type="submit" small>
        {choiceWords.useCorners}
      </Button>
    </form>
  );
}

/** "35.5951, -82.5515" as longitude and latitude; null when it is not a point on the globe. */
function toPoint(text: string): [number, number] | null {
  const [lat, lon, ...rest] = text
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .map(Number);
  if (lat === undefined || lon === undefined || rest.length > 0) return null;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : null;
}
