import pg from 'pg';

/**
 * Connections to a PostgreSQL that may die at any moment. A broken connection ends the query that it is in, which
 * tells whoever asked; without a listener its error would end the whole process instead.
 */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', () => undefined); // an idle one is replaced at its next use
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
