import '#web/chart/chart.css';
import { Link } from '@tanstack/react-router';
import { shortRate } from '#analysis/fair/said.ts';
import type { Comparison } from '#data/schema/records/comparison.ts';
import { ApiFailed } from '#web/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ChooseForm } from './choose-form.tsx';
import css from './compare.module.css';
import { OwnPasts } from './own-pasts.tsx';
import { RatesChart } from './rates-chart.tsx';
import { useAsked, useComparison, useNames } from './use-comparison.ts';
import { words } from './words.ts';

/** `/compare?a=&b=&category=&from=&to=`: two groups by their rates where that is fair, else why not. */
export function CompareScreen() {
  const { asked, ask } = useAsked();
  const { data: groups = [] } = useNames();
  const compared = useComparison(asked);
  const { data, error } = compared;
  const days = { from: asked.from ?? data?.from ?? '', to: asked.to ?? data?.to ?? '' };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is scrolled by keys
    <div className={css.screen} role="region" aria-label={words.title} tabIndex={0}>
      <header className={css.head}>
        <nav aria-label={words.groups}>
          <Link to="/groups" className="link">
            {words.groups}
          </Link>
        </nav>
        <h1>{words.title}</h1>
        <p className={css.about}>{words.about}</p>
      </header>
      <ChooseForm
        key={`${asked.groupIds.join()} ${asked.category} ${asked.from} ${asked.to}`}
        {...{ groups, asked, days }}
        onAsk={ask}
      />
      {asked.groupIds.length === 0 && <Quiet title={words.pickTwo} />}
      {asked.groupIds.length > 0 && compared.isPending && (
        <div role="status" aria-label={words.reading}>
          <Skeleton height={280} />
        </div>
      )}
      {error && <Unread error={error} onRetry={() => void compared.refetch()} />}
      {data && !error && (
        <div className={compared.isPlaceholderData ? `${css.answer} dim` : css.answer}>
          <Answer comparison={data} />
        </div>
      )}
    </div>
  );
}

function Answer({ comparison }: { comparison: Comparison }) {
  const { compared, from, to, sharedGround, source, caveat, convention } = comparison;
  return (
    <>
      <p className={css.days}>{words.days(from, to)}</p>
      {compared === null ? <Refused comparison={comparison} /> : <p className="answer">{compared.sentence}</p>}
      {compared !== null && <RatesChart {...{ comparison, compared }} />}
      {compared !== null && <Rows {...{ comparison, compared }} />}
      <OwnPasts groups={comparison.groups} />
      <footer className={css.foot}>
        <p>
          <b>{caveat}</b>
        </p>
        {compared !== null && sharedGround > 0 && <p>{words.sharedSome}</p>}
        <p>
          {words.source(source.titles, source.cutoffLocal)} {source.askedTo && words.askedTo(source.askedTo, to)}
        </p>
        {compared !== null && <p>{convention}</p>}
      </footer>
    </>
  );
}

function Refused({ comparison: { refusals } }: { comparison: Comparison }) {
  return (
    <section className={css.refused} aria-label={words.notCompared}>
      <h2>{words.notCompared}</h2>
      <ul>
        {refusals.map(({ reason, why, instead }) => (
          <li key={reason}>
            <p className={css.why}>{why}</p>
            <p className={css.instead}>{instead}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rows({ comparison, compared }: { comparison: Comparison; compared: NonNullable<Comparison['compared']> }) {
  const usualOf = (groupId: string) => comparison.groups.find((group) => group.groupId === groupId)?.usual;
  return (
    <div className={css.tableBox}>
      <table className={css.table}>
        <caption className="visually-hidden">{words.rows}</caption>
        <thead>
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col">{words.calls}</th>
            <th scope="col">{words.usual}</th>
            <th scope="col">{words.size[compared.denominator]}</th>
            <th scope="col">{words.rate}</th>
            <th scope="col">{words.may}</th>
          </tr>
        </thead>
        <tbody>
          {compared.rates.map(({ groupId, name, calls, denominator, per1000, low, high }) => {
            const usual = usualOf(groupId);
            return (
              <tr key={groupId}>
                <th scope="row">
                  <Link to="/groups/$groupId" params={{ groupId }} className="link">
                    {name}
                  </Link>
                </th>
                <td>{words.number(calls)}</td>
                <td>{usual ? words.range(words.number(usual.low), words.number(usual.high)) : words.noUsual}</td>
                <td>{words.number(denominator)}</td>
                <td>{shortRate(per1000)}</td>
                <td>{words.range(shortRate(low), shortRate(high))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Unread({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const status = error instanceof ApiFailed ? error.status : 0;
  const isFinal = status === 403 || status === 404 || status === 422;
  return (
    <Notice
      kind={status === 403 ? 'locked' : status === 422 ? 'plain' : 'fault'}
      title={status === 403 ? words.forbidden : status === 422 ? words.refused : words.failed}
      actions={isFinal ? null : <Button onClick={onRetry}>{words.again}</Button>}
    >
      {error.message}
    </Notice>
  );
}
