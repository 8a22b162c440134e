import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { homeFolder } from '#test/fixture/home-folder.ts';
import { serveCity } from './served-city.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    demoCity: string; // a home that the real server made, and left in order
  }
}

/** The demo city is made once, as a first start makes it; each journey is served a copy of its own. */
export default async function makeDemoCity(project: TestProject): Promise<() => Promise<void>> {
  const home = await homeFolder('demo-city');
  const city = await serveCity(['--demo', '--home', home]);
  await city.stop();
  if (existsSync(join(home, 'records', 'postmaster.pid')))
    throw new Error('the server left its database running: a copy of the city would be served by it');
  project.provide('demoCity', home);
  return () => rm(home, { recursive: true, force: true });
}
