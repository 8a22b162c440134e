import type { Door } from '#web/compute/door.ts';
import { openDoor } from '#web/compute/open-door.ts';

declare global {
  interface Window {
    door: Door & { terminate(): void };
    /** A trouble as an error, so that a test runner shows its words. */
    plainly<T>(answer: Promise<T>): Promise<T>;
  }
}

window.door = openDoor();
window.plainly = (answer) =>
  answer.catch((trouble) => {
    throw new Error(`${trouble.code}: ${trouble.message}`);
  });
