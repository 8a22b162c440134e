import type pg from 'pg';

/** Takes a code for one use; false where it was used already. One statement, so that of two at once one gets it. */
export async function takeCode(pool: pg.Pool, email: string, code: string): Promise<boolean> {
  await pool.query(`delete from auth."usedCode" where "usedAt" < now() - interval '10 minutes'`); // none is in force that long
  const { rowCount } = await pool.query(
    `insert into auth."usedCode" (id, use, "usedAt") values (gen_random_uuid()::text, $1, now())
     on conflict (use) do nothing`,
    [keyOf(email, code)],
  );
  return rowCount === 1;
}

/** A code that proved nothing is not spent. */
export async function giveCodeBack(pool: pg.Pool, email: string, code: string): Promise<void> {
  await pool.query(`delete from auth."usedCode" where use = $1`, [keyOf(email, code)]);
}

const keyOf = (email: string, code: string): string => `${email} ${code}`;
