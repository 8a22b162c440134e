import { useId, useState } from 'react';
import { needsAction } from '#analysis/report/lacks.ts';
import type { Report, ReportFigure, ReportItem } from '#data/schema/records/report.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { ActionLine } from './action-line.tsx';
import { Drafted } from './drafted.tsx';
import css from './report.module.css';
import type { Desk } from './use-report.ts';
import { words } from './words.ts';

const DECIDED = new Set(['c', 'd', 'recommended']);
export const REFERENCE = /^[A-Z]{1,3}-\d+$/;

/** One line of the paper: locked in its place, its sentence from records, its words and action from a person. */
export function PaperItem({
  report,
  part,
  item,
  mayWrite,
  isPicked,
  write,
  onPick,
}: {
  report: Report;
  part: string;
  item: ReportItem;
  mayWrite: boolean;
  isPicked: boolean;
  write: Desk['write'];
  onPick: (figure: ReportFigure | null) => void;
}) {
  const { itemId, title } = item;
  const isOwed = report.kind === 'quarterly' && report.status === 'draft' && DECIDED.has(part) && needsAction(item);
  return (
    <li className={isPicked ? css.itemOn : css.item}>
      <div className={css.itemHead}>
        <span title={words.fixed}>
          <Icon name="lock" size={13} />
        </span>
        {REFERENCE.test(itemId) && <span className={css.reference}>{itemId}</span>}
        <h3>
          <button type="button" aria-pressed={isPicked} onClick={() => onPick(null)}>
            {title}
          </button>
        </h3>
        {isOwed && (
          <span className={css.owed}>
            <Icon name="fault" size={13} />
            {words.needsAction}
          </span>
        )}
      </div>
      <div className={css.itemBody}>
        {item.drafted !== '' && (
          <p className={css.sentence}>
            <Drafted of={item} onPick={onPick} />
          </p>
        )}
        <Own item={item} mayWrite={mayWrite} onWrite={(value) => write({ part, itemId, field: 'words', value })} />
        {DECIDED.has(part) && (
          <ActionLine item={item} mayWrite={mayWrite} write={(edit) => write({ part, itemId, ...edit })} />
        )}
      </div>
    </li>
  );
}

/** The words of a person, beside what was drafted. */
function Own({ item, mayWrite, onWrite }: { item: ReportItem; mayWrite: boolean; onWrite: (value: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (!mayWrite) return item.words.trim() === '' ? null : <p className={css.own}>{item.words}</p>;
  if (isOpen) {
    return (
      <>
        <label htmlFor={id} className="visually-hidden">
          {words.yourWords(item.title)}
        </label>
        <textarea
          id={id}
          ref={focusOnce}
          className={css.writing}
          rows={3}
          maxLength={2000}
          value={item.words}
          onChange={(event) => onWrite(event.currentTarget.value)}
          onBlur={() => setOpen(false)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setOpen(false);
          }}
        />
      </>
    );
  }
  return (
    <div className={item.words.trim() === '' ? undefined : css.ownLine}>
      {item.words.trim() !== '' && <p className={css.own}>{item.words}</p>}
      <span className={css.ownButton}>
        <Button
          look="quiet"
          small
          onClick={() => setOpen(true)}
          aria-label={`${item.words === '' ? words.addWords : words.editWords}: ${item.title}`}
        >
          {item.words === '' ? words.addWords : words.editWords}
        </Button>
      </span>
    </div>
  );
}

/** Of one identity, so that a later drawing does not take the focus again. */
const focusOnce = (box: HTMLElement | null) => box?.focus();
