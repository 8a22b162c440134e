import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ReferralList, type ReferralScope } from '#data/schema/records/concern-story.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import { Awaited } from '#web/records/shared/awaited.tsx';
import { ReferralActs } from '#web/records/shared/referral-acts.tsx';
import { referralWords } from '#web/records/shared/referral-words.ts';
import { getJson } from '#web/records/shared/send.ts';
import { SilentTag } from '#web/records/shared/silent-tag.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import css from './referrals.module.css';
import { words } from './words.ts';

type Row = ReferralList['referrals'][number];
const SCOPES = ['mine', 'silent', 'all'] as const;

const useReferrals = (scope: ReferralScope) =>
  useQuery({
    queryKey: ['referrals', scope],
    queryFn: () => getJson(ReferralList, `/api/records/referrals?scope=${scope}`),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });

/** `/referrals`: what was passed on and is still on somebody's desk, the oldest first. Who has none begins with all. */
export function ReferralsScreen() {
  const [picked, setPicked] = useState<ReferralScope | null>(null);
  const mine = useReferrals('mine');
  const scope = picked ?? (mine.data?.referrals.length === 0 ? 'all' : 'mine');
  const { data, error, isPlaceholderData, refetch } = useReferrals(scope);
  const list = picked === null && isPlaceholderData ? undefined : data; // nobody's empty list stands for all
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{words.title}</h1>
        <Segmented
          label={words.scope}
          value={scope}
          onChange={setPicked}
          segments={SCOPES.map((value) => ({ value, label: words.scopes[value] }))}
        />
      </header>
      {!list && (
        <Awaited
          query={{ error, refetch, isPending: true }}
          failed={words.failedTitle}
          forbidden={words.forbiddenTitle}
          reading={words.loading}
          height={200}
        />
      )}
      {list && <Listed list={list} scope={scope} />}
    </div>
  );
}

function Listed({ list: { referrals, silentAfterDays }, scope }: { list: ReferralList; scope: ReferralScope }) {
  const waiting = referrals.filter(({ status }) => status === 'waiting');
  const silent = waiting.filter(({ isSilent }) => isSilent);
  if (referrals.length === 0) return <Quiet title={words.noneTitle[scope]}>{words.none}</Quiet>;
  return (
    <>
      <p className="answer">{words.answer(waiting.length, silent.length, silentAfterDays)}</p>
      <p className={css.note}>{words.note}</p>
      <table className={css.table}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            {(['to', 'concern', 'why', 'state', 'acts'] as const).map((head) => (
              <th key={head} scope="col">
                {words.heads[head]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {referrals.map((row) => (
            <ReferralRow key={row.referralId} row={row} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function ReferralRow({ row }: { row: Row }) {
  const { concern } = row;
  return (
    <tr>
      <th scope="row">
        {row.to}
        <span className="caption">
          <span className="code">{row.referralId}</span> {row.isInside ? words.inside : ''}
        </span>
      </th>
      <td>
        <Link to="/concerns/$concernId" params={{ concernId: concern.concernId }} className="link">
          {concern.title || concern.concernId}
        </Link>
        <span className="caption">{concern.concernId}</span>
      </td>
      <td>{row.whyNeeded}</td>
      <td>
        <SilentTag referral={row} />
        <span className="caption">
          {[words.expected(shortDate(row.expectedBy)), referralWords.nudges(row)].filter(Boolean).join('. ')}
        </span>
      </td>
      <td>
        <div className={css.acts}>
          <ReferralActs referral={row} touches={[['referrals'], ['concern-story', concern.concernId]]} />
        </div>
      </td>
    </tr>
  );
}
