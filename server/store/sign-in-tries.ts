import type pg from 'pg';

export type SignInTry = { readonly wrong: number; readonly lockedUntil: Date | null };

/** Wrong passwords in a row for an address, whether anybody has it or not. */
export async function readTries(pool: pg.Pool, email: string): Promise<SignInTry> {
  const { rows } = await pool.query<SignInTry>(
    `select wrong::int, "lockedUntil" from auth."signInTry" where email = $1`,
    [email],
  );
  return rows[0] ?? { wrong: 0, lockedUntil: null };
}

/**
 * One more wrong password. The `most`-th in a row closes the address until `lockedUntil`; what lies further
 * back than `since` is forgotten. One statement, so that tries at the same moment are all counted.
 */
export async function countWrong(
  pool: pg.Pool,
  email: string,
  { at, since, most, lockedUntil }: { at: Date; since: Date; most: number; lockedUntil: Date },
): Promise<SignInTry> {
  await pool.query(`delete from auth."signInTry" where "lastAt" < $1`, [since]);
  const { rows } = await pool.query<SignInTry>(
    `insert into auth."signInTry" as t (id, email, wrong, "lastAt", "lockedUntil")
     values (gen_random_uuid()::text, $1, 1, $2, null)
     on conflict (email) do update set "lastAt" = $2,
       wrong = case when t."lockedUntil" <= $2 then 1 else t.wrong + 1 end,
       "lockedUntil" = case when (case when t."lockedUntil" <= $2 then 1 else t.wrong + 1 end) >= $3 then $4::timestamptz end
     returning wrong::int, "lockedUntil"`,
    [email, at, most, lockedUntil],
  );
  return rows[0] ?? { wrong: 1, lockedUntil: null };
}

export async function forgetTries(pool: pg.Pool, email: string): Promise<void> {
  await pool.query(`delete from auth."signInTry" where email = $1`, [email]);
}
