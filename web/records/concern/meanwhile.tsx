import { useState } from 'react';
import type { ConcernStory } from '#data/schema/records/concern-story.ts';
import { actWords as words } from './act-words.ts';

/** At a conflict: the lines that were written since the form was opened. */
export function Meanwhile({ story: { updates } }: { story: ConcernStory }) {
  const [known] = useState(() => new Set(updates.map(({ updateId }) => updateId)));
  const since = updates.filter(({ updateId }) => !known.has(updateId));
  if (since.length === 0) return null;
  return (
    <>
      <p>{words.latest}</p>
      <ul>
        {since.map(({ updateId, from, words: said }) => (
          <li key={updateId}>
            <b>{from}</b> {said}
          </li>
        ))}
      </ul>
    </>
  );
}
