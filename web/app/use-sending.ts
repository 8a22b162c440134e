import { type SyntheticEvent, useState } from 'react';
import { ApiFailed } from '#web/api.ts';
import { words } from './door-words.ts';

/** One form that is sent: whether it is under way, and what the server said against it. */
export function useSending() {
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const send = async (work: () => Promise<void>, event?: SyntheticEvent) => {
    event?.preventDefault();
    if (isSending) return;
    setSending(true);
    setFault(undefined);
    try {
      await work();
    } catch (failure) {
      const said = failure instanceof ApiFailed && failure.status > 0 ? failure.message : words.away;
      setFault(said);
      setSending(false);
    }
  };
  return { send, isSending, fault, done: () => setSending(false) };
}
