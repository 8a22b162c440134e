import { Counter, Gauge, type Registry } from 'prom-client';
import type { Hub } from './hub.ts';

/** Tells Prometheus what the hub counts, at the moment when it asks. */
export function measureHub(hub: Hub, registry: Registry): void {
  const registers = [registry];
  new Gauge({
    name: 'wall_streams',
    help: 'Walls that are connected',
    registers,
    collect() {
      this.set(hub.counts().streams);
    },
  });
  counter('wall_boards_sent_total', 'Boards sent to walls', () => hub.counts().boardsSent);
  counter('wall_board_reads_total', 'Times the board was made', () => hub.counts().reads);
  counter('wall_board_reads_failed_total', 'Times the board could not be made', () => hub.counts().readsFailed);

  function counter(name: string, help: string, count: () => number) {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(count());
      },
    });
  }
}
