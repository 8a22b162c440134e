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
import { AsksForCalls, NeedsCalls } from './calls-door.tsx';
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
const calls = createRoute({ getParentRoute: () => root, id: 'calls', component: NeedsCalls });
const withCalls = createRoute({ getParentRoute: () => root, id: 'with-calls', component: AsksForCalls });

/** Screens over the calls: shown once the calls are open. */
const callScreens = [
  createRoute({ getParentRoute: () => calls, path: '/', component: ExploreScreen }),
  createRoute({
    getParentRoute: () => calls,
    path: '/spikes',
    component: later(() => import('#web/spikes/spikes-screen.tsx'), 'SpikesScreen'),
  }),
  createRoute({
    getParentRoute: () => calls,
    path: '/sql',
    component: later(() => import('#web/sql/sql-screen.tsx'), 'SqlScreen'),
  }),
  createRoute({
    getParentRoute: () => calls,
    path: '/sources',
    component: later(() => import('#web/sources/sources-screen.tsx'), 'SourcesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/how/$method',
    component: later(() => import('#web/methods/how/how-screen.tsx'), 'HowScreen'),
  }),
  createRoute({ getParentRoute: () => root, path: '/figure/$code', component: FigureScreen }),
];

/** Screens over our records: they open without the calls, also for roles that see none. */
const recordScreens = [
  createRoute({
    getParentRoute: () => root,
    path: '/duties',
    component: later(() => import('#web/records/duty/duties-screen.tsx'), 'DutiesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/duties/mine',
    component: later(() => import('#web/records/duty/mine-screen.tsx'), 'MineScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/duties/command',
    component: later(() => import('#web/records/duty/command-screen.tsx'), 'CommandScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/me',
    component: later(() => import('#web/records/account/me-screen.tsx'), 'MeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/accounts',
    component: later(() => import('#web/records/account/accounts-screen.tsx'), 'AccountsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/walls',
    component: later(() => import('#web/records/wall-device/screens-screen.tsx'), 'ScreensScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/audit',
    component: later(() => import('#web/records/audit/audit-screen.tsx'), 'AuditScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/concerns',
    component: later(() => import('#web/records/concern-list/concern-list-screen.tsx'), 'ConcernListScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/concerns/import',
    component: later(() => import('#web/records/triage/import-screen.tsx'), 'ImportScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/meetings',
    component: later(() => import('#web/records/meeting/meetings-screen.tsx'), 'MeetingsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/promises',
    component: later(() => import('#web/records/meeting/promises-screen.tsx'), 'PromisesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/meetings/$meetingId',
    component: later(() => import('#web/records/meeting/meeting-screen.tsx'), 'MeetingScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/groups',
    component: later(() => import('#web/records/group/groups-screen.tsx'), 'GroupsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/groups/$groupId',
    component: later(() => import('#web/records/group/group-screen.tsx'), 'GroupScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/groups/$groupId/boundary',
    component: later(() => import('#web/records/group/boundary-screen.tsx'), 'BoundaryScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/groups/$groupId/briefing',
    component: later(() => import('#web/records/briefing/briefing-screen.tsx'), 'BriefingScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/hand-outs/$handOutId',
    component: later(() => import('#web/records/briefing/hand-out-screen.tsx'), 'HandOutScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/compare',
    component: later(() => import('#web/records/compare/compare-screen.tsx'), 'CompareScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/triage',
    component: later(() => import('#web/records/triage/triage-screen.tsx'), 'TriageScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/letters',
    component: later(() => import('#web/records/letter/letters-screen.tsx'), 'LettersScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/operations',
    component: later(() => import('#web/records/operation/operations-screen.tsx'), 'OperationsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/referrals',
    component: later(() => import('#web/records/referral/referrals-screen.tsx'), 'ReferralsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/hand-outs',
    component: later(() => import('#web/records/hand-out-run/runs-screen.tsx'), 'RunsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/escalations',
    component: later(() => import('#web/records/escalation/escalations-screen.tsx'), 'EscalationsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports',
    component: later(() => import('#web/records/report/reports-screen.tsx'), 'ReportsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports/$reportId',
    component: later(() => import('#web/records/report/report-screen.tsx'), 'ReportScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports/close/$month',
    component: later(() => import('#web/records/report/month-screen.tsx'), 'MonthScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/register/$kind',
    component: later(() => import('#web/records/register/kind-screen.tsx'), 'KindScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/register/$kind/$entryId',
    component: later(() => import('#web/records/register/entry-screen.tsx'), 'EntryScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projects/$entryId',
    component: later(() => import('#web/records/project/project-screen.tsx'), 'ProjectScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/contacts',
    component: later(() => import('#web/records/contact/contacts-screen.tsx'), 'ContactsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    component: later(() => import('#web/records/setting/settings-screen.tsx'), 'SettingsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/weekly',
    component: later(() => import('#web/records/meeting-mode/weekly-screen.tsx'), 'WeeklyScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/wall-code',
    component: later(() => import('#web/records/wall-code/wall-code-screen.tsx'), 'WallCodeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/wall-code/$code',
    component: later(() => import('#web/records/wall-code/wall-code-screen.tsx'), 'WallCodeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/proof',
    component: later(() => import('#web/records/proof/proof-screen.tsx'), 'ProofScreen'),
  }),
];

/** Screens over our records that show calls beside them, once these are there. */
const screensWithCalls = [
  createRoute({
    getParentRoute: () => withCalls,
    path: '/patterns',
    component: later(() => import('#web/patterns/patterns-screen.tsx'), 'PatternsScreen'),
  }),
  createRoute({
    getParentRoute: () => withCalls,
    path: '/patterns/$patternId',
    component: later(() => import('#web/patterns/pattern-screen.tsx'), 'PatternScreen'),
  }),
  createRoute({
    getParentRoute: () => withCalls,
    path: '/concerns/$concernId',
    component: later(() => import('#web/records/concern/concern-screen.tsx'), 'ConcernScreen'),
  }),
  createRoute({
    getParentRoute: () => withCalls,
    path: '/register',
    component: later(() => import('#web/records/register/register-screen.tsx'), 'RegisterScreen'),
  }),
];

/** The screens and their addresses. What a screen shows is in the search part, in words. */
export const createDeskRouter = (history?: RouterHistory) =>
  createRouter({
    ...(history ? { history } : {}),
    routeTree: root.addChildren([
      calls.addChildren(callScreens),
      withCalls.addChildren(screensWithCalls),
      ...recordScreens,
    ]),
    parseSearch: parseAddress,
    stringifySearch: stringifyAddress,
    defaultErrorComponent: ({ error, reset }: ErrorComponentProps) => <Stopped error={error} onRetry={reset} />,
    defaultStructuralSharing: true,
    scrollRestoration: true,
  });
