import { type ReactNode, useState } from 'react';
import type { ConcernStory } from '#data/schema/records/concern-story.ts';
import { actWords as words } from './act-words.ts';

/** What every form of the page is given. */
export type FormProps = { story: ConcernStory; onClose: () => void; meanwhile: ReactNode };

/** The lines that somebody else wrote since the form was opened: shown at a conflict. */
export function useMeanwhile({ updates }: ConcernStory): ReactNode {
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
