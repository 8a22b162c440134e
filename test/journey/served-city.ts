import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export type ServedCity = {
  address: string;
  stop(): Promise<void>;
  kill(): Promise<void>; // as a power cut does: nothing is put in order
};

/** Starts the real server by the CLI and waits for the address it prints. */
export async function serveCity(args: readonly string[], env: Record<string, string> = {}): Promise<ServedCity> {
  const child = spawn(process.execPath, [`${root}server/commonbeat.mjs`, 'serve', '--port', '0', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await printedAddress(child);
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  return { address, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) =>
      reject(new Error(`the server stopped with ${code} before it printed an address:\n${said}`)),
    );
  });
}
