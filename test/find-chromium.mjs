// Where the browser tests find a Chromium: named by the environment, on the PATH, or Debian's, installed when we may.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export function findChromium() {
  const named = process.env.COMMONBEAT_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find((path) => existsSync(path)) ?? null;
}

const isDebian = () => existsSync('/etc/debian_version') || /debian/i.test(readIfThere('/etc/os-release'));
const readIfThere = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** A Chromium's path; installs Debian's when we are root on Debian; otherwise says exactly what to do and stops. */
export function chromiumOrInstall() {
  const found = findChromium();
  if (found) return found;
  if (isDebian() && process.getuid?.() === 0) {
    console.log('No Chromium found: installing Debian’s (apt-get install chromium).');
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], quiet);
    const installed = findChromium();
    if (installed) return installed;
  }
  console.error(
    [
      'The browser tests need a Chromium, and none was found.',
      '  Debian or Ubuntu:  sudo apt-get install chromium',
      '  elsewhere:         install Chromium or Chrome, then set COMMONBEAT_CHROMIUM to its program, for example',
      '                     COMMONBEAT_CHROMIUM="/path/to/chrome" npm test',
    ].join('\n'),
  );
  process.exit(1);
}
