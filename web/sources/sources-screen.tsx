import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { momentInWords, monthInWords } from '#web/ask/date-words.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { useView } from '#web/ask/use-view.ts';
import { PLAIN_VIEW } from '#web/ask/view.ts';
import { longDate } from '#web/chart/week-axis.ts';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { count } from '#web/ui/words.ts';
import { SourceLags } from './source-lags.tsx';
import css from './sources-screen.module.css';
import { words } from './words.ts';

/** Age, extent and losses of the data: what any number on the other screens rests on. */
export function SourcesScreen() {
  const { opened } = useDesk();
  const { manifest, unreadable } = opened;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is scrolled by keys
    <div className={css.page} role="region" aria-label={words.title} tabIndex={0}>
      <header>
        <h1>{words.title}</h1>
        <p className="caption">{words.about}</p>
      </header>
      {unreadable.map(({ file, year, reason }) => (
        <Notice key={file} kind="fault" title={`${year}: ${words.unread}`}>
          {reason}
        </Notice>
      ))}
      <Ages />
      <Section title={words.late}>
        <SourceLags manifest={manifest} />
      </Section>
      <Taken />
      <Reconciled />
      <Years />
      <Boundaries />
      <section>
        <h2>{words.versions}</h2>
        <p>
          <span className="code">{manifest.manifest}</span>{' '}
          {words.madeAt(manifest.madeAt.slice(0, 16).replace('T', ' '))}{' '}
          {words.level(manifest.releaseLevel, manifest.withheld)}
        </p>
      </section>
    </div>
  );
}

function Ages() {
  const { opened, session } = useDesk();
  return (
    <Section title={words.ages}>
      <table className={css.table}>
        <Heads names={[words.source, words.first, words.last, words.readAt, words.expected]} />
        <tbody>
          {opened.manifest.sources.map((source) => (
            <tr key={source.source}>
              <th scope="row">{source.title}</th>
              <td>
                {opened.months.length > 0
                  ? monthInWords(source.firstReceivedLocal)
                  : longDate(source.firstReceivedLocal.slice(0, 10))}
              </td>
              <td>
                {opened.months.length > 0
                  ? monthInWords(source.lastReceivedLocal)
                  : momentInWords(source.lastReceivedLocal, session.nowLocal)}
              </td>
              <td>{source.readAt.slice(0, 16).replace('T', ' ')} UTC</td>
              <td>{source.expectedEveryHours === null ? words.finished : words.every(source.expectedEveryHours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** What became of every record ever read, source by source; a row adds up to what was read. */
function Taken() {
  const { opened } = useDesk();
  const { read, accepted, rejected, duplicates, superseded, replaced } = words.taken;
  return (
    <Section title={words.takenIn}>
      <table className={css.table}>
        <Heads
          names={[words.source, read, accepted, rejected, duplicates, superseded, replaced]}
          numeric={[1, 2, 3, 4, 5, 6]}
        />
        <tbody>
          {opened.manifest.sources.map(({ source, title, taken }) => (
            <tr key={source}>
              <th scope="row">{title}</th>
              <td className="number">{count(taken.read)}</td>
              <td className="number">{count(taken.accepted)}</td>
              <td className="number">{count(taken.rejected)}</td>
              <td className="number">{count(taken.duplicates)}</td>
              <td className="number">{count(taken.superseded)}</td>
              <td className="number">{count(taken.replaced)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="caption">{words.takenNote}</p>
      <HeldBack />
    </Section>
  );
}

/** Why calls that were accepted never reach the map. */
function HeldBack() {
  const { opened } = useDesk();
  const reasons = opened.manifest.sources.flatMap(({ source, quarantined }) =>
    Object.entries(quarantined).map(([reason, n]) => ({ key: `${source} ${reason}`, reason, n })),
  );
  if (reasons.length === 0) return null;
  return (
    <p className="caption">
      {words.heldBack}: {reasons.map(({ reason, n }) => `${count(n)} ${reason.replaceAll('-', ' ')}`).join('; ')}.
    </p>
  );
}

/** All calls of all years, by where they ended up; the parts add up to what was read. */
function Reconciled() {
  const { opened, door } = useDesk();
  const { filter } = useView();
  const { noun } = useAreas(filter.layer);
  const { firstDay, lastDay } = opened;
  const all = { ...PLAIN_VIEW.filter, origin: 'all' as const, layer: filter.layer, from: firstDay, to: lastDay };
  const records = useQuery({
    queryKey: ['records', opened.manifest.manifest, all],
    queryFn: () => door.recordsOf(all),
  });
  if (records.isError)
    return (
      <Notice kind="fault" title={words.reconciled}>
        {records.error.message}
      </Notice>
    );
  const r = records.data;
  return (
    <Section title={words.reconciled}>
      {r === undefined ? (
        <Skeleton height={180} />
      ) : (
        <table className={css.sums}>
          <tbody>
            <Sum label={words.sums.read} n={r.read} isTotal />
            <Sum label={words.sums.inside(noun[0])} n={r.inside} />
            <Sum label={words.sums.inSeveral(noun[1])} n={r.inSeveral} />
            <Sum label={words.sums.outside} n={r.outside} />
            <Sum label={words.sums.unplaced} n={r.unplaced} />
            <Sum label={words.sums.quarantined} n={r.quarantined} />
          </tbody>
        </table>
      )}
      <p className="caption">{words.heldBackNote}</p>
    </Section>
  );
}

function Sum({ label, n, isTotal = false }: { label: string; n: number; isTotal?: boolean }) {
  return (
    <tr className={isTotal ? css.sum : undefined}>
      <th scope="row">{label}</th>
      <td className="number">{count(n)}</td>
    </tr>
  );
}

function Years() {
  const { opened } = useDesk();
  const unread = new Set(opened.unreadable.map(({ file }) => file));
  return (
    <Section title={words.years}>
      <table className={css.table}>
        <Heads names={[words.year, words.calls, words.withheld, words.size, words.state]} numeric={[1, 2, 3]} />
        <tbody>
          {opened.manifest.extracts.map(({ file, year, rows, withheld, bytes }) => (
            <tr key={file}>
              <th scope="row">{year}</th>
              <td className="number">{count(rows)}</td>
              <td className="number">{count(withheld)}</td>
              <td className="number">{words.megabytes(bytes)}</td>
              <td>{unread.has(file) ? words.unread : words.read}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Boundaries() {
  const { opened } = useDesk();
  return (
    <Section title={words.boundaries}>
      <table className={css.table}>
        <Heads names={[words.layer, words.areas, words.version]} numeric={[1]} />
        <tbody>
          {opened.manifest.areas.map(({ layer, title, count: n, version }) => (
            <tr key={layer}>
              <th scope="row">{title}</th>
              <td className="number">{count(n)}</td>
              <td className="code">{version}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Heads({ names, numeric = [] }: { names: readonly string[]; numeric?: readonly number[] }) {
  return (
    <thead>
      <tr>
        {names.map((name, at) => (
          <th key={name} scope="col" className={numeric.includes(at) ? 'number' : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
