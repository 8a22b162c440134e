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
  let isEnded = false; // by us
  const said = listenTo(child);
  child.once('exit', (code, signal) => {
    if (!isEnded) console.error(`the server ended by itself with ${code ?? signal}:\n${said()}`);
  });
  const address = await printedAddress(child, said);
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      isEnded = true;
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  return { address, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** All that it prints. */
function listenTo({ stdout, stderr }: ChildProcess): () => string {
  let said = '';
  for (const stream of [stdout, stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return () => said;
}

function printedAddress(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0];
      if (address) resolve(address);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', (code) =>
      reject(new Error(`the server stopped with ${code} before it printed an address:\n${said()}`)),
    );
  });
}
