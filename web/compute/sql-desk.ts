import { runSql } from '#web/tables/run-sql.ts';
import type { OpenSqlEngine, SqlEngine } from '#web/tables/sql-engine.ts';
import { checkReadOnly } from '#web/tables/sql-guard.ts';
import { TableFailed } from '#web/tables/table-failed.ts';
import type { SqlResult } from './door.ts';

/** How long a stopped statement may take to end before its engine is thrown away, and made again at the next question. */
const PATIENCE_MILLISECONDS = 2_000;

export type SqlDesk = {
  ask(text: string, atMost: number): Promise<SqlResult>;
  cancel(): Promise<void>;
  close(): Promise<void>;
};

type Running = { settled: Promise<void>; stop: (reason: TableFailed) => void };

/** One statement at a time; a later one stops the earlier. The engine is opened at the first question. */
export function createSqlDesk(open: OpenSqlEngine): SqlDesk {
  let engine: Promise<SqlEngine> | null = null;
  let running: Running | null = null;
  let latest = 0;

  async function run(text: string, atMost: number, ticket: number): Promise<SqlResult> {
    engine ??= open().catch((failure: unknown) => {
      engine = null; // the next question may have better luck
      throw failure;
    });
    const { connection } = await engine;
    if (ticket !== latest) throw canceled();
    const started = performance.now();
    const rows = await runSql(connection, text, atMost);
    return { ...rows, milliseconds: performance.now() - started };
  }

  async function stopRunning(): Promise<void> {
    const stopped = running;
    const opened = engine;
    if (!stopped || !opened) return;
    running = null;
    stopped.stop(canceled());
    const { cancel, close } = await opened;
    await Promise.race([cancel(), after(PATIENCE_MILLISECONDS)]);
    const isDone = await Promise.race([stopped.settled.then(() => true), after(PATIENCE_MILLISECONDS)]);
    if (isDone === true || engine !== opened) return;
    engine = null;
    await close();
  }

  return {
    async ask(text, atMost) {
      checkReadOnly(text);
      const ticket = ++latest;
      await stopRunning();
      if (ticket !== latest) throw canceled();
      return new Promise((resolve, reject) => {
        const settled = run(text, atMost, ticket).then(resolve, reject);
        running = { settled, stop: reject };
      });
    },
    async cancel() {
      latest++;
      await stopRunning();
    },
    async close() {
      latest++;
      running?.stop(canceled());
      running = null;
      const opened = engine;
      engine = null;
      await (await opened)?.close();
    },
  };
}

const canceled = (): TableFailed => new TableFailed('canceled', 'The query was canceled.');
const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
