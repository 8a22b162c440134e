import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { POLICY_PROFILES } from '#data/policy/profiles.ts';
import { may } from '#data/schema/permissions.ts';
import { Proof } from '#data/schema/records/proof.ts';
import { RegisterChoices } from '#data/schema/records/register-answers.ts';
import { ApiFailed } from '#web/api.ts';
import { windowInWords } from '#web/ask/date-words.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import { getJson } from '#web/records/shared/send.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ClauseRow } from './clause-row.tsx';
import css from './proof.module.css';
import { words } from './words.ts';

type Asked = { profile: string; from: string; to: string };
const PROFILES = POLICY_PROFILES.map(({ profileId, title }) => ({ value: profileId, label: title }));

/** `/proof`: what an assessor asks for. */
export function ProofScreen() {
  const { data: who, error } = useQuery({
    queryKey: ['register-choices'],
    queryFn: () => getJson(RegisterChoices, '/api/records/register-choices'),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is scrolled by keys
    <div className={css.page} role="region" aria-label={words.title} tabIndex={0}>
      <header>
        <h1>{words.title}</h1>
        <p className="caption">{words.about}</p>
      </header>
      {error && !who && <Failed error={error} />}
      {who && <Asking today={who.today} mayWrite={may(who.me.role, 'proof.write')} />}
    </div>
  );
}

function Asking({ today, mayWrite }: { today: string; mayWrite: boolean }) {
  const [asked, setAsked] = useState<Asked>({
    profile: PROFILES[0]?.value ?? '',
    from: `${today.slice(0, 4)}-01-01`,
    to: today,
  });
  const query = new URLSearchParams(asked).toString();
  const { data, error, refetch } = useQuery({
    queryKey: ['proof', query],
    queryFn: () => getJson(Proof, `/api/records/proof?${query}`),
    placeholderData: keepPreviousData,
    enabled: asked.from !== '' && asked.to !== '',
  });
  return (
    <>
      <div className={css.asked}>
        <ListField
          label={words.policy}
          value={asked.profile}
          choices={PROFILES}
          onPick={(profile) => setAsked({ ...asked, profile })}
        />
        <Field
          label={words.from}
          type="date"
          value={asked.from}
          max={asked.to}
          onChange={(event) => setAsked({ ...asked, from: event.currentTarget.value })}
        />
        <Field
          label={words.to}
          type="date"
          value={asked.to}
          min={asked.from}
          onChange={(event) => setAsked({ ...asked, to: event.currentTarget.value })}
        />
        <span className={css.exports}>
          {(['html', 'csv'] as const).map((format) => (
            <a
              key={format}
              className={css.export}
              href={`/api/records/proof/export?${query}&format=${format}`}
              download
            >
              <Icon name="export" /> {format === 'csv' ? words.csv : words.page}
            </a>
          ))}
        </span>
      </div>
      <p className={css.onPaper}>
        {PROFILES.find(({ value }) => value === asked.profile)?.label}, {windowInWords(asked)}
      </p>
      <p className={`caption ${css.exported}`}>{words.exported}</p>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton height={400} />}
      {data && <Clauses proof={data} mayWrite={mayWrite} />}
    </>
  );
}

function Clauses({ proof, mayWrite }: { proof: Proof; mayWrite: boolean }) {
  const gaps = proof.clauses.filter((clause) => clause.gaps.length > 0);
  const proved = proof.clauses.filter((clause) => clause.gaps.length === 0);
  const shelves = [
    { title: words.gapsFirst, clauses: gaps },
    { title: words.proved, clauses: proved },
  ];
  return (
    <>
      <p className="answer">{words.answer(gaps.length, proof.clauses.length)}</p>
      {shelves.map(
        ({ title, clauses }) =>
          clauses.length > 0 && (
            <section key={title} aria-label={title}>
              <h2>
                {title} <span>{clauses.length}</span>
              </h2>
              {clauses.map((clause) => (
                <ClauseRow key={clause.clause} clause={clause} crosswalk={proof.crosswalk} mayWrite={mayWrite} />
              ))}
            </section>
          ),
      )}
    </>
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const isForbidden = error instanceof ApiFailed && error.status === 403;
  return (
    <Notice
      kind={isForbidden ? 'locked' : 'fault'}
      title={isForbidden ? words.forbiddenTitle : words.failedTitle}
      actions={onRetry && !isForbidden ? <Button onClick={onRetry}>{words.again}</Button> : null}
    >
      {error.message}
    </Notice>
  );
}
