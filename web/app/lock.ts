import { createContext } from 'react';

/** Clears the desk: called by the menu, and by whoever ends the session. */
export const LockContext = createContext<() => void>(() => undefined);
