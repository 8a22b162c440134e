import { reviewDueOn } from '#analysis/duty/policy-duties.ts';
import type { Settings } from '#data/policy/choices.ts';
import { PolicyChoices } from '#data/policy/choices.ts';
import { profileOf } from '#data/policy/profiles.ts';
import type { PolicyProfile } from '#data/schema/policy.ts';
import { useSession } from '#web/ask/session.tsx';
import { longDate } from '#web/chart/week-axis.ts';
import type { Act } from '#web/records/shared/use-act.ts';
import { Check, Field } from '#web/ui/field.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { Overtaken } from './overtaken.tsx';
import css from './setting.module.css';
import type { Draft } from './use-draft.ts';
import { policiesInWords } from './value-words.ts';
import { words } from './words.ts';

type Props = { draft: Draft; act: Act; mayManage: boolean };
const OFFERED = PolicyChoices.shape.profiles.element.options;

/** Each policy we have as data: whether it is in force, and how its own review stands. */
export function Policies({ draft, act, mayManage }: Props) {
  const { settings, set } = draft;
  const fault = act.fault('profiles');
  return (
    <section className={css.part} aria-label={words.policies}>
      <h2>{words.policies}</h2>
      <p className={css.lead}>{words.policiesWhy}</p>
      {OFFERED.flatMap((profileId) => {
        const profile = profileOf(profileId);
        if (profile === undefined) return [];
        const isOn = settings.profiles.includes(profileId);
        return (
          <article key={profileId} className={css.row}>
            <div className={css.policy}>
              <h3>{profile.title}</h3>
              <p>
                {[profile.department, words.revised(longDate(profile.revisedOn)), words.clauses(profile.clauses.length)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <div className={css.control}>
              {mayManage ? (
                <Check
                  label={words.inForce}
                  checked={isOn}
                  onChange={(on) =>
                    set(
                      'profiles',
                      OFFERED.filter((each) => (each === profileId ? on : settings.profiles.includes(each))),
                    )
                  }
                />
              ) : (
                <Tag look={isOn ? 'ground' : 'line'}>{isOn ? words.inForce : words.notInForce}</Tag>
              )}
              <Review profile={profile} draft={draft} act={act} mayManage={mayManage} />
            </div>
          </article>
        );
      })}
      {fault && (
        <p className={css.fault} role="alert">
          {fault}
        </p>
      )}
      <Overtaken keys={['profiles', 'reviewedOn']} draft={draft} value={policiesInWords(draft.kept)} />
    </section>
  );
}

function Review({ profile, draft, act, mayManage }: Props & { profile: PolicyProfile }) {
  const { nowLocal } = useSession();
  const { profileId, reviewEvery } = profile;
  const { reviewedOn } = draft.settings;
  if (reviewEvery === 'none') return <p className="caption">{words.noReview}</p>;
  const today = nowLocal.slice(0, 10);
  const dueOn = reviewDueOn(profileId, reviewedOn);
  const next = dueOn && (dueOn < today ? words.reviewPast : words.nextReview)(longDate(dueOn));
  const told = `${words.reviewEveryYear} ${next ?? ''}`;
  if (!mayManage) return <ReviewTold last={reviewedOn[profileId]} told={told} />;
  return (
    <Field
      label={words.reviewed}
      type="date"
      max={today}
      value={reviewedOn[profileId] ?? ''}
      fault={act.fault(`reviewedOn.${profileId}`)}
      hint={told}
      onChange={(event) => draft.set('reviewedOn', withDay(reviewedOn, profileId, event.currentTarget.value))}
    />
  );
}

const ReviewTold = ({ last, told }: { last: string | undefined; told: string }) => (
  <p className="caption">
    {last ? `${words.reviewed} ${longDate(last)}` : words.notReviewed}. {told}
  </p>
);

function withDay(reviewedOn: Settings['reviewedOn'], profileId: string, day: string): Settings['reviewedOn'] {
  const { [profileId]: _, ...others } = reviewedOn;
  return day === '' ? others : { ...others, [profileId]: day };
}
