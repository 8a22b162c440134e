import { createContext } from 'react';

export type SessionActs = {
  lock: () => void; // clears the page at once, then tells the server
  signOut: () => void;
  recheck: () => void; // the server has refused something as nobody's: ask it who is signed in
};

/** How a session ends or rests: for the menu, and for whoever is refused. */
export const SessionActsContext = createContext<SessionActs>({
  lock: () => undefined,
  signOut: () => undefined,
  recheck: () => undefined,
});
