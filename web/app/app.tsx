import '#web/ui/tokens.css';
import '#web/ui/base.css';
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/dates/styles.layer.css';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import type { Session } from '#data/schema/session.ts';
import { type Api, ApiFailed } from '#web/api.ts';
import { forgetPerson } from '#web/records/intake/kept-on-phone.ts';
import { forgetState } from '#web/wall/live/kept-state.ts';
import { CallsDoor, type OpenDoor } from './calls-door.tsx';
import { Gate } from './gate.tsx';
import { homeOf } from './home-of.ts';
import { Looks } from './looks.tsx';
import { createDeskRouter } from './routes.tsx';
import { addressBefore } from './sign-on.ts';
import { LastResort } from './stopped.tsx';

/** The whole page over a door that can be opened: the real one in `main.tsx`, another in tests. */
export function App({ openDoor, api, history }: { openDoor: OpenDoor; api: Api; history?: RouterHistory }) {
  const [router] = useState(() => {
    const made = createDeskRouter(history);
    const before = history ? null : addressBefore(location);
    if (before !== null) made.history.replace(before);
    return made;
  });
  const recheck = useRef<() => void>(() => undefined);
  const [queries] = useState(() => makeQueries(() => recheck.current()));
  const clear = useCallback(() => {
    queries.clear();
    void forgetPerson(); // what waits on this device stays, unseen
    void forgetState(); // of a wall that was looked at here
  }, [queries]);
  const readAgain = useCallback(() => void queries.invalidateQueries(), [queries]);
  const recheckOn = useCallback((work: () => void) => {
    recheck.current = work;
  }, []);
  const goHome = useCallback(
    ({ role }: Session) => {
      if (router.history.location.pathname !== '/') return; // an address that was asked for is where one goes
      const home = homeOf(role, (address) => address in router.routesByPath);
      if (home !== '/') router.history.replace(home);
    },
    [router],
  );
  return (
    <Looks>
      <LastResort>
        <QueryClientProvider client={queries}>
          <Gate api={api} recheckOn={recheckOn} onEnter={goHome} onClear={clear} onNewDay={readAgain}>
            <CallsDoor openDoor={openDoor} api={api}>
              <RouterProvider router={router} />
            </CallsDoor>
          </Gate>
        </QueryClientProvider>
      </LastResort>
    </Looks>
  );
}

/** Answers are kept until the session ends; one that says "signed out" ends it. */
function makeQueries(onSignedOut: () => void): QueryClient {
  const onError = (failure: unknown) => {
    const isTrouble = typeof failure === 'object' && failure !== null && Reflect.get(failure, 'code') === 'signed-out';
    if (isTrouble || (failure instanceof ApiFailed && failure.isSignedOut)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    // Without a connection a screen says so and can be tried again; by itself a query would wait without a word.
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
