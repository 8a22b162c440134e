import type { RecordStore } from '#server/store/record-store.ts';
import type { KeptSession } from '#server/store/sessions.ts';
import { type BetterOptions, openBetter } from './better.ts';
import { readIdleMinutes } from './idle-minutes.ts';
import { type InTurn, openTurns } from './in-turn.ts';

/** Who a request comes from, as far as its cookie proves. */
export type Found =
  | { readonly is: 'nobody' }
  | { readonly is: 'locked'; readonly session: KeptSession }
  | { readonly is: 'in'; readonly session: KeptSession };

type Opened = Awaited<ReturnType<typeof openBetter>>;

/** The accounts of one database: what signing in, locking and keeping people works with. */
export type Accounts = {
  readonly records: RecordStore;
  readonly better: Opened['better'];
  readonly context: Opened['context'];
  readonly secret: string;
  readonly cookieName: string;
  readonly signOn: BetterOptions['signOn'];
  readonly isDemo: boolean;
  idleMinutes: number; // the department's setting, as it was chosen last
  readonly now: () => Date; // the machine's clock: locks and lockouts run on it
  readonly nowLocal: () => string; // the city's clock: the audit tells it too
  readonly seen: Map<string, { session: KeptSession; readAt: number }>; // by token, for a moment
  readonly inTurn: InTurn; // tries of one address: many at once are no more tries than five
  close(): Promise<void>;
};

export type AccountOptions = Omit<BetterOptions, 'pool' | 'signOn'> & {
  readonly records: RecordStore;
  readonly nowLocal: () => string;
  readonly signOn?: BetterOptions['signOn'];
  readonly isDemo?: boolean;
  readonly now?: () => Date;
};

export async function openAccounts(options: AccountOptions): Promise<Accounts> {
  const { records, secret, publicUrl, nowLocal, signOn = null, isDemo = false, now = () => new Date() } = options;
  const { better, context, close } = await openBetter({ pool: records.pool, secret, publicUrl, signOn });
  return {
    records,
    better,
    context,
    secret,
    cookieName: context.authCookies.sessionToken.name,
    signOn,
    isDemo,
    idleMinutes: await readIdleMinutes(records.pool),
    now,
    nowLocal,
    seen: new Map(),
    inTurn: openTurns(),
    close,
  };
}
