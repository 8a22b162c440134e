import { Fragment, useState } from 'react';
import type { PatternCall } from '#data/schema/records/pattern.ts';
import { kindName, typeName } from '#web/ask/kinds.ts';
import { Button } from '#web/ui/button.tsx';
import { Check } from '#web/ui/field.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { blockOf, CallFacts, timeInWords } from './call-facts.tsx';
import css from './calls-list.module.css';
import { LeaveOut } from './leave-out.tsx';
import type { CallLine } from './use-calls.ts';
import { words } from './words.ts';

type Props = {
  lines: readonly CallLine[];
  mayWrite: boolean;
  isLastKept: boolean;
  pointed: readonly string[];
  onPoint: (callIds: readonly string[]) => void;
  onChange: (line: CallLine, now: PatternCall) => void;
};

type Open = { callId: string; for: 'facts' | 'reason' } | null;

/** A row a call, opened where it stands; unticking asks why before anything is left out. */
export function CallRows({ lines, mayWrite, isLastKept, pointed, onPoint, onChange }: Props) {
  const [open, setOpen] = useState<Open>(null);
  const hasKinds = new Set(lines.map(({ row }) => row?.category)).size > 1;
  const columns = mayWrite ? 3 : 2;
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{words.callsTitle}</caption>
      <colgroup>
        {mayWrite && <col className={css.tickColumn} />}
        <col className={css.numberColumn} />
        <col />
      </colgroup>
      <tbody>
        {lines.map((line) => {
          const { callId } = line;
          const isOpen = open?.callId === callId;
          return (
            <Fragment key={callId}>
              <tr
                className={line.kept ? css.kept : css.out}
                data-pointed={pointed.includes(callId)}
                onPointerEnter={() => onPoint([callId])}
                onPointerLeave={() => onPoint([])}
                onFocus={() => onPoint([callId])}
                onBlur={() => onPoint([])}
              >
                {mayWrite && (
                  <td className={css.tick}>
                    <Check
                      label={<span className="visually-hidden">{words.keep(line.mark)}</span>}
                      checked={line.kept && !(isOpen && open.for === 'reason')}
                      onChange={(isKept) => {
                        if (!isKept) return setOpen({ callId, for: 'reason' });
                        setOpen(null);
                        if (!line.kept) onChange(line, { callId, kept: true, reason: '' });
                      }}
                    />
                  </td>
                )}
                <td className={css.number}>
                  <span className={line.kept ? css.dot : css.ring}>{line.mark}</span>
                </td>
                <th scope="row">
                  <Name
                    line={line}
                    hasKind={hasKinds}
                    isOpen={isOpen && open.for === 'facts'}
                    onOpen={() => setOpen(isOpen && open.for === 'facts' ? null : { callId, for: 'facts' })}
                  />
                  {!line.kept && (
                    <p className={css.why}>
                      {words.leftOut(line.reason)}
                      {mayWrite && (
                        <Button look="quiet" small onClick={() => onChange(line, { callId, kept: true, reason: '' })}>
                          <span aria-hidden="true">{words.takeInShort}</span>
                          <span className="visually-hidden">{words.takeIn(line.mark)}</span>
                        </Button>
                      )}
                    </p>
                  )}
                </th>
              </tr>
              {isOpen && (
                <tr className={css.opened}>
                  <td colSpan={columns}>
                    {open.for === 'facts' && line.row && <CallFacts row={line.row} />}
                    {open.for === 'reason' && (
                      <LeaveOut
                        mark={line.mark}
                        refused={isLastKept && line.kept ? words.oneKept : null}
                        onCancel={() => setOpen(null)}
                        onReason={(reason) => {
                          setOpen(null);
                          onChange(line, { callId, kept: false, reason });
                        }}
                      />
                    )}
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function Name({
  line: { row, mark, callId },
  hasKind,
  isOpen,
  onOpen,
}: {
  line: CallLine;
  hasKind: boolean;
  isOpen: boolean;
  onOpen: () => void;
}) {
  if (row === null) {
    return (
      <p className={css.unknown}>
        {callId} <span className="caption">{words.heldBack}</span>
      </p>
    );
  }
  return (
    <button type="button" className={css.name} aria-expanded={isOpen} onClick={onOpen}>
      <span className="visually-hidden">{words.openCall(mark)}: </span>
      <span className={css.when}>
        <b>{timeInWords(row)}</b> {hasKind && kindName(row.category)}
      </span>
      <span className={css.place}>
        {blockOf(row)}
        {row.disposition !== null && <span className={css.closed}>{typeName(row.disposition)}</span>}
      </span>
      <Icon name={isOpen ? 'up' : 'down'} size={12} />
    </button>
  );
}
