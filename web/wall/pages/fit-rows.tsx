import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTypeLoaded } from '#web/wall/type/text-width.ts';
import css from './fit-rows.module.css';
import { usePageSize } from './page-size.ts';

type Props<Item> = {
  items: readonly Item[];
  atMost: number;
  keyOf: (item: Item, index: number) => string;
  row: (item: Item) => ReactNode;
  more: (left: number) => string;
  total?: number; // when there are more than the items given
};

/** As many whole rows as the height allows, and how many more there are. */
export function FitRows<Item>({ items, atMost, keyOf, row, more, total = items.length }: Props<Item>) {
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<number | null>(null); // null: all are drawn, to be measured
  const most = Math.min(atMost, items.length);
  const candidates = items.slice(0, most);
  const subject = candidates.map(keyOf).join('|');
  const size = usePageSize();
  const isTypeLoaded = useTypeLoaded();

  useLayoutEffect(() => {
    if (!frame.current) return;
    const measured = frame.current;
    let isFirst = true; // told of at once, and measured already
    const watch = new ResizeObserver(() => {
      if (!isFirst) setShown(null);
      isFirst = false;
    });
    watch.observe(measured);
    return () => watch.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows, another page or type are measured anew
  useLayoutEffect(() => setShown(null), [subject, total, size, isTypeLoaded]);
  useLayoutEffect(() => {
    if (shown !== null || !frame.current) return;
    setShown(rowsThatFit(frame.current, most, total));
  }, [shown, most, total]);

  const visible = shown ?? most;
  const left = total - visible;
  return (
    <div ref={frame} className={css.frame}>
      <ul className={css.rows}>
        {candidates.slice(0, visible).map((item, index) => (
          <li key={keyOf(item, index)} data-row>
            {row(item)}
          </li>
        ))}
      </ul>
      {(left > 0 || shown === null) && (
        <p className={css.more} data-more>
          {more(Math.max(1, left))}
        </p>
      )}
    </div>
  );
}

/** Never fewer than one: a page that names nothing answers nothing. */
function rowsThatFit(frame: HTMLElement, most: number, total: number): number {
  const room = frame.clientHeight;
  const heights = [...frame.querySelectorAll('[data-row]')].map((row) => row.getBoundingClientRect().height);
  const moreHeight = frame.querySelector('[data-more]')?.getBoundingClientRect().height ?? 0;
  for (let rows = most; rows > 1; rows -= 1) {
    const needed = heights.slice(0, rows).reduce((sum, height) => sum + height, 0) + (rows < total ? moreHeight : 0);
    if (needed <= room + 0.5) return rows;
  }
  return Math.min(1, most);
}
