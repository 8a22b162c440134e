import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Session } from '#data/schema/session.ts';
import { show } from '#test/fixture/show.tsx';
import { parseAddress, stringifyAddress } from '#web/ask/address.ts';
import { SessionProvider } from '#web/ask/session.tsx';

/** One screen of the records, without the calls, in the name of a person of `role` on the demo's morning. */
export const showScreen = (screen: () => ReactElement, role: Session['role'], width = 1280): Promise<HTMLElement> =>
  showScreenAt({ screen, path: '/', address: '/' }, role, width);

/** The same for a screen that reads its address: `path` as the app routes it (`/register/$kind`). */
export function showScreenAt(
  { screen, path, address }: { screen: () => ReactElement; path: string; address: string },
  role: Session['role'],
  width = 1280,
): Promise<HTMLElement> {
  const session: Session = {
    ...{ personId: `p-${role}`, name: 'Oduya', title: 'Chief', district: null, role, releaseLevel: 'restricted' },
    ...{ city: 'Small City', demo: false, nowLocal: '2026-12-14T07:42:00', basemap: null, idleMinutes: 15 },
  };
  const root = createRootRoute();
  const router = createRouter({
    routeTree: root.addChildren([createRoute({ getParentRoute: () => root, path, component: screen })]),
    history: createMemoryHistory({ initialEntries: [address] }),
    parseSearch: parseAddress, // as the app reads an address
    stringifySearch: stringifyAddress,
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
