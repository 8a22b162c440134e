import { createContext } from 'react';
import type { Session } from '#data/schema/session.ts';

export type SessionActs = {
  lock: () => void; // clears the page at once, then tells the server
  signOut: () => void;
  renew: (session: Session) => void; // the same person at a later moment: what was read is read again
  recheck: () => void; // the server has refused something as nobody's: ask it who is signed in
};

/** How a session ends or rests: for the menu, and for whoever is refused. */
export const SessionActsContext = createContext<SessionActs>({
  lock: () => undefined,
  signOut: () => undefined,
  renew: () => undefined,
  recheck: () => undefined,
});
