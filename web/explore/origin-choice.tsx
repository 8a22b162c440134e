import type { Filter } from '#data/schema/filter.ts';
import { filterWords } from '#web/ask/filter-words.ts';
import { useView } from '#web/ask/use-view.ts';
import { choiceWords } from './choice-words.ts';
import css from './choices.module.css';

const ORIGINS: readonly Filter['origin'][] = ['public', 'officer', 'all'];

export function OriginChoice({ onDone }: { onDone: () => void }) {
  const { filter, change } = useView();
  return (
    <div role="radiogroup" aria-label={filterWords.origin[filter.origin]}>
      {ORIGINS.map((origin) => (
        <button
          key={origin}
          type="button"
          role="radio"
          aria-checked={origin === filter.origin}
          className={css.option}
          onClick={() => {
            change({ filter: { origin } });
            onDone();
          }}
        >
          <span>
            {filterWords.origin[origin]}
            <br />
            <span className="caption">{choiceWords.originAbout[origin]}</span>
          </span>
        </button>
      ))}
    </div>
  );
}
