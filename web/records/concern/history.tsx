import type { ConcernStory, StoryChange } from '#data/schema/records/concern-story.ts';
import { clockInWords } from '#web/ask/date-words.ts';
import { longDate } from '#web/chart/week-axis.ts';
import css from './concern.module.css';
import { nameOf } from './use-story.ts';
import { words } from './words.ts';

/** Who changed which field, from what to what. */
export function History({ story: { changes, people } }: { story: ConcernStory }) {
  if (changes.length === 0) return null;
  return (
    <details className={css.history}>
      <summary>
        {words.history} <span className="caption">{words.entries(changes.length)}</span>
      </summary>
      <p className="caption">{words.historyHint}</p>
      <ol>
        {changes.map((change) => (
          <li key={change.number}>
            <span className="caption">
              {longDate(change.localAt.slice(0, 10))}, {clockInWords(change.localAt)}, {nameOf(people, change.personId)}
              , {change.recordId}
            </span>
            <p>{inWords(change)}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}

function inWords({ action, changed, recordId }: StoryChange): string {
  if (action === 'create') return `${recordId} ${words.created}`;
  return Object.entries(changed)
    .map(([field, value]) => {
      const name = field.replaceAll('_', ' ');
      if (!Array.isArray(value)) return words.withheld(name);
      return words.setTo(name, valueInWords(value[0]), valueInWords(value[1]));
    })
    .join('; ');
}

function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return words.empty;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
