import type pg from 'pg';
import { Settings, USUAL_SETTINGS } from '#data/policy/choices.ts';

/** After how many minutes without a touch a session locks: the department's setting, 30 at most. */
export async function readIdleMinutes(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ value: unknown }>(`select value from setting where key = 'idleMinutes'`);
  const chosen = Settings.shape.idleMinutes.safeParse(rows[0]?.value);
  return chosen.success ? chosen.data : USUAL_SETTINGS.idleMinutes;
}
