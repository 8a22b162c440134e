import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { PatternLine } from '#data/schema/records/pattern.ts';
import { momentInWords, windowInWords } from '#web/ask/date-words.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { Awaited } from '#web/records/shared/awaited.tsx';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { listed } from '#web/ui/words.ts';
import css from './patterns.module.css';
import { type Status, useGroupNames, usePatterns } from './use-pattern.ts';
import { words } from './words.ts';

const MOST = 500;

/** `/patterns`: calls held together by an analyst, open and closed. */
export function PatternsScreen() {
  const mayRead = useMay('pattern.read');
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const status: Status = search.show === 'closed' || search.show === 'all' ? search.show : 'open';
  const query = usePatterns(status);
  const { data } = query;
  if (!mayRead) {
    return (
      <div className={css.page}>
        <h1>{words.title}</h1>
        <Notice kind="locked" title={words.forbidden} />
      </div>
    );
  }
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1>{words.title}</h1>
          <p className="caption">{words.lead}</p>
        </div>
      </header>
      <div className={css.choice}>
        <Segmented
          label={words.shows}
          segments={[
            { value: 'open', label: words.open },
            { value: 'closed', label: words.closed },
            { value: 'all', label: words.all },
          ]}
          value={status}
          onChange={(show) => void navigate({ to: '/patterns', search: show === 'open' ? {} : { show } })}
        />
        {data && data.length > 0 && <span className="caption">{words.listed(data.length)}</span>}
      </div>
      <Awaited query={query} failed={words.failed} reading={words.reading} height={240} />
      {data?.length === 0 && (
        <Quiet
          title={words.noneTitle[status]}
          actions={
            <Link to="/" className="link">
              {words.toExplore}
            </Link>
          }
        >
          {words.none}
        </Quiet>
      )}
      {data && data.length > 0 && <Table lines={data} hasStatus={status === 'all'} />}
      {data && data.length >= MOST && <p className="caption">{words.atMost}</p>}
    </div>
  );
}

function Table({ lines, hasStatus }: { lines: readonly PatternLine[]; hasStatus: boolean }) {
  const { groupName } = useGroupNames();
  const { nowLocal } = useSession();
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          {Object.values(words.columns).map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.patternId}>
            <th scope="row">
              <Link to="/patterns/$patternId" params={{ patternId: line.patternId }} className={css.name ?? ''}>
                {line.name}
              </Link>{' '}
              <span className="code">{line.patternId}</span>{' '}
              {hasStatus && line.status === 'closed' && <Tag look="line">{words.closed}</Tag>}
            </th>
            <td data-head={words.columns.type}>{words.types[line.type]}</td>
            <td data-head={words.columns.days}>{windowInWords(line)}</td>
            <td data-head={words.columns.groups}>{listed(line.groupIds.map(groupName)) || words.noGroup}</td>
            <td data-head={words.columns.calls}>{words.callsKept(line.kept, line.leftOut)}</td>
            <td data-head={words.columns.sent}>
              {line.lastSentAt === null ? words.neverSent : momentInWords(line.lastSentAt, nowLocal)}
            </td>
            <td data-head={words.columns.label}>{words.labels[line.label]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
