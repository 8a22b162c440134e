import { findSession, findSessions, type KeptSession, lockSession, touchSession } from '#server/store/sessions.ts';
import type { Accounts, Found } from './accounts.ts';
import { tellAudit } from './tell-audit.ts';

const REMEMBERED_MS = 1_000; // a session ended by another process is refused at most this much later
const MOST_REMEMBERED = 5_000;
const TOUCH_EVERY_MS = 10_000;
const NOBODY: Found = { is: 'nobody' };

/** Whose session a token names; one that was left alone too long is locked here and now. */
export async function findByToken(accounts: Accounts, token: string, by: 'person' | 'page'): Promise<Found> {
  const session = await recall(accounts, token);
  const now = accounts.now();
  if (session === null || session.expiresAt <= now || !session.person.isActive) return NOBODY;
  if (session.lockedAt !== null) return { is: 'locked', session };
  const idleMs = now.getTime() - session.lastActiveAt.getTime();
  const isTouched = session.person.role !== 'wall'; // nobody sits at a wall
  if (isTouched && idleMs >= accounts.idleMinutes * 60_000) {
    await lockNow(accounts, session, `locked after ${accounts.idleMinutes} minutes without a touch`);
    return { is: 'locked', session };
  }
  if (by === 'person' && idleMs > TOUCH_EVERY_MS) {
    remember(accounts, token, { ...session, lastActiveAt: now });
    await touchSession(accounts.records.pool, session.sessionId, now);
  }
  return { is: 'in', session };
}

export async function lockNow(accounts: Accounts, session: KeptSession, words: string): Promise<void> {
  const isFirst = await lockSession(accounts.records.pool, session.sessionId, accounts.now());
  accounts.seen.clear();
  if (isFirst) await tellAudit(accounts, session.person, { action: 'lock', recordId: session.sessionId, words });
}

/** Reads many sessions at once, so that each is found without asking again for a moment. */
export async function recallAll(accounts: Accounts, tokens: readonly string[]): Promise<void> {
  const found = await findSessions(accounts.records.pool, tokens);
  for (const token of tokens) {
    const session = found.get(token);
    if (session) remember(accounts, token, session);
    else accounts.seen.delete(token);
  }
}

async function recall(accounts: Accounts, token: string): Promise<KeptSession | null> {
  const kept = accounts.seen.get(token);
  if (kept && performance.now() - kept.readAt < REMEMBERED_MS) return kept.session;
  const session = await findSession(accounts.records.pool, token);
  if (session) remember(accounts, token, session);
  else accounts.seen.delete(token);
  return session;
}

function remember({ seen }: Accounts, token: string, session: KeptSession): void {
  if (seen.size >= MOST_REMEMBERED) seen.clear();
  seen.set(token, { session, readAt: performance.now() });
}
