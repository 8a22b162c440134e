import { Filed } from '#data/schema/records/concern-filing.ts';
import { ApiFailed } from '#web/api.ts';
import { NotTaken, send } from '#web/records/shared/send.ts';
import { dropWaiting, keepWaiting, type Waiting, waitingOf } from './kept-on-phone.ts';

export type Outcome =
  | { is: 'taken'; clientKey: string; filed: Filed }
  | { is: 'refused'; clientKey: string; why: string }
  | { is: 'not-ours'; clientKey: string; why: string } // about an officer: kept nowhere
  | { is: 'unsent' }; // no connection, no session, or the server is busy: later

const PATH = '/api/records/concerns';

/** Sends one filing. Its key makes a repeated sending harmless. */
async function sendOne({ clientKey, what }: Waiting): Promise<Outcome> {
  try {
    const filed =
      what.is === 'file'
        ? await send(Filed, 'POST', PATH, what.filing)
        : await send(Filed, 'POST', `${PATH}/${what.to}/said`, what.added);
    return { is: 'taken', clientKey, filed };
  } catch (thrown) {
    return outcomeOf(clientKey, thrown);
  }
}

const REFUSALS = new Set([400, 404, 409, 413, 422]);

function outcomeOf(clientKey: string, thrown: unknown): Outcome {
  if (!(thrown instanceof ApiFailed)) throw thrown;
  if (!REFUSALS.has(thrown.status)) return { is: 'unsent' };
  if (thrown instanceof NotTaken && 'aboutOfficer' in thrown.fields) {
    return { is: 'not-ours', clientKey, why: thrown.message };
  }
  return { is: 'refused', clientKey, why: thrown.message };
}

/** Sends what waits, one after another and in one tab at a time; stops where the server cannot be reached. */
export const sendWaiting = (personId: string): Promise<Outcome[]> =>
  navigator.locks.request('commonbeat-intake', async () => {
    const outcomes: Outcome[] = [];
    for (const waiting of await waitingOf(personId)) {
      if (waiting.refusal !== null) continue;
      const outcome = await sendOne(waiting);
      outcomes.push(outcome);
      if (outcome.is === 'unsent') break;
      if (outcome.is === 'refused') await keepWaiting({ ...waiting, refusal: outcome.why });
      else await dropWaiting(waiting.clientKey);
    }
    return outcomes;
  });
