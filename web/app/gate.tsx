import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { Session, Welcome } from '#data/schema/session.ts';
import type { Api } from '#web/api.ts';
import { SessionProvider } from '#web/ask/session.tsx';
import { toTrouble } from '#web/ask/trouble.ts';
import type { Trouble } from '#web/compute/door.ts';
import { DoorPage } from './door-page.tsx';
import { FirstRun } from './first-run.tsx';
import { Locked } from './locked.tsx';
import { Opening } from './opening.tsx';
import { Refusal } from './refusal.tsx';
import { type SessionActs, SessionActsContext } from './session-acts.ts';
import { SignIn } from './sign-in.tsx';
import { useWatch } from './use-watch.ts';

type State =
  | { is: 'asking' }
  | { is: 'out'; welcome: Welcome }
  | { is: 'in'; session: Session }
  | { is: 'refused'; trouble: Trouble };

type Props = {
  api: Api;
  recheckOn: (recheck: () => void) => void; // called with what to do when an answer says: signed out
  onEnter: (session: Session) => void; // somebody has just signed in
  onClear: () => void; // answers kept in this page go
  onNewDay: () => void; // the city's day has changed under an open page: what it shows is read again
  children: ReactNode;
};

/** Shows the screens to who is signed in, and the door to everybody else. Locking takes the screens away first. */
export function Gate({ api, recheckOn, onEnter, onClear, onNewDay, children }: Props) {
  const [state, setState] = useState<State>({ is: 'asking' });

  const leave = useCallback(
    async (say: () => Promise<void>) => {
      setState({ is: 'asking' }); // first the screen, so that nothing stays in sight meanwhile
      onClear();
      await say().catch(() => undefined); // a server that cannot be reached locks by itself
      setState(await ask(api));
    },
    [api, onClear],
  );
  const recheck = useCallback(() => leave(async () => undefined), [leave]);
  const renew = useCallback(
    (session: Session) => {
      setState((was) => (was.is === 'in' ? { is: 'in', session } : was)); // not where it was locked meanwhile
      onNewDay();
    },
    [onNewDay],
  );
  const acts = useMemo(
    () => ({
      renew,
      lock: () => void leave(() => api.lock()),
      signOut: () => void leave(() => api.signOut()),
      recheck: () => void recheck(),
    }),
    [api, leave, recheck, renew],
  );

  useEffect(() => {
    recheckOn(() => void recheck());
    void ask(api).then(async (first) => setState(await enteredByItself(api, first)));
  }, [api, recheckOn, recheck]);

  if (state.is === 'asking')
    return (
      <DoorPage>
        <Opening progress={null} />
      </DoorPage>
    );
  if (state.is === 'refused')
    return (
      <DoorPage>
        <Refusal trouble={state.trouble} onRetry={acts.recheck} />
      </DoorPage>
    );
  if (state.is === 'in') {
    return (
      <SessionProvider session={state.session}>
        <SessionActsContext value={acts}>
          <Watched api={api} session={state.session} acts={acts} />
          {children}
        </SessionActsContext>
      </SessionProvider>
    );
  }
  const enter = (session: Session) => {
    onEnter(session);
    setState({ is: 'in', session });
  };
  const { welcome } = state;
  if (welcome.firstRun) return <FirstRun api={api} welcome={welcome} onEnter={enter} />;
  if (welcome.locked) {
    const unlock = (session: Session) => setState({ is: 'in', session }); // where one was, not where one starts
    return <Locked api={api} welcome={welcome} locked={welcome.locked} onUnlock={unlock} onLeave={acts.signOut} />;
  }
  return <SignIn api={api} welcome={welcome} onEnter={enter} />;
}

/** A page that stays open over midnight, or while somebody moves a demo's clock, goes on with the new day. */
function Watched({ api, session, acts }: { api: Api; session: Session; acts: SessionActs }) {
  const today = session.nowLocal.slice(0, 10);
  const { idleMinutes } = session;
  const { lock, recheck, renew } = acts;
  const onSeen = useCallback(
    (seen: Session) => void (seen.nowLocal.slice(0, 10) !== today && renew(seen)),
    [today, renew],
  );
  useWatch({ api, idleMinutes, onIdle: lock, onGone: recheck, onSeen });
  return null;
}

async function ask(api: Api): Promise<State> {
  try {
    const welcome = await api.welcome();
    return welcome.session === null ? { is: 'out', welcome } : { is: 'in', session: welcome.session };
  } catch (failure) {
    return { is: 'refused', trouble: toTrouble(failure) };
  }
}

/** A demo that was started for one role is entered without a press, when the page opens and not after a sign-out. */
async function enteredByItself(api: Api, first: State): Promise<State> {
  if (first.is !== 'out' || first.welcome.enterAs === null || first.welcome.locked) return first;
  const session = await api.enterDemo(first.welcome.enterAs).catch(() => null);
  return session ? { is: 'in', session } : first;
}
