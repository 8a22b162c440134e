import type pg from 'pg';

/** Which of these people may look no longer: a screen that was revoked, an account that was closed. */
export async function findRevoked(pool: pg.Pool, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  const { rows } = await pool.query<{ personId: string }>(
    `select p.person_id as "personId" from person p left join wall_device d using (person_id)
     where p.person_id = any($1) and (not p.is_active or d.revoked_at is not null)`,
    [personIds],
  );
  return rows.map(({ personId }) => personId);
}
