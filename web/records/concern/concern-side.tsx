import type { ConcernStory } from '#data/schema/records/concern-story.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import { ReferralActs } from '#web/records/shared/referral-acts.tsx';
import { referralWords } from '#web/records/shared/referral-words.ts';
import { SilentTag } from '#web/records/shared/silent-tag.tsx';
import { listed } from '#web/ui/words.ts';
import css from './concern.module.css';
import { ConcernMap } from './concern-map.tsx';
import { touchedBy } from './use-story.ts';
import { words } from './words.ts';

/** Where it is, whom it was passed to, and who said what to whom. */
export function ConcernSide({ story }: { story: ConcernStory }) {
  const { concern, groups, referrals, updates } = story;
  return (
    <aside className={css.side}>
      <ConcernMap concern={concern} />
      <section className={css.block}>
        <h2 className="visually-hidden">{words.place}</h2>
        <p className={css.strong}>{concern.placeWords || words.noPlace}</p>
        {groups.length > 0 && <p className="caption">{words.inGroups(listed(groups.map(({ name }) => name)))}</p>}
      </section>
      {referrals.map((referral) => (
        <section key={referral.referralId} className={css.block}>
          <div className={css.blockHead}>
            <h2>{words.referral(referral.to)}</h2>
            <SilentTag referral={referral} />
          </div>
          <p className={css.quiet}>
            {words.why} {referral.whyNeeded} {referral.status === 'waiting' ? words.still : referral.answer}
          </p>
          <div className={css.blockActs}>
            <ReferralActs referral={referral} touches={touchedBy(concern.concernId)} />
            <span className="caption">{referralWords.nudges(referral)}</span>
          </div>
        </section>
      ))}
      <section className={`${css.block} ${css.grows}`}>
        <div className={css.blockHead}>
          <h2>{words.log}</h2>
          <span className="caption">{words.entries(updates.length)}</span>
        </div>
        {updates.length === 0 && <p className={css.none}>{words.noLog}</p>}
        <ol className={css.log}>
          {updates.map(({ updateId, at, from, to, words: said }) => (
            <li key={updateId}>
              <time dateTime={at}>{shortDate(at.slice(0, 10))}</time>
              <div>
                <p className="caption">{words.speaker(from, to)}</p>
                <p>{said}</p>
              </div>
            </li>
          ))}
        </ol>
      </section>
      <footer className={css.foot}>
        <p>
          {words.lastWord} <b>{concern.lastToldOn === null ? words.never : shortDate(concern.lastToldOn)}</b>
        </p>
        {concern.nextStepOn !== null && (
          <p>
            {words.nextStep} <b>{shortDate(concern.nextStepOn)}</b>
          </p>
        )}
      </footer>
    </aside>
  );
}
