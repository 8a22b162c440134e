import { ApiFailed } from '#web/api.ts';
import { TableFailed } from '#web/tables/table-failed.ts';
import type { Trouble } from './door.ts';

export const SIGNED_OUT: Trouble = { code: 'signed-out', message: 'You are signed out. Nothing is kept in this page.' };

/** Any failure as what the page can show. Called once, at the worker's edge. */
export function toTrouble(failure: unknown): Trouble {
  if (failure instanceof TableFailed) return { code: failure.code, message: failure.message };
  if (failure instanceof ApiFailed)
    return failure.isSignedOut ? SIGNED_OUT : { code: 'unreadable', message: failure.message };
  if (isTrouble(failure)) return failure;
  const reason = failure instanceof Error ? failure.message : String(failure);
  return { code: 'broken', message: `The counting stopped: ${reason}. Load the page again.` };
}

const isTrouble = (failure: unknown): failure is Trouble =>
  typeof failure === 'object' &&
  failure !== null &&
  !(failure instanceof Error) &&
  'code' in failure &&
  'message' in failure;
