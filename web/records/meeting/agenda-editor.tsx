import { useRef, useState } from 'react';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Live } from '#web/ui/live.tsx';
import css from './form.module.css';
import { words } from './words.ts';

type Props = { agenda: readonly string[]; onChange: (agenda: string[]) => void };

/** The points of an agenda: written in place, moved by button or by Alt and an arrow, never only by dragging. */
export function AgendaEditor({ agenda, onChange }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const [said, say] = useState('');
  const focus = (at: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLInputElement>('input')[at]?.focus());
  const move = (from: number, to: number) => {
    const point = agenda[from];
    if (point === undefined || to < 0 || to >= agenda.length) return;
    const rest = agenda.filter((_, at) => at !== from);
    onChange([...rest.slice(0, to), point, ...rest.slice(to)]);
    say(words.moved(point, to + 1, agenda.length));
    focus(to);
  };
  return (
    <fieldset className={css.part}>
      <legend>{words.agenda}</legend>
      <p className="caption">{words.agendaHint}</p>
      <ol ref={list} className={css.points}>
        {agenda.map((point, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place; its words change with every key
          <li key={at}>
            <input
              aria-label={words.point(at + 1)}
              value={point}
              maxLength={300}
              onChange={(event) =>
                onChange(agenda.map((each, place) => (place === at ? event.currentTarget.value : each)))
              }
              onKeyDown={(event) => {
                if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                event.preventDefault();
                move(at, event.key === 'ArrowUp' ? at - 1 : at + 1);
              }}
            />
            <IconButton icon="up" label={words.moveUp(at + 1)} onClick={() => move(at, at - 1)} />
            <IconButton icon="down" label={words.moveDown(at + 1)} onClick={() => move(at, at + 1)} />
            <IconButton
              icon="close"
              label={words.dropPoint(at + 1)}
              onClick={() => onChange(agenda.filter((_, place) => place !== at))}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button
          small
          unavailable={agenda.length >= 40 ? words.enoughPoints : undefined}
          onClick={() => {
            onChange([...agenda, '']);
            focus(agenda.length);
          }}
        >
          {words.addPoint}
        </Button>
      </div>
      <Live>{said}</Live>
    </fieldset>
  );
}
