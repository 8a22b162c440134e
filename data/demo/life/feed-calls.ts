import type { CallPlan } from '#data/demo/call-plan.ts';

/** A call of the feed as records refer to it. */
export type FeedCall = {
  callId: string;
  at: string; // received: 2026-09-18T11:34:36
  type: string;
  isFromPublic: boolean;
  address: string;
  place: number; // of the plan
};

/** The placed calls among lines of the feed; of an incident that came in several versions the last one counts. */
export function placedCalls(lines: readonly string[], { places }: CallPlan): FeedCall[] {
  const placeAt = new Map(places.all.map(({ label, lon, lat }, place) => [`${label},${lon},${lat}`, place]));
  const calls = new Map<string, FeedCall>();
  for (const line of lines) {
    const [callId = '', , received = '', , , type = '', , , source, address = '', , lon, lat] = line.split(',');
    const place = placeAt.get(`${address},${lon},${lat}`);
    if (place === undefined) continue;
    calls.set(callId, {
      callId,
      at: received.replace(' ', 'T'),
      type,
      isFromPublic: source !== 'ONVIEW',
      address,
      place,
    });
  }
  return [...calls.values()].sort((a, b) => a.at.localeCompare(b.at));
}

/** The lines of the feed that speak of a kind of call, so that the rest need not be taken apart. */
export const isOfTypes = (types: readonly string[]) => {
  const cells = types.map((type) => `,${type},`);
  return (line: string): boolean => cells.some((cell) => line.includes(cell));
};
