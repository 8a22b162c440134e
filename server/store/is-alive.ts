import { readFileSync } from 'node:fs';

/** True while the process runs; a zombie does not. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EPERM')) return false;
  }
  return !isZombie(pid);
}

/** True for a killed process that nobody has reaped (the container's first process is no init): it still takes signals. */
export function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2)); // proc(5): the name may hold anything, the state follows it
  } catch {
    return false; // no /proc on this system: its parent or init reaps
  }
}
