import { useState } from 'react';
import type { HandOutDesk } from '#data/schema/records/hand-out.ts';
import { type Part, placed, rowsOf, ticked } from './choices.ts';
import { ItemRow } from './item-row.tsx';
import { nameOf } from './name-of.ts';
import css from './parts.module.css';
import type { Pointed } from './pointed.ts';
import type { Draft } from './use-draft.ts';
import { words } from './words.ts';

/** One part of the page: what may stand there, ticked and in its order, or left out. */
export function ItemSection({
  part,
  desk,
  draft,
  pointed,
}: {
  part: Part;
  desk: HandOutDesk;
  draft: Draft;
  pointed: Pointed | null;
}) {
  const { offered, faults } = desk;
  const { choices } = draft.fields;
  const [dragged, setDragged] = useState<string | null>(null);
  const rows = rowsOf(offered, choices, part);
  if (rows.length === 0) return null;
  const onPage = rows.filter(({ isOn }) => isOn);
  return (
    <section className={css.part} aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`}>
        {words.parts[part]} <small>{words.onPage(onPage.length, rows.length)}</small>
      </h2>
      {part === 'tip' && <p className="caption">{words.tipFixed}</p>}
      <ul className={css.rows}>
        {rows.map(({ item, isOn }) => {
          const name = nameOf(item, choices);
          const at = onPage.findIndex((row) => row.item === item);
          const moveTo = (itemId: string, to: number, what: string) =>
            draft.choose(placed(offered, choices, itemId, to), words.said.moved(what));
          return (
            <ItemRow
              key={item.itemId}
              item={item}
              isOn={isOn}
              at={at}
              of={onPage.length}
              draft={draft}
              faults={faults.filter(({ itemId }) => itemId === item.itemId)}
              pointed={pointed?.itemId === item.itemId ? pointed : null}
              isDragged={dragged === item.itemId}
              onTick={() =>
                draft.choose(ticked(offered, choices, item.itemId), words.said[isOn ? 'left' : 'put'](name))
              }
              onMove={(to) => moveTo(item.itemId, to, name)}
              onDrag={(isDragging) => setDragged(isDragging ? item.itemId : null)}
              onDrop={() => {
                const carried = onPage.find((row) => row.item.itemId === dragged);
                if (carried && isOn && carried.item !== item)
                  moveTo(carried.item.itemId, at, nameOf(carried.item, choices));
                setDragged(null);
              }}
            />
          );
        })}
      </ul>
    </section>
  );
}
