import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { REGISTER } from '#data/register/catalog.ts';
import { may } from '#data/schema/permissions.ts';
import { RegisterEntry, RegisterKind } from '#data/schema/records/register.ts';
import type { EntryPage, RegisterChoices } from '#data/schema/records/register-answers.ts';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { type Draft, fromWarning, newDraft, toDraft } from './draft.ts';
import css from './entry.module.css';
import { EntryFacts } from './entry-facts.tsx';
import { EntryForm } from './entry-form.tsx';
import { EntrySide } from './entry-side.tsx';
import { Failed } from './failed.tsx';
import pageCss from './register.module.css';
import { registerPath, useChoices, useEntry } from './use-register.ts';
import { useWarnings } from './use-warnings.ts';
import { words } from './words.ts';

/** `/register/$kind/$entryId`: one entry, or a new one. */
export function EntryScreen() {
  const { kind: named, entryId } = useParams({ strict: false });
  const kind = RegisterKind.safeParse(named);
  const { data: choices, error, refetch } = useChoices();
  if (!kind.success || entryId === undefined) return <Quiet title={words.noneYet(String(named))} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is scrolled by keys
    <div className={pageCss.page} role="region" aria-label={REGISTER[kind.data].one} tabIndex={0}>
      <nav className={pageCss.crumbs} aria-label={words.title}>
        <Link to="/register" className="link">
          {words.title}
        </Link>
        ›
        <Link to="/register/$kind" params={{ kind: kind.data }} className="link">
          {REGISTER[kind.data].title}
        </Link>
      </nav>
      {error && !choices && <Failed error={error} onRetry={() => void refetch()} />}
      {choices && entryId === 'new' && <NewEntry key={kind.data} kind={kind.data} choices={choices} />}
      {choices && entryId !== 'new' && <OneEntry key={entryId} kind={kind.data} entryId={entryId} choices={choices} />}
    </div>
  );
}

function NewEntry({ kind, choices }: { kind: RegisterKind; choices: RegisterChoices }) {
  const { warning, group } = useSearch({ strict: false }) as { warning?: string; group?: string }; // the row boundary: the address
  const empty = newDraft(kind, choices, group ?? null);
  if (warning === undefined) return <Begin kind={kind} choices={choices} begun={empty} />;
  return <BeginFromWarning kind={kind} choices={choices} empty={empty} warning={warning} />;
}

type BeginProps = { kind: RegisterKind; choices: RegisterChoices };

function BeginFromWarning({ empty, warning, ...given }: BeginProps & { empty: Draft; warning: string }) {
  const { list, error } = useWarnings();
  if (list === undefined && error === null) return <Skeleton height={320} />;
  const warned = list?.find(({ subject }) => subject.replace('\n', '/') === warning);
  return (
    <>
      {warned === undefined && (
        <Notice
          kind="plain"
          title={words.warningGone}
          actions={
            <Link to="/register" className="link">
              {words.title}
            </Link>
          }
        >
          {words.warningGoneAbout}
        </Notice>
      )}
      <Begin {...given} begun={warned ? fromWarning(empty, warned) : empty} />
    </>
  );
}

function Begin({ kind, choices, begun }: BeginProps & { begun: Draft }) {
  const navigate = useNavigate();
  const act = useAct([['register'], ['early-warnings'], ['liaison-coverage']]);
  const begin = (draft: Draft) =>
    act.send(async () => {
      const { entryId } = await send(RegisterEntry, 'POST', registerPath(kind), draft);
      await navigate({ to: '/register/$kind/$entryId', params: { kind, entryId } });
    });
  return (
    <div className={css.writing}>
      <h1>{words.newTitle(REGISTER[kind].one)}</h1>
      <p className={pageCss.about}>{REGISTER[kind].about}</p>
      <EntryForm
        kind={kind}
        begun={begun}
        current={null}
        choices={choices}
        act={act}
        onSend={(draft) => void begin(draft)}
        onClose={() => void navigate({ to: '/register/$kind', params: { kind } })}
      />
    </div>
  );
}

function OneEntry({ kind, entryId, choices }: { kind: RegisterKind; entryId: string; choices: RegisterChoices }) {
  const { data, error, isPending, refetch } = useEntry(kind, entryId);
  if (isPending) return <Skeleton height={320} />;
  if (data === undefined) return error && <Failed error={error} onRetry={() => void refetch()} />;
  return <Shown kind={kind} page={data} choices={choices} />;
}

function Shown({ kind, page, choices }: { kind: RegisterKind; page: EntryPage; choices: RegisterChoices }) {
  const { entry } = page;
  const [begun, setBegun] = useState<Draft | null>(null);
  const act = useAct([['register'], ['liaison-coverage']]);
  const queries = useQueryClient();
  const mayWrite = mayKeep(kind, choices);
  const save = async (draft: Draft) => {
    const path = registerPath(kind, entry.entryId);
    const isTaken = await act.send(() => send(RegisterEntry, 'PATCH', path, { ...draft, revision: entry.revision }));
    if (isTaken) setBegun(null);
  };
  return (
    <>
      <header className={pageCss.head}>
        <div>
          <h1>{entry.title}</h1>
          <p className="caption">
            <span className="code">{entry.entryId}</span> {REGISTER[kind].one}
          </p>
        </div>
        {begun === null && (
          <div className={pageCss.acts}>
            {kind === 'project' && (
              <Link to="/projects/$entryId" params={{ entryId: entry.entryId }} className="link">
                {words.beforeAfter}
              </Link>
            )}
            {mayWrite && (
              <Button look="filled" onClick={() => setBegun(toDraft(entry))}>
                {words.edit}
              </Button>
            )}
          </div>
        )}
      </header>
      {begun === null ? (
        <div className={kind === 'project' ? css.stacked : css.split}>
          <EntryFacts page={page} choices={choices} />
          <EntrySide page={page} choices={choices} mayWrite={mayWrite} />
        </div>
      ) : (
        <EntryForm
          kind={kind}
          begun={begun}
          current={entry}
          choices={choices}
          act={act}
          onSend={(draft) => void save(draft)}
          onClose={() => {
            setBegun(null);
            void queries.invalidateQueries({ queryKey: ['register', kind, 'entry', entry.entryId] });
          }}
        />
      )}
    </>
  );
}

function mayKeep(kind: RegisterKind, { me }: RegisterChoices): boolean {
  const { keepers } = REGISTER[kind];
  if (keepers !== null && !keepers.includes(me.role)) return false;
  return may(me.role, kind === 'appointment' ? 'register.approve' : 'register.write');
}
