import { type AddressBook, writeAddressBook } from './address-book.ts';
import { type Areas, drawAreas } from './areas.ts';
import { layNetwork, type Network } from './network.ts';
import { numberSegments, type StreetSegment } from './segments.ts';
import { nameStreets } from './street-names.ts';
import { shapeLand, type Terrain } from './terrain.ts';

/** The demo's clock stands still: a Monday morning, calls in to 6:00. */
export const DEMO_NOW = '2026-12-14T07:42:00';
export const DEMO_CUTOFF = '2026-12-14T06:00:00';
export const DEMO_SEED = 1902;

/** The invented city: land, streets, addresses and boundaries. The same seed makes the same city. */
export type DemoCity = {
  seed: number;
  terrain: Terrain;
  network: Network;
  segments: StreetSegment[];
  addresses: AddressBook;
  areas: Areas;
};

export function makeCity(seed: number = DEMO_SEED): DemoCity {
  const terrain = shapeLand();
  const network = layNetwork(seed, terrain);
  nameStreets(seed, network.streets, network.graph);
  const segments = numberSegments(network, terrain);
  const addresses = writeAddressBook(segments);
  return { seed, terrain, network, segments, addresses, areas: drawAreas(network, terrain, addresses) };
}
