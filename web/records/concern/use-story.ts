import { useQuery } from '@tanstack/react-query';
import { ConcernStory, type StoryPerson } from '#data/schema/records/concern-story.ts';
import { getJson } from '#web/records/shared/send.ts';

export const storyKey = (concernId: string) => ['concern-story', concernId] as const;

/** Everything after an act on a concern that may have changed with it. */
export const touchedBy = (concernId: string) => [storyKey(concernId), ['referrals'], ['concerns'], ['escalations']];

/** Read again each time the page is opened: others work on it too. */
export const useStory = (concernId: string) =>
  useQuery({
    queryKey: storyKey(concernId),
    queryFn: () => getJson(ConcernStory, `/api/records/concerns/${encodeURIComponent(concernId)}/story`),
    refetchOnMount: 'always',
  });

/** "CRO Whitlock"; an id nobody of the list has is shown as it is. */
export function nameOf(people: readonly StoryPerson[], personId: string): string {
  const found = people.find((each) => each.personId === personId);
  return found ? `${found.title} ${found.name}`.trim() : personId;
}

/** What it is called: the staff summary, or the beginning of the resident's own words. */
export function titleOf({
  title,
  words,
  concernId,
}: Pick<ConcernStory['concern'], 'title' | 'words' | 'concernId'>): string {
  if (title !== '') return title;
  if (words === '') return concernId;
  return words.length <= 70 ? words : `${words.slice(0, words.lastIndexOf(' ', 68))} …`;
}
