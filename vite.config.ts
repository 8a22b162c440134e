/// <reference types="vitest/config" />
import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vite';

const here = import.meta.dirname;
const chromium = process.env.COMMONBEAT_CHROMIUM ?? '/usr/bin/chromium';
const workers = Math.max(2, availableParallelism()); // vitest would leave one processor idle: of two, half
const quietChromium = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  root: `${here}/web`,
  cacheDir: `${here}/node_modules/.vite`,
  plugins: [react()],
  build: {
    outDir: `${here}/dist`,
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 2500,
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'], include: ['@turf/turf', 'maplibre-gl', 'pmtiles'] },
  server: { port: 5173, strictPort: true, proxy: { '^/api/': 'http://127.0.0.1:8080' } },
  test: {
    projects: [
      {
        extends: true,
        root: here,
        test: {
          name: 'node',
          environment: 'node',
          maxWorkers: workers,
          isolate: false, // files share what they import: a third less time; each puts back what it changes of the process
          globalSetup: [`${here}/test/fixture/start-postgres.ts`],
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts', 'test/**/*.browser.test.tsx', 'test/journey/**'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        extends: true,
        root: here,
        test: {
          name: 'browser',
          maxWorkers: workers,
          include: ['test/**/*.browser.test.ts', 'test/**/*.browser.test.tsx'],
          testTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromium, args: quietChromium } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        root: here,
        test: {
          name: 'journey',
          environment: 'node',
          include: ['test/journey/**/*.test.ts'],
          testTimeout: 300_000,
          expect: { poll: { timeout: 30_000 } },
          hookTimeout: 300_000,
          maxWorkers: 2, // each has a server and a browser of its own
          sequence: { groupOrder: 1 },
          globalSetup: [`${here}/test/journey/make-demo-city.ts`],
        },
      },
    ],
  },
});
