import { Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Concern } from '#data/schema/records/concern.ts';
import type { ConcernRow } from '#data/schema/records/concern-filing.ts';
import { ApiFailed } from '#web/api.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './triage.module.css';
import { TriageDetail } from './triage-detail.tsx';
import { AskDialog, ConveyDialog } from './triage-dialogs.tsx';
import { TriageList } from './triage-list.tsx';
import { act, nameMeeting, useAlike, useConcern, useLetters, useWaiting, WAITING } from './use-triage.ts';
import { words } from './words.ts';

/** `/triage`: what came in, one after another, by keyboard or by touch (journey K1). */
export function TriageScreen() {
  const mayTriage = useMay('concern.triage');
  return mayTriage ? <Waiting /> : <NotTheirs />;
}

/** Reading concerns is open to more roles than deciding on them: who may not decide is told so, not shown the desk. */
function NotTheirs() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{words.title}</h1>
      </header>
      <Notice kind="locked" title={words.forbiddenTitle}>
        <Link to="/concerns" className="link">
          {words.toConcerns}
        </Link>
      </Notice>
    </div>
  );
}

function Waiting() {
  const { data, error, isPending, refetch } = useWaiting();
  const letters = useLetters();
  const names = useConcernNames();
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{words.title}</h1>
        <Link to="/concerns/import" className={css.open ?? ''}>
          {words.import}
        </Link>
        {data && <p>{words.about(data.total, names.triageDays)}</p>}
      </header>
      {letters > 0 && (
        <Notice
          kind="plain"
          inline
          title={words.letters(letters)}
          actions={<Link to="/letters">{words.openLetters}</Link>}
        />
      )}
      {isPending && (
        <div role="status" aria-label={words.loading}>
          <Skeleton height={240} />
        </div>
      )}
      {error && <Failed error={error} onAgain={() => void refetch()} />}
      {data && data.rows.length === 0 && <Quiet title={words.emptyTitle}>{words.empty}</Quiet>}
      {data && data.rows.length > 0 && <Desk rows={data.rows} names={names} />}
    </div>
  );
}

function Failed({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const isForbidden = error instanceof ApiFailed && error.status === 403;
  return (
    <Notice
      kind={isForbidden ? 'locked' : 'fault'}
      title={isForbidden ? words.forbiddenTitle : words.failedTitle}
      actions={isForbidden ? null : <Button onClick={onAgain}>{words.again}</Button>}
    >
      {error.message}
    </Notice>
  );
}

type Asked = 'assign' | 'convey' | 'ask';

function Desk({ rows, names }: { rows: readonly ConcernRow[]; names: ReturnType<typeof useConcernNames> }) {
  const { nowLocal } = useSession();
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<{ concernId: string; ownerId: string } | null>(null);
  const [dialog, setDialog] = useState<'convey' | 'ask' | null>(null);
  const [said, setSaid] = useState('');
  const row = rows[Math.min(at, rows.length - 1)];
  const concernId = row?.concernId ?? null;
  const { data: concern } = useConcern(concernId);
  const { data: alike } = useAlike(concern);
  const sending = useAct([WAITING, ['concerns'], ['concern-sheet'], ['alike']]);
  const ownerId = chosen?.concernId === concernId ? chosen.ownerId : (concern?.ownerId ?? '');

  const run = async (name: Asked | 'merge', body: Record<string, unknown>, done: string) => {
    if (concern === undefined) return;
    const { concernId: id, revision } = concern;
    if (!(await sending.send(() => act(id, name, { ...body, revision })))) return;
    setDialog(null);
    setSaid(done);
  };
  const assign = (it: Concern) => run('assign', { ownerId }, words.acted.assign(it.concernId, names.nameOf(ownerId)));
  const merge = (into: string) => concern && void run('merge', { into }, words.acted.merge(concern.concernId, into));
  const start = (name: Asked) => {
    if (name !== 'assign') return setDialog(name);
    if (concern && ownerId !== '') void assign(concern);
    return undefined;
  };
  const move = (by: number) => setAt(Math.max(0, Math.min(rows.length - 1, Math.min(at, rows.length - 1) + by)));

  const press = useEffectEvent((event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, dialog *');
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || dialog !== null) return;
    const first = alike?.[0];
    const keys: Record<string, () => void> = {
      j: () => move(1),
      k: () => move(-1),
      a: () => start('assign'),
      c: () => start('convey'),
      q: () => start('ask'),
      s: () => first && merge(first.concernId),
    };
    const work = keys[event.key.toLowerCase()];
    if (work === undefined || sending.isSending) return;
    event.preventDefault();
    work();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  return (
    <div className={css.desk}>
      <div>
        <TriageList rows={rows} at={Math.min(at, rows.length - 1)} limit={names.triageDays} onPick={setAt} />
        <p className={css.keys}>{words.keys}</p>
      </div>
      <div>
        <p className={css.acted} role="status">
          {said}
        </p>
        {sending.trouble && dialog === null && (
          <Notice kind={sending.isConflict ? 'stale' : 'fault'} title={words.refusedTitle}>
            {sending.isConflict ? words.conflict : sending.trouble.message}
          </Notice>
        )}
        {concern === undefined ? (
          <Skeleton height={240} />
        ) : (
          <TriageDetail
            concern={concern}
            alike={alike}
            names={names}
            nowLocal={nowLocal}
            ownerId={ownerId}
            onOwner={(next) => setChosen({ concernId: concern.concernId, ownerId: next })}
            onAct={start}
            onMerge={merge}
            onMeeting={(meetingId) => void sending.send(() => nameMeeting(concern, meetingId))}
          />
        )}
      </div>
      {concern && dialog === 'convey' && (
        <ConveyDialog
          concern={concern}
          units={names.units}
          act={sending}
          onClose={() => setDialog(null)}
          onSend={(body) => void run('convey', body, words.acted.convey(concern.concernId, body.unit))}
        />
      )}
      {concern && dialog === 'ask' && (
        <AskDialog
          concern={concern}
          act={sending}
          onClose={() => setDialog(null)}
          onSend={(body) => void run('ask', body, words.acted.ask(concern.concernId))}
        />
      )}
    </div>
  );
}
