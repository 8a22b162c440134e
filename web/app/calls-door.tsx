import { Outlet } from '@tanstack/react-router';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Api } from '#web/api.ts';
import { DeskProvider } from '#web/ask/desk.tsx';
import { useMay, useSession } from '#web/ask/session.tsx';
import { tellAudit } from '#web/ask/tell-audit.ts';
import { toTrouble } from '#web/ask/trouble.ts';
import type { Door, Opened, Progress, Trouble } from '#web/compute/door.ts';
import { Notice } from '#web/ui/notice.tsx';
import { roleInWords } from './door-words.ts';
import css from './opening.module.css';
import { Opening } from './opening.tsx';
import { Refusal } from './refusal.tsx';
import { SessionActsContext } from './session-acts.ts';
import { words } from './words.ts';

/** A door with its own end: the worker behind it and all its memory go. */
export type OpenDoor = () => Door & { terminate(): void };

type State =
  | { is: 'shut' }
  | { is: 'opening'; progress: Progress | null }
  | { is: 'open'; door: Door; opened: Opened }
  | { is: 'refused'; trouble: Trouble };

const DoorContext = createContext<{ state: State; want: () => void; retry: () => void }>({
  state: { is: 'shut' },
  want: () => undefined,
  retry: () => undefined,
});

/**
 * The door to the calls, opened by the first screen that needs them: a concern is taken on a phone
 * without a city's calls being read first. It ends with the session.
 */
export function CallsDoor({ openDoor, api, children }: { openDoor: OpenDoor; api: Api; children: ReactNode }) {
  const session = useSession();
  const { recheck } = useContext(SessionActsContext);
  const [state, setState] = useState<State>({ is: 'shut' });
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try opens another door
  useEffect(() => {
    if (tries === 0) return undefined;
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
    door
      .open((progress) => show({ is: 'opening', progress }))
      .then((opened) => {
        settle({ is: 'open', door, opened });
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
  }, [openDoor, api, tries]);

  const want = useCallback(() => setTries((n) => Math.max(n, 1)), []);
  const retry = useCallback(() => setTries((n) => n + 1), []);
  const desk = useMemo(
    () => (state.is === 'open' ? { door: state.door, opened: state.opened, session } : null),
    [state, session],
  );
  const kept = useMemo(() => ({ state, want, retry }), [state, want, retry]);
  return (
    <DoorContext value={kept}>
      <DeskProvider desk={desk}>{children}</DeskProvider>
    </DoorContext>
  );
}

/** The frame of every screen that needs the calls: shows them once they are there. */
export function NeedsCalls() {
  const { state, want, retry } = useContext(DoorContext);
  const { role } = useSession();
  const mayRead = useMay('map.read');
  useEffect(() => {
    if (mayRead) want();
  }, [mayRead, want]);
  if (!mayRead) {
    return (
      <div className={css.card}>
        <Notice kind="locked" title={words.notYoursTitle}>
          {words.notYours(roleInWords(role))}
        </Notice>
      </div>
    );
  }
  if (state.is === 'open') return <Outlet />;
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

/** The frame of a screen that is whole without the calls: it opens them where the role may, and does not wait. */
export function AsksForCalls() {
  const { want } = useContext(DoorContext);
  const mayRead = useMay('map.read');
  useEffect(() => {
    if (mayRead) want();
  }, [mayRead, want]);
  return <Outlet />;
}
