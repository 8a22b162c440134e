import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';

/** The engine that the browser runs, in Node. Takes a second or more to start. */
export async function openBrowserEngine() {
  const { resolve } = createRequire(import.meta.url);
  const bundle = (name: 'mvp' | 'eh') => ({
    mainModule: resolve(`@duckdb/duckdb-wasm/dist/duckdb-${name}.wasm`),
    mainWorker: resolve(`@duckdb/duckdb-wasm/dist/duckdb-node-${name}.worker.cjs`),
  });
  const database = await createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate(() => undefined);
  return database.connect();
}
