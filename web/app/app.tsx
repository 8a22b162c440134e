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
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { Api } from '#web/api.ts';
import { forgetSeen } from '#web/ask/use-seen.ts';
import type { Door } from '#web/compute/door.ts';
import { DeskDoor } from './desk-door.tsx';
import { Looks } from './looks.tsx';
import { createDeskRouter } from './routes.tsx';
import { LastResort } from './stopped.tsx';

/** The whole page over an open-able door: the real one in `main.tsx`, another in tests. */
export function App({ door, api, history }: { door: Door; api: Api; history?: RouterHistory }) {
  const [router] = useState(() => createDeskRouter(history));
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } } }),
  );
  const clear = useCallback(() => {
    queries.clear();
    forgetSeen();
  }, [queries]);
  return (
    <Looks>
      <LastResort>
        <DeskDoor door={door} api={api} onClear={clear}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </DeskDoor>
      </LastResort>
    </Looks>
  );
}
