import type pg from 'pg';

const LONGEST_IDLE = 30;
const USUAL_IDLE = 15;

/** After how many minutes without a touch a session locks: the department's setting, 30 at most. */
export async function readIdleMinutes(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ value: unknown }>(`select value from setting where key = 'idle-minutes'`);
  const chosen = rows[0]?.value;
  if (typeof chosen !== 'number' || !(chosen >= 1)) return USUAL_IDLE;
  return Math.min(chosen, LONGEST_IDLE);
}
