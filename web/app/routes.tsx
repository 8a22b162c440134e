import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent as later,
  type RouterHistory,
} from '@tanstack/react-router';
import { type Address, parseAddress, stringifyAddress } from '#web/ask/address.ts';
import { ExploreScreen } from '#web/explore/explore-screen.tsx';
import { FigureScreen } from './figure-screen.tsx';
import { Missing } from './missing.tsx';
import { Shell } from './shell.tsx';
import { Stopped } from './stopped.tsx';

const keepSearch = (search: Record<string, unknown>): Address =>
  Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string | string[]] => isWordOrList(entry[1])),
  );

const isWordOrList = (value: unknown): value is string | string[] =>
  typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'));

const root = createRootRoute({ component: Shell, validateSearch: keepSearch, notFoundComponent: Missing });
const screens = [
  createRoute({ getParentRoute: () => root, path: '/', component: ExploreScreen }),
  createRoute({
    getParentRoute: () => root,
    path: '/spikes',
    component: later(() => import('#web/spikes/spikes-screen.tsx'), 'SpikesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sql',
    component: later(() => import('#web/sql/sql-screen.tsx'), 'SqlScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sources',
    component: later(() => import('#web/sources/sources-screen.tsx'), 'SourcesScreen'),
  }),
  createRoute({ getParentRoute: () => root, path: '/figure/$code', component: FigureScreen }),
];

/** The screens and their addresses. What a screen shows is in the search part, in words. */
export const createDeskRouter = (history?: RouterHistory) =>
  createRouter({
    ...(history ? { history } : {}),
    routeTree: root.addChildren(screens),
    parseSearch: parseAddress,
    stringifySearch: stringifyAddress,
    defaultErrorComponent: ({ error, reset }: ErrorComponentProps) => <Stopped error={error} onRetry={reset} />,
    defaultStructuralSharing: true,
    scrollRestoration: true,
  });
