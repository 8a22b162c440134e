import { Outlet } from '@tanstack/react-router';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Api } from '#web/api.ts';
import { DeskProvider } from '#web/ask/desk.tsx';
import { useMay, useSession } from '#web/ask/session.tsx';
import { tellAudit } from '#web/ask/tell-audit.ts';
import { toTrouble } from '#web/ask/trouble.ts';
import { useAddress } from '#web/ask/use-view.ts';
import type { Door, Progress, Trouble } from '#web/compute/door.ts';
import { Notice } from '#web/ui/notice.tsx';
import { roleInWords } from './door-words.ts';
import { isWanted, type OpenCalls, openCalls } from './open-calls.ts';
import css from './opening.module.css';
import { Opening } from './opening.tsx';
import { Refusal } from './refusal.tsx';
import { SessionActsContext } from './session-acts.ts';
import { WayHome } from './way-home.tsx';
import { words } from './words.ts';

/** A door with its own end: the worker behind it and all its memory go. */
export type OpenDoor = () => Door & { terminate(): void };

type State =
  | { is: 'shut' }
  | { is: 'opening'; progress: Progress | null }
  | ({ is: 'open'; door: Door } & OpenCalls)
  | { is: 'refused'; trouble: Trouble };

type Want = (manifest: string | null) => void; // null: the calls of now

const DoorContext = createContext<{ state: State; want: Want; retry: () => void }>({
  state: { is: 'shut' },
  want: () => undefined,
  retry: () => undefined,
});

/**
 * The door to the calls, opened by the first screen that needs them: a concern is taken on a phone
 * without a city's calls being read first. It ends with the session, and where other calls are wanted: those of a former
 * manifest and those of now are never held at once.
 */
export function CallsDoor({ openDoor, api, children }: { openDoor: OpenDoor; api: Api; children: ReactNode }) {
  const session = useSession();
  const { recheck } = useContext(SessionActsContext);
  const [state, setState] = useState<State>({ is: 'shut' });
  const [wanted, setWanted] = useState<{ tries: number; manifest: string | null }>({ tries: 0, manifest: null });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try opens another door
  useEffect(() => {
    if (wanted.tries === 0) return undefined;
    const door = openDoor();
    let isCurrent = true;
    const show = (next: State) => {
      if (isCurrent) setState(next);
    };
    show({ is: 'opening', progress: null });
    const settle = (next: State) => {
      show(next);
      isCurrent = false; // a worker that is still reading must not cover a refusal with its progress
    };
    openCalls(door, wanted.manifest, (progress) => show({ is: 'opening', progress }))
      .then(({ opened, missed }) => {
        settle({ is: 'open', door, opened, missed });
        if (session.releaseLevel !== 'public') {
          const { manifest, rows } = opened.manifest;
          tellAudit({ action: 'view-exact', kind: 'extract', recordId: manifest, words: `${rows} calls loaded` });
        }
      })
      .catch((thrown: unknown) => {
        const trouble = toTrouble(thrown);
        settle({ is: 'refused', trouble });
        if (trouble.code === 'signed-out') recheck();
      });
    return () => {
      isCurrent = false;
      door.terminate();
    };
  }, [openDoor, api, wanted]);

  const want = useCallback<Want>(
    (manifest) => {
      if (state.is === 'open' && isWanted(state, manifest)) return;
      setWanted((now) => (now.tries > 0 && now.manifest === manifest ? now : { tries: now.tries + 1, manifest }));
    },
    [state],
  );
  const retry = useCallback(() => setWanted(({ tries, manifest }) => ({ tries: tries + 1, manifest })), []);
  const desk = useMemo(() => {
    if (state.is !== 'open') return null;
    const { door, opened, missed } = state;
    return { door, opened, session, missed };
  }, [state, session]);
  const kept = useMemo(() => ({ state, want, retry }), [state, want, retry]);
  return (
    <DoorContext value={kept}>
      <DeskProvider desk={desk}>{children}</DeskProvider>
    </DoorContext>
  );
}

/** The frame of every screen that needs the calls: shows them once those that the address asks for are there. */
export function NeedsCalls() {
  const { state, want, retry } = useContext(DoorContext);
  const { manifest } = useAddress();
  const mayRead = useMay('extract.read');
  useEffect(() => {
    if (mayRead) want(manifest);
  }, [mayRead, want, manifest]);
  if (!mayRead) return <NoCalls />;
  if (state.is === 'open' && isWanted(state, manifest)) return <Outlet />;
  return (
    <div className={css.card}>
      {state.is === 'refused' ? (
        <Refusal trouble={state.trouble} onRetry={retry} />
      ) : (
        <Opening progress={state.is === 'opening' ? state.progress : null} />
      )}
    </div>
  );
}

/** To a role that has no calls. */
export function NoCalls() {
  const { role } = useSession();
  return (
    <div className={css.card}>
      <Notice kind="locked" title={words.notYoursTitle} actions={<WayHome />}>
        {words.notYours(roleInWords(role))}
      </Notice>
    </div>
  );
}

/** The frame of a screen that is whole without the calls: it opens them where the role may, and does not wait. */
export function AsksForCalls() {
  const { want } = useContext(DoorContext);
  const mayRead = useMay('extract.read');
  useEffect(() => {
    if (mayRead) want(null);
  }, [mayRead, want]);
  return <Outlet />;
}
