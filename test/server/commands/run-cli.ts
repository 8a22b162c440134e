import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export const startCli = (...words: string[]): ChildProcess =>
  spawn(process.execPath, [`${root}server/commonbeat.mjs`, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });

export type Ended = { code: number | null; out: string; err: string };

/** Runs one command line to its end. */
export function runCli(...words: string[]): Promise<Ended> {
  const child = startCli(...words);
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })));
}

/** The first line of output that fits, or an error with all that was said. */
export function lineOf(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const line = said.split('\n').find((text) => wanted.test(text));
      if (line !== undefined) resolve(line);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', (code) => reject(new Error(`ended with ${code} after saying:\n${said}`)));
  });
}
