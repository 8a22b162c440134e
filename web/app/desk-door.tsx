import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Api } from '#web/api.ts';
import { type Desk, DeskProvider } from '#web/ask/desk.tsx';
import { toTrouble } from '#web/ask/trouble.ts';
import type { Door, Progress, Trouble } from '#web/compute/door.ts';
import { LockContext } from './lock.ts';
import { Opening } from './opening.tsx';
import { Locked, Refusal } from './refusal.tsx';

type State =
  | { is: 'opening'; progress: Progress | null }
  | { is: 'open'; desk: Desk }
  | { is: 'refused'; trouble: Trouble }
  | { is: 'locked' };

type Props = {
  door: Door;
  api: Api;
  onClear: () => void; // answers kept on this side of the door go too
  children: ReactNode;
};

/** Opens the door, says how far it is, and shows the screens only once it is open. Lock closes it again. */
export function DeskDoor({ door, api, onClear, children }: Props) {
  const [state, setState] = useState<State>({ is: 'opening', progress: null });
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try opens the door again
  useEffect(() => {
    let isCurrent = true;
    const show = (next: State) => {
      if (isCurrent) setState(next);
    };
    show({ is: 'opening', progress: null });
    const settle = (next: State) => {
      show(next);
      isCurrent = false; // a worker that is still reading must not cover a refusal with its progress
    };
    open(door, api, (progress) => show({ is: 'opening', progress }))
      .then((desk) => settle({ is: 'open', desk }))
      .catch((thrown: unknown) => settle({ is: 'refused', trouble: toTrouble(thrown) }));
    return () => {
      isCurrent = false;
    };
  }, [door, api, tries]);

  const retry = useCallback(() => setTries((n) => n + 1), []);
  const lock = useCallback(() => {
    setState({ is: 'locked' }); // first the screen, so that nothing stays in sight while the worker forgets
    onClear();
    void door.close();
  }, [door, onClear]);

  if (state.is === 'opening') return <Opening progress={state.progress} />;
  if (state.is === 'refused') return <Refusal trouble={state.trouble} onRetry={retry} />;
  if (state.is === 'locked') return <Locked onUnlock={retry} />;
  return (
    <LockContext value={lock}>
      <DeskProvider desk={state.desk}>{children}</DeskProvider>
    </LockContext>
  );
}

async function open(door: Door, api: Api, onProgress: (progress: Progress) => void): Promise<Desk> {
  const [session, opened] = await Promise.all([api.session(), door.open(onProgress)]);
  return { door, opened, session };
}
