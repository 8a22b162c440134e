import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { callsInWords, filterInWords } from '#web/ask/filter-words.ts';
import { useView } from '#web/ask/use-view.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import type { MethodEntry } from './catalog.ts';
import css from './frame.module.css';
import { words } from './words.ts';

/** A method in the place of the area's answer: its question, what it found, and how it is worked out. */
export function MethodPanel({ entry }: { entry: MethodEntry }) {
  const { opened } = useDesk();
  const { filter, change } = useView();
  const areas = useAreas(filter.layer);
  const { method, name, question, Panel, ownPlaceAndDays } = entry;
  return (
    <section className={css.panel} aria-label={name}>
      <header className={css.head}>
        <div className={css.titleRow}>
          <h2 className={css.title}>{name}</h2>
          <IconButton icon="close" label={words.close} onClick={() => change({ method: null, options: {} })} />
        </div>
        <p className={css.question}>{question}</p>
        <p className="caption">
          {ownPlaceAndDays ? callsInWords(filter, opened) : filterInWords(filter, areas, opened)}.
        </p>
      </header>
      <Suspense fallback={<Skeleton height={160} />}>
        <Panel />
      </Suspense>
      <p className={css.how}>
        <Link to="/how/$method" params={{ method }}>
          {words.how}
        </Link>
      </p>
    </section>
  );
}
