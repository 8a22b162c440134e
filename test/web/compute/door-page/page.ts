import type { Door } from '#web/compute/door.ts';
import { openDoor } from '#web/compute/open-door.ts';

declare global {
  interface Window {
    door: Door & { terminate(): void };
    openDoor: typeof openDoor;
  }
}

window.openDoor = openDoor;
window.door = openDoor();
