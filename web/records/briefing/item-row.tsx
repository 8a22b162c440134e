import { useEffect, useRef, useState } from 'react';
import type { HandOutFault, HandOutItem } from '#data/schema/records/hand-out.ts';
import { findTip } from '#data/tips/tips.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Check } from '#web/ui/field.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { FIELDS, isReworded, wordsAt } from './choices.ts';
import { FaultLines } from './fault-lines.tsx';
import { ItemWords } from './item-words.tsx';
import { headOf, nameOf, referenceOf } from './name-of.ts';
import css from './parts.module.css';
import type { Pointed } from './pointed.ts';
import type { Draft } from './use-draft.ts';
import { words } from './words.ts';

type Props = {
  item: HandOutItem;
  isOn: boolean;
  at: number; // among those on the page
  of: number;
  draft: Draft;
  faults: readonly HandOutFault[];
  pointed: Pointed | null;
  isDragged: boolean;
  onTick: () => void;
  onMove: (to: number) => void;
  onDrag: (isDragging: boolean) => void;
  onDrop: () => void;
};

/** One thing that may stand on the page: ticked or not, where, and in which words. */
export function ItemRow(props: Props) {
  const { item, isOn, draft, faults, pointed, isDragged, onTick, onDrop } = props;
  const [isEditing, setEditing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (pointed !== null) setEditing(true);
  }, [pointed]);
  const name = nameOf(item, draft.fields.choices);
  const mayEdit = FIELDS[item.part].length > 0;
  return (
    <li
      ref={row}
      className={[css.row, isOn ? '' : css.left, isDragged ? css.dragged : ''].join(' ')}
      data-item={item.itemId}
      onKeyDown={(event) => {
        const to = props.at + (event.key === 'ArrowUp' ? -1 : 1);
        if (!isOn || !event.altKey || !event.key.match(/^Arrow(Up|Down)$/) || to < 0 || to >= props.of) return;
        event.preventDefault();
        props.onMove(to);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <div className={css.rowHead}>
        <Grip {...props} row={row} />
        <Check label={<Told item={item} isOn={isOn} draft={draft} />} checked={isOn} onChange={onTick} />
        {isOn && <Moves {...props} name={name} />}
        {isOn && mayEdit && (
          <Button
            small
            look="quiet"
            aria-expanded={isEditing}
            aria-label={isEditing ? words.doneWith(name) : words.editOf(name)}
            onClick={() => setEditing(!isEditing)}
          >
            {isEditing ? words.done : words.edit}
          </Button>
        )}
      </div>
      {isOn && !isEditing && <FaultLines faults={faults} />}
      {isOn && isEditing && <ItemWords item={item} name={name} draft={draft} faults={faults} pointed={pointed} />}
    </li>
  );
}

/** The item as the page tells it, in English; what it lacks in Spanish is said and is no fault. */
function Told({ item, isOn, draft }: Pick<Props, 'item' | 'isOn' | 'draft'>) {
  const { choices } = draft.fields;
  const lacksSpanish = FIELDS[item.part].some((field) => {
    const { en, es } = wordsAt(item, choices, field);
    return en !== '' && (es ?? '') === '';
  });
  const facts = factsOf(item);
  return (
    <span className={css.told}>
      <span className={css.head}>{headOf(item, choices)}</span>
      {item.part === 'concern' && (
        <>
          <span className={css.detail}>
            {words.fields.did}: {wordsAt(item, choices, 'did').en || words.emptyDid}
          </span>
          {wordsAt(item, choices, 'notYet').en !== '' && (
            <span className={css.detail}>
              {words.fields.notYet}: {wordsAt(item, choices, 'notYet').en}
            </span>
          )}
        </>
      )}
      {item.part === 'tip' && <span className={css.detail}>{findTip(item.itemId)?.es}</span>}
      <span className={css.facts}>
        {facts.length > 0 && <span>{facts.join(', ')}</span>}
        {item.part === 'promise' && item.isLate && <Tag>{words.late}</Tag>}
        {isReworded(item, choices) && <Tag look="line">{words.mine}</Tag>}
        {isOn && lacksSpanish && <Tag look="line">{words.noSpanishShort}</Tag>}
      </span>
    </span>
  );
}

function factsOf(item: HandOutItem): string[] {
  if (item.part === 'concern') {
    const reference = referenceOf(item);
    if (!item.isOpen) return [reference, words.closed];
    return item.nextOn === null ? [reference] : [reference, words.told(item.nextOn)];
  }
  if (item.part === 'promise') return [words.due(item.dueOn)];
  return item.part === 'news' && item.eventOn !== null ? [words.on(item.eventOn)] : [];
}

function Moves({ at, of, name, onMove }: Pick<Props, 'at' | 'of' | 'onMove'> & { name: string }) {
  if (of < 2) return null;
  const isFirst = at === 0;
  const isLast = at === of - 1;
  return (
    <span className={css.moves}>
      <IconButton
        icon="up"
        label={isFirst ? `${words.up(name)}. ${words.first}` : words.up(name)}
        aria-disabled={isFirst || undefined}
        onClick={() => isFirst || onMove(at - 1)}
      />
      <IconButton
        icon="down"
        label={isLast ? `${words.down(name)}. ${words.last}` : words.down(name)}
        aria-disabled={isLast || undefined}
        onClick={() => isLast || onMove(at + 1)}
      />
    </span>
  );
}

/** Where a mouse takes hold of the row; the buttons beside it do the same by key and by finger. */
function Grip({ isOn, of, row, onDrag }: Props & { row: React.RefObject<HTMLLIElement | null> }) {
  if (!isOn || of < 2) return <span className={css.noGrip} />;
  return (
    <span
      className={css.grip}
      title={words.drag}
      aria-hidden="true"
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', '');
        if (row.current) event.dataTransfer.setDragImage(row.current, 8, 8);
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
    >
      <Icon name="menu" />
    </span>
  );
}
