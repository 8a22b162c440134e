import type { ReactNode } from 'react';
import type { ConcernStory } from '#data/schema/records/concern-story.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import { referralState } from '#web/records/shared/referral-words.ts';
import { Icon } from '#web/ui/icons.tsx';
import { SpeechMark } from '#web/ui/speech-mark.tsx';
import css from './concern.module.css';
import { titleOf } from './use-story.ts';
import { words } from './words.ts';

type Entry = { key: string; words: string; about: string };

/** You said, we did, not yet: the three columns that are also told to the group. */
export function SaidDidYet({ story }: { story: ConcernStory }) {
  const { concern } = story;
  return (
    <div className={css.columns}>
      <Column
        mark={<SpeechMark state={concern.status === 'closed' ? 'answered' : 'open'} size={14} />}
        title={words.youSaid}
        entries={saidIn(story)}
        none=""
      />
      <Column
        mark={<Icon name="check" size={16} />}
        title={words.weDid}
        entries={doneIn(story)}
        none={words.nothingDone}
      />
      {concern.status === 'closed' ? (
        <Column
          mark={<Icon name={isTold(concern) ? 'check' : 'clock'} size={16} />}
          title={isTold(concern) ? words.answerGiven : words.answerOwed}
          entries={[{ key: 'close', words: concern.closeWords, about: closedWhen(story) }]}
          none=""
        />
      ) : (
        <Column
          mark={<Icon name="clock" size={16} />}
          title={words.notYet}
          entries={openIn(story)}
          none={words.allDone}
        />
      )}
    </div>
  );
}

function Column({ mark, title, entries, none }: { mark: ReactNode; title: string; entries: Entry[]; none: string }) {
  return (
    <section>
      <h2 className={css.columnHead}>
        <span>{mark}</span>
        {title}
      </h2>
      {entries.length === 0 ? (
        <p className={css.none}>{none}</p>
      ) : (
        <ul>
          {entries.map((entry) => (
            <li key={entry.key} className={css.entry}>
              <p>{entry.words}</p>
              <p className="caption">{entry.about}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const oldestFirst = ({ updates }: ConcernStory, kind: 'said' | 'did') =>
  updates.filter((update) => update.kind === kind).toReversed();

function saidIn(story: ConcernStory): Entry[] {
  const { concern } = story;
  const first = concern.words === '' ? titleOf(concern) : concern.words;
  return [
    { key: 'first', words: first, about: words.people(concern.peopleCount, concern.heardAt.slice(0, 10)) },
    ...oldestFirst(story, 'said')
      .filter(({ at, words: said }) => at !== concern.heardAt || !first.startsWith(said)) // the words it was filed with
      .map(({ updateId, from, at, words: said }) => ({
        key: updateId,
        words: said,
        about: `${from}, ${shortDate(at.slice(0, 10))}`,
      })),
  ];
}

function doneIn(story: ConcernStory): Entry[] {
  const { efforts } = story.concern;
  return [
    ...(efforts === '' ? [] : [{ key: 'efforts', words: efforts, about: words.before }]),
    ...oldestFirst(story, 'did').map(({ updateId, at, words: said }) => ({
      key: updateId,
      words: said,
      about: shortDate(at.slice(0, 10)),
    })),
  ];
}

function openIn({ concern, referrals }: ConcernStory): Entry[] {
  const waiting = referrals.filter(({ status }) => status === 'waiting');
  const entries = waiting.map((referral) => ({
    key: referral.referralId,
    words: words.referred(referral.to),
    about: `${shortDate(referral.referredOn)}: ${referralState(referral).toLowerCase()}`,
  }));
  const { nextStep, nextStepOn, recommendedSolutions, lastToldOn } = concern;
  if (nextStep !== '') entries.push({ key: 'next', words: nextStep, about: words.promised(nextStepOn) });
  if (recommendedSolutions !== '') entries.push({ key: 'asked', words: recommendedSolutions, about: words.asked });
  if (lastToldOn === null) entries.push({ key: 'told', words: words.neverTold, about: words.neverToldMeta });
  return entries;
}

const closedWhen = ({ concern: { closedOn, closeReason } }: ConcernStory): string =>
  closedOn === null ? '' : words.closed(closedOn, closeReason);

const isTold = ({ closedOn, lastToldOn }: ConcernStory['concern']): boolean =>
  closedOn !== null && lastToldOn !== null && lastToldOn >= closedOn;
