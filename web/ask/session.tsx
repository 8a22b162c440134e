import { createContext, type ReactNode, useContext } from 'react';
import { may, type Permission } from '#data/schema/permissions.ts';
import type { Session } from '#data/schema/session.ts';

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who is signed in: on every screen, whether it needs the calls or not. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null)
    throw new Error('useSession needs a SessionProvider above it: screens are shown once signed in');
  return session;
}

/** Whether the one who is signed in may do something; the server refuses it anyway. */
export const useMay = (permission: Permission): boolean => may(useSession().role, permission);
