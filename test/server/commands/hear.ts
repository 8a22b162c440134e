import { vi } from 'vitest';
import { run } from '#server/commands/program.ts';
import type { Ended } from './run-cli.ts';

/** Runs one command line in this process, and hears what it says. */
export async function hear(...words: string[]): Promise<Ended> {
  const said = { out: '', err: '' };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((...text: unknown[]) => {
      said.out += `${text.join(' ')}\n`;
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text: unknown) => {
      said.err += String(text);
      return true;
    }),
  ];
  const code = await run(words);
  for (const spy of spies) spy.mockRestore();
  return { code, ...said };
}
