import { Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Icon } from './icons.tsx';
import css from './sentence.module.css';

/** A sentence whose nouns can be changed: plain words and `Choice`s in one line. */
export function Sentence({ label, children, end }: { label: string; children: ReactNode; end?: ReactNode }) {
  return (
    <section className={css.sentence} aria-label={label}>
      <div className={css.words}>{children}</div>
      {end && <div className={css.end}>{end}</div>}
    </section>
  );
}

/** One noun of the sentence: shows what is chosen, opens what could be chosen. */
export function Choice({
  label,
  chosen,
  narrowed = false,
  width = 320,
  children,
}: {
  label: string;
  chosen: string;
  narrowed?: boolean;
  width?: number | 'auto';
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus width={width} shadow="none">
      <Popover.Target>
        <button
          type="button"
          className={narrowed ? `${css.choice} ${css.narrowed}` : css.choice}
          aria-label={`${label}: ${chosen}`}
          onClick={() => setOpen(!open)}
        >
          <span>{chosen}</span>
          <Icon name="down" />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{open && children(close)}</Popover.Dropdown>
    </Popover>
  );
}
