import type { ConcernStory } from '#data/schema/records/concern-story.ts';
import { kindName } from '#web/ask/kinds.ts';
import { longDate } from '#web/chart/week-axis.ts';
import { Button } from '#web/ui/button.tsx';
import { listed } from '#web/ui/words.ts';
import css from './intake-sheet.module.css';
import { sheetWords as words } from './sheet-words.ts';
import { nameOf, titleOf } from './use-story.ts';

/** The intake sheet whole, its three named parts first; it prints alone on one sheet (1902.3 A). */
export function IntakeSheet({ story }: { story: ConcernStory }) {
  const { concern, groups, people } = story;
  if (concern.words === '') return null; // the city's specialist does not see it
  const facts: [string, string][] = [
    [words.reference, concern.concernId],
    [
      words.heard,
      `${longDate(concern.heardAt.slice(0, 10))}, ${words.ways[concern.way]}${concern.meetingId === null ? '' : ` (${concern.meetingId})`}`,
    ],
    [words.filedBy, nameOf(people, concern.filedBy)],
    [words.owner, concern.ownerId === null ? words.none : nameOf(people, concern.ownerId)],
    [words.kind, concern.category === null ? words.none : kindName(concern.category)],
    [words.area, [concern.placeWords, listed(groups.map(({ name }) => name))].filter((part) => part !== '').join('; ')],
    [words.placeIs, words.confidence[concern.placeConfidence]],
    [words.whenHappens, concern.whenHappens],
    [words.since, concern.since],
    [words.howOften, concern.howOften],
    [words.whoAffected, concern.whoAffected],
    [words.people, concern.peopleCount === null ? '' : String(concern.peopleCount)],
    [words.safety, concern.safetyNow ? words.yes : words.no],
    [words.contact, words.wishes[concern.contactWish]],
    [words.contactName, concern.contactName],
    [words.contactReach, concern.contactReach],
    [words.language, words.languages[concern.language]],
    [words.cases, concern.caseNumbers.join(', ')],
  ];
  return (
    <section className={css.sheet} data-prints="alone" aria-labelledby="intake-sheet">
      <header className={css.head}>
        <h2 id="intake-sheet">{words.title}</h2>
        <Button small onClick={() => print()}>
          {words.print}
        </Button>
      </header>
      <p className={css.printTitle}>
        {concern.concernId} {titleOf(concern)}
      </p>
      <div className={css.parts}>
        <Part title={words.concern} text={concern.words} />
        <Part title={words.efforts} text={concern.efforts} />
        <Part title={words.solutions} text={concern.recommendedSolutions} />
      </div>
      <dl className={css.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p className={text === '' ? css.none : undefined}>{text === '' ? words.notSaid : text}</p>
    </div>
  );
}
