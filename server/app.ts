import { createRoute, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { type Logger, pino } from 'pino';
import type { Role } from '#data/schema/release-level.ts';
import type { Accounts } from './auth/accounts.ts';
import type { KeptPapers } from './hand-out/public/kept-papers.ts';
import { openPapers } from './hand-out/public/open-papers.ts';
import { openRunDesk, type RunDesk } from './hand-out/run/run-desk.ts';
import type { DemoClock } from './jobs/demo-clock.ts';
import type { MailPlace } from './mail/mail-place.ts';
import { accountRoutes } from './routes/accounts.ts';
import { areaRoutes } from './routes/areas.ts';
import { auditRoutes } from './routes/audit.ts';
import { basemapRoutes } from './routes/basemap.ts';
import { clientAnswer } from './routes/client.ts';
import { concernRoutes } from './routes/concerns.ts';
import { demoClockRoutes } from './routes/demo-clock.ts';
import { extractRoutes } from './routes/extracts.ts';
import { figureRoutes } from './routes/figures.ts';
import { firstRunRoutes } from './routes/first-run.ts';
import { manifestRoutes } from './routes/manifests.ts';
import { methodRoutes } from './routes/methods.ts';
import { newRoutes } from './routes/new-routes.ts';
import { makeMetrics, observe } from './routes/observe.ts';
import { openSessionRoutes } from './routes/open-sessions.ts';
import { operationRoutes } from './routes/operations.ts';
import { ownAccountRoutes } from './routes/own-account.ts';
import { ownOrigin } from './routes/own-origin.ts';
import { answerError, problem } from './routes/problem.ts';
import { publicPageRoutes } from './routes/public-pages.ts';
import { boundaryRoutes } from './routes/records/boundaries.ts';
import { bulletinRoutes } from './routes/records/bulletins.ts';
import { compareRoutes } from './routes/records/compare.ts';
import { concernBlockRoutes } from './routes/records/concern-blocks.ts';
import { concernImportRoutes } from './routes/records/concern-import.ts';
import { concernUpdateRoutes } from './routes/records/concern-updates.ts';
import { concernRecordRoutes } from './routes/records/concerns.ts';
import { contactRoutes } from './routes/records/contacts.ts';
import { dutyRoutes } from './routes/records/duties.ts';
import { escalationRoutes } from './routes/records/escalations.ts';
import { groupRoutes } from './routes/records/groups.ts';
import { handOutFileRoutes } from './routes/records/hand-out-files.ts';
import { handOutReaderRoutes } from './routes/records/hand-out-readers.ts';
import { handOutRunRoutes } from './routes/records/hand-out-runs.ts';
import { handOutRoutes } from './routes/records/hand-outs.ts';
import { mailRoutes } from './routes/records/mail.ts';
import { meetingRoutes } from './routes/records/meetings.ts';
import { noticeRoutes } from './routes/records/notices.ts';
import { officerSheetRoutes } from './routes/records/officer-sheet.ts';
import { operationRecordRoutes } from './routes/records/operations.ts';
import { patternRoutes } from './routes/records/patterns.ts';
import { projectChangeRoutes } from './routes/records/project-change.ts';
import { promiseRoutes } from './routes/records/promises.ts';
import { proofRoutes } from './routes/records/proof.ts';
import { referralRoutes } from './routes/records/referrals.ts';
import { registerRoutes } from './routes/records/register.ts';
import { registerViewRoutes } from './routes/records/register-views.ts';
import { reportCallRoutes } from './routes/records/report-calls.ts';
import { reportDocumentRoutes } from './routes/records/report-documents.ts';
import { reportRoutes } from './routes/records/reports.ts';
import { representativeRoutes } from './routes/records/representatives.ts';
import { settingRoutes } from './routes/records/settings.ts';
import { sweepRoutes } from './routes/records/sweep.ts';
import { triageRoutes } from './routes/records/triage.ts';
import { weeklyMeetingRoutes } from './routes/records/weekly-meeting.ts';
import { openServerState } from './routes/releases.ts';
import { securityHeaders } from './routes/security-headers.ts';
import { sessionRoutes, sessionTeller } from './routes/session.ts';
import { signOnRoutes } from './routes/sign-on.ts';
import { signedIn } from './routes/signed-in.ts';
import { stopMailRoutes } from './routes/stop-mail.ts';
import { wallRoutes } from './routes/wall.ts';
import { wallCodeRoutes } from './routes/wall-codes.ts';
import { wallDeviceRoutes } from './routes/wall-devices.ts';
import { wallGroundRoutes } from './routes/wall-ground.ts';
import { welcomeRoutes } from './routes/welcome.ts';
import type { RecordStore } from './store/record-store.ts';
import { readStoreIndex } from './store/store-index.ts';
import type { Hub } from './wall/hub/hub.ts';
import { hubOfHome } from './wall/hub/hub-of-home.ts';
import { measureHub } from './wall/hub/wall-metrics.ts';

export type AppOptions = {
  readonly home: string; // the data home
  readonly records: RecordStore; // groups, concerns, people: what we own
  readonly accounts: Accounts; // who signs in; the release level follows from the role
  readonly dist: string; // folder of the built client
  readonly demoClock?: DemoClock | null; // of a demo, where somebody may put it forward
  readonly enterRole?: Role | null; // a demo's page enters by itself as the first person of this role
  readonly publicUrl?: string | null; // the address people type, where it is not this machine's own
  readonly runDesk?: RunDesk; // where pages for every group are made
  readonly papers?: KeptPapers; // released pages as PDF; the home's own by default
  readonly hub?: Hub; // what walls hear from; the home's own by default
  readonly mail?: MailPlace; // where letters go out and come in; nowhere by default
  readonly log?: Logger; // silent by default
};

const LARGEST_BODY = 64 * 1024;
const LARGEST_PATTERN = 512 * 1024; // 500 calls, each with why it is left out
const LARGEST_FILE = 5 * 1024 * 1024;
const FILES = ['/api/records/concern-imports', '/api/records/boundary-files']; // take files in
const SHAPES = /^\/api\/records\/groups\/[^/]+\/(boundaries|shared-ground)$/; // a detailed boundary is long
const PATTERNS = /^\/api\/records\/patterns(\/[^/]+)?$/;

/** The server: every route asks for a permission of the role that is signed in, but for those with `security: []`. */
export function makeApp(options: AppOptions) {
  const {
    home,
    records,
    accounts,
    dist,
    demoClock = null,
    enterRole = null,
    publicUrl = null,
    mail = { out: null, in: null },
    papers = openPapers(home, records, accounts.nowLocal),
    runDesk = openRunDesk({ home, records, nowLocal: accounts.nowLocal, papers }),
    log = pino({ level: 'silent' }),
    hub = hubOfHome({ home, records, nowLocal: accounts.nowLocal, dist, log }),
  } = options;
  const state = openServerState(home);
  const asSession = sessionTeller(accounts, home);
  const metrics = makeMetrics();
  measureHub(hub, metrics.registry);
  const base = newRoutes();
  base.use(securityHeaders);
  base.use(observe(metrics, log));
  base.use(ownOrigin(publicUrl));
  base.use(methodNotAllowed({ app: base, onMethodNotAllowed: refuseMethod }));
  const shortBody = bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge('64 KiB') });
  const wholeFile = bodyLimit({ maxSize: LARGEST_FILE, onError: tooLarge('5 MiB') });
  const wholePattern = bodyLimit({ maxSize: LARGEST_PATTERN, onError: tooLarge('512 KiB') });
  base.use((c, next) => {
    if (PATTERNS.test(c.req.path)) return wholePattern(c, next);
    return (isLong(c.req.path) ? wholeFile : shortBody)(c, next);
  });
  base.use('/api/*', signedIn(accounts));
  base.use('/metrics', signedIn(accounts));
  base.onError((error, c) => answerError(error, c, (cause) => log.error({ err: cause, path: c.req.path }, 'failed')));
  base.notFound(clientAnswer(dist));
  base.openAPIRegistry.registerComponent('securitySchemes', 'session', SESSION_COOKIE(accounts.cookieName));

  return base
    .route('/', welcomeRoutes(accounts, asSession, home, enterRole))
    .route('/', sessionRoutes(accounts, asSession))
    .route('/', demoClockRoutes(accounts, asSession, demoClock))
    .route('/', firstRunRoutes(accounts, asSession))
    .route('/', signOnRoutes(accounts))
    .route('/', ownAccountRoutes(accounts))
    .route('/', openSessionRoutes(accounts))
    .route('/', accountRoutes(accounts))
    .route('/', auditRoutes(records, home))
    .route('/', manifestRoutes(state))
    .route('/', extractRoutes(state, records))
    .route('/', areaRoutes(state))
    .route('/', concernRoutes(records))
    .route('/', basemapRoutes(state))
    .route('/', figureRoutes(state))
    .route('/', methodRoutes())
    .route('/', concernRecordRoutes(records))
    .route('/', concernBlockRoutes(home))
    .route('/', triageRoutes(records))
    .route('/', concernUpdateRoutes(records))
    .route('/', referralRoutes(records))
    .route('/', escalationRoutes(records))
    .route(
      '/',
      concernImportRoutes(records, async () => (await readStoreIndex(home)).timeZone),
    )
    .route('/', groupRoutes(records))
    .route('/', representativeRoutes(records))
    .route('/', boundaryRoutes(records, home))
    .route('/', officerSheetRoutes(records, home))
    .route('/', handOutRoutes(records, home))
    .route('/', handOutFileRoutes(records, home))
    .route('/', compareRoutes(records, home))
    .route('/', projectChangeRoutes(records, home))
    .route('/', meetingRoutes(records))
    .route('/', promiseRoutes(records))
    .route('/', contactRoutes(records))
    .route('/', noticeRoutes(records))
    .route('/', mailRoutes(records))
    .route('/', operationRecordRoutes(records, mail, home))
    .route('/', dutyRoutes(records))
    .route('/', weeklyMeetingRoutes(records))
    .route(
      '/',
      settingRoutes(records, ({ idleMinutes }) => Object.assign(accounts, { idleMinutes })),
    )
    .route('/', reportRoutes(records))
    .route('/', reportCallRoutes(records, home))
    .route('/', reportDocumentRoutes(records, home))
    .route('/', registerRoutes(records))
    .route('/', registerViewRoutes(records))
    .route('/', proofRoutes(records))
    .route('/', sweepRoutes(records))
    .route('/', patternRoutes(records))
    .route('/', bulletinRoutes(records, home))
    .route('/', handOutReaderRoutes(records, { secret: accounts.secret, publicUrl }))
    .route('/', stopMailRoutes(records, accounts.nowLocal))
    .route('/', handOutRunRoutes(records, runDesk))
    .route('/', publicPageRoutes(records, { home, nowLocal: accounts.nowLocal, papers }))
    .route('/', wallRoutes(accounts, hub))
    .route('/', wallCodeRoutes(records))
    .route('/', wallGroundRoutes(state))
    .route('/', wallDeviceRoutes(accounts, publicUrl))
    .route('/', operationRoutes(metrics))
    .openapi(getDocument, (c) => c.json(base.getOpenAPI31Document(ABOUT), 200));
}

/** For Hono's typed client: the browser imports this type and nothing else of the server. */
export type App = ReturnType<typeof makeApp>;

const SESSION_COOKIE = (name: string) =>
  ({
    type: 'apiKey',
    in: 'cookie',
    name,
    description: 'From signing in. `x-permission` of a route is the row of the table of permissions that it asks for.',
  }) as const;

const ABOUT = {
  openapi: '3.1.0',
  info: {
    title: 'Commonbeat',
    version: '1',
    description:
      'Calls, boundaries and figures, and the records of community engagement. Errors are RFC 9457 problems.',
  },
  security: [{ session: [] }],
};

const getDocument = createRoute({
  method: 'get',
  path: '/api/openapi.json',
  summary: 'This document',
  security: [],
  responses: {
    200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: z.unknown() } } },
  },
});

const isLong = (path: string): boolean => FILES.some((each) => path.startsWith(each)) || SHAPES.test(path);

const tooLarge = (most: string) => (c: Parameters<typeof problem>[0]) =>
  problem(c, 413, { detail: `At most ${most}.` });

function refuseMethod(c: Parameters<typeof problem>[0], allowed: string[]) {
  c.header('Allow', allowed.join(', '));
  return problem(c, 405, { detail: `${c.req.path} takes ${allowed.join(', ')}.` });
}
