import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { openRecords } from '#server/store/open-records.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf } from '#test/fixture/record-desk.ts';

const small = mkdtempSync(join(tmpdir(), 'commonbeat-small-'));
/** A disk of its own, small enough to be filled; only a machine's administrator may make one. */
const isSmall = (() => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=711', 'tmpfs', small], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
afterAll(() => {
  if (isSmall) execFileSync('umount', ['-l', small]);
  rmSync(small, { recursive: true, force: true });
});

const filler = join(small, 'filler');
function fillDisk(): void {
  const file = openSync(filler, 'w');
  const block = Buffer.alloc(1 << 20);
  try {
    for (;;) writeSync(file, block);
  } catch {
    closeSync(file); // ENOSPC: this is what was wanted
  }
}

test.skipIf(!isSmall)(
  'on a full disk each write says so or is kept; once there is room it goes on by itself',
  async () => {
    const home = join(small, 'home');
    await mkdir(home);
    await chmod(home, 0o711);
    const store = await openRecords({ home });
    await buildTown(store);
    const ask = deskOf(concernRecordRoutes(store));
    const kept: string[] = [];
    const file = async (): Promise<{ status: number; detail: string }> => {
      const words = Array.from({ length: 180 }, () => Math.random())
        .join(' ')
        .slice(0, 3900); // no two pages pack alike
      const { status, json } = await ask(actingAs('officer'), 'POST', '/api/records/concerns', aFiling({ words }));
      if (status === 201) kept.push(json.concern.concernId);
      return { status, detail: json.detail };
    };
    expect((await file()).status).toBe(201);
    fillDisk();
    const refused: { status: number; detail: string }[] = [];
    for (let i = 0; i < 2000 && refused.length < 5; i++) {
      const answer = await file();
      if (answer.status !== 201) refused.push(answer);
    }
    rmSync(filler);
    expect(refused.length).toBe(5);
    expect(refused[0]).toMatchObject({ status: 507, detail: expect.stringContaining('disk is full') });
    for (const { status, detail } of refused) {
      expect([503, 507]).toContain(status);
      expect(detail).toContain('Nothing was saved');
    }
    await expect.poll(async () => (await file()).status, { timeout: 60_000, interval: 200 }).toBe(201);
    const { rows } = await store.pool.query<{ concern_id: string }>('select concern_id from concern');
    const audit = await store.pool.query('select find_audit_break() as broken');
    await store.close();
    const found = new Set(rows.map((row) => row.concern_id));
    expect(kept.filter((id) => !found.has(id))).toEqual([]);
    expect(audit.rows).toEqual([{ broken: null }]);
  },
  240_000,
);
