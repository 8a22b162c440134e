import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import engineWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import engineModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import type { SqlEngine } from './sql-engine.ts';

/**
 * DuckDB from our own origin, in a worker of its own so that a long statement can be
 * stopped while the compute worker goes on answering. The `eh` bundle: `coi` starts slower and
 * crashed the tab with five million calls.
 */
export async function openDuckdb(): Promise<SqlEngine> {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(onOurOrigin(engineWorker)));
  await database.instantiate(onOurOrigin(engineModule));
  await database.open({ query: { castDecimalToDouble: true } });
  const connection = await database.connect();
  return {
    connection,
    cancel: async () => {
      await connection.cancelSent();
    },
    close: () => database.terminate(),
  };
}

const onOurOrigin = (path: string): string => new URL(path, self.location.href).href;
