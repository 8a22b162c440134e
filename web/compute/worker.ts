import { expose } from 'comlink';
import { createApi } from '#web/api.ts';
import { createCompute } from './compute.ts';

expose(
  createCompute(createApi(), async () => {
    const { openDuckdb } = await import('#web/tables/open-duckdb.ts');
    return openDuckdb();
  }),
);
