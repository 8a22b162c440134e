import { useMemo } from 'react';
import type { Concern } from '#data/schema/records/concern.ts';
import type { ConcernStory } from '#data/schema/records/concern-story.ts';
import { toCsv } from '#web/ask/csv.ts';
import { useDeskIfOpen } from '#web/ask/desk.tsx';
import { kindName } from '#web/ask/kinds.ts';
import { csvFile, saveFile } from '#web/ask/save-file.ts';
import { longDate } from '#web/chart/week-axis.ts';
import { areasAt } from '#web/records/shared/areas-at.ts';
import { referralState } from '#web/records/shared/referral-words.ts';
import { Button } from '#web/ui/button.tsx';
import { listed } from '#web/ui/words.ts';
import css from './intake-sheet.module.css';
import { middleOf } from './middle-of.ts';
import { sheetWords as words } from './sheet-words.ts';
import { nameOf, titleOf } from './use-story.ts';
import { words as page } from './words.ts';

/** The intake sheet whole, its three named parts first; it prints alone on one sheet, and exports as one (1902.3 A). */
export function IntakeSheet({ story }: { story: ConcernStory }) {
  const beats = useBeats(story.concern.place);
  const { concern, groups, people, hidesReach } = story;
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
    [words.beat, listed(beats)],
    [words.placeIs, words.confidence[concern.placeConfidence]],
    [words.whenHappens, concern.whenHappens],
    [words.since, concern.since],
    [words.howOften, concern.howOften],
    [words.whoAffected, concern.whoAffected],
    [words.people, concern.peopleCount === null ? '' : String(concern.peopleCount)],
    [words.safety, concern.safetyNow ? words.yes : words.no],
    [words.contact, words.wishes[concern.contactWish]],
    [words.contactName, hidesReach && concern.contactWish !== 'anonymous' ? words.hidden : concern.contactName],
    [words.contactReach, concern.contactReach],
    [words.language, words.languages[concern.language]],
    [words.cases, concern.caseNumbers.join(', ')],
    ...outcomeOf(story),
  ];
  const parts: [string, string][] = [
    [words.concern, concern.words],
    [words.efforts, concern.efforts],
    [words.solutions, concern.recommendedSolutions],
  ];
  const said = facts.filter(([, value]) => value !== '');
  const save = () => {
    const csv = toCsv([words.part, words.says], [...parts, ...said]);
    const told = { kind: 'concern', recordId: concern.concernId, words: words.title };
    saveFile(`${concern.concernId} intake sheet.csv`, csvFile(csv), told);
  };
  return (
    <section className={css.sheet} data-prints="alone" aria-labelledby="intake-sheet">
      <header className={css.head}>
        <h2 id="intake-sheet">{words.title}</h2>
        <span className={css.acts}>
          <Button small icon="export" onClick={save}>
            {words.export}
          </Button>
          <Button small onClick={() => print()}>
            {words.print}
          </Button>
        </span>
      </header>
      <p className={css.printTitle}>
        {concern.concernId} {titleOf(concern)}
      </p>
      <div className={css.parts}>
        {parts.map(([title, text]) => (
          <Part key={title} title={title} text={text} />
        ))}
      </div>
      <dl className={css.facts}>
        {said.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What came of it: the last lines of the sheet. */
function outcomeOf({ concern, referrals }: ConcernStory): [string, string][] {
  const { nextStep, nextStepOn, lastToldOn, closedOn, closeReason, closeWords, residentAgrees } = concern;
  const agrees = residentAgrees === null ? words.notAsked : words[residentAgrees ? 'yes' : 'no'];
  return [
    [words.nextStep, nextStep === '' || nextStepOn === null ? nextStep : `${nextStep}, ${page.promised(nextStepOn)}`],
    [words.referred, listed(referrals.map((each) => `${each.to} (${referralState(each)})`))],
    [words.told, lastToldOn === null ? words.neverTold : longDate(lastToldOn)],
    [words.outcome, closedOn === null ? '' : `${page.closed(closedOn, closeReason)}. ${closeWords}`],
    [words.agrees, closedOn === null ? '' : agrees],
  ];
}

/** The beats that hold the middle of its place, where the boundaries are open. */
function useBeats(place: Concern['place']): string[] {
  const beats = useDeskIfOpen()?.opened.layers.beats;
  return useMemo(() => (place === null ? [] : areasAt(beats?.features ?? [], middleOf(place))), [beats, place]);
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p className={text === '' ? css.none : undefined}>{text === '' ? words.notSaid : text}</p>
    </div>
  );
}
