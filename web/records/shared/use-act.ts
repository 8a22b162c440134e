import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { ApiFailed } from '#web/api.ts';
import { NotTaken } from './send.ts';

export type Act = {
  isSending: boolean;
  trouble: ApiFailed | null; // what was refused, until the next try
  isConflict: boolean; // somebody else was first: what is shown has been read again
  fault: (field: string) => string | undefined;
  theirs: <Schema extends z.ZodType>(schema: Schema) => z.infer<Schema> | undefined; // at a conflict, the record as it is now
  send: (work: () => Promise<unknown>) => Promise<boolean>; // true where it was taken
};

/** One act on a record: sends it, reads the touched answers again, and keeps what was refused in sight. */
export function useAct(touches: readonly QueryKey[]): Act {
  const queries = useQueryClient();
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<ApiFailed | null>(null);
  const isConflict = trouble instanceof NotTaken && trouble.isConflict;
  const readAgain = () => Promise.all(touches.map((queryKey) => queries.invalidateQueries({ queryKey })));
  return {
    isSending,
    trouble,
    isConflict,
    fault: (field) => (trouble instanceof NotTaken ? trouble.fields[field] : undefined),
    theirs: (schema) => (trouble instanceof NotTaken ? schema.safeParse(trouble.current).data : undefined),
    send: async (work) => {
      setSending(true);
      try {
        await work();
        setTrouble(null);
        await readAgain();
        return true;
      } catch (cause) {
        if (!(cause instanceof ApiFailed)) throw cause;
        setTrouble(cause);
        if (cause.status === 409) await readAgain();
        return false;
      } finally {
        setSending(false);
      }
    },
  };
}
