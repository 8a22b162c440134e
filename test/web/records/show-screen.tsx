import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Session } from '#data/schema/session.ts';
import { show } from '#test/fixture/show.tsx';
import { SessionProvider } from '#web/ask/session.tsx';

/** One screen of the records, without the calls, in the name of a person of `role` on the demo's morning. */
export function showScreen(screen: () => ReactElement, role: Session['role'], width = 1280): Promise<HTMLElement> {
  const session: Session = {
    ...{ personId: `p-${role}`, name: 'Oduya', title: 'Chief', district: null, role, releaseLevel: 'restricted' },
    ...{ city: 'Small City', demo: false, nowLocal: '2026-12-14T07:42:00', basemap: null, idleMinutes: 15 },
  };
  const router = createRouter({
    routeTree: createRootRoute({ component: screen }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  return show(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <SessionProvider session={session}>
          <RouterProvider router={router} />
        </SessionProvider>
      </QueryClientProvider>
    </MantineProvider>,
    width,
  );
}
