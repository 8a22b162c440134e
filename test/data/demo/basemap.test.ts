import { PMTiles, type RangeResponse, type Source } from 'pmtiles';
import { expect, test } from 'vitest';
import { makeBasemap } from '#data/demo/basemap.ts';
import { makeCity } from '#data/demo/city.ts';

const bytes = makeBasemap(makeCity());

class Memory implements Source {
  getKey(): string {
    return 'memory';
  }
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    return { data: bytes.slice(offset, offset + length).buffer };
  }
}

test('the basemap opens as a PMTiles archive with the zooms and bounds of the city', async () => {
  const header = await new PMTiles(new Memory()).getHeader();
  expect(header).toMatchObject({ specVersion: 3, minZoom: 9, maxZoom: 14, tileType: 1, clustered: true });
  expect(header.minLon).toBeLessThan(-80.26);
  expect(header.maxLat).toBeGreaterThan(36.43);
});

test('a tile of downtown at zoom 14 holds named streets and water', async () => {
  // Tile of -80.2, 36.4: x = floor((180 - 80.2) / 360 * 2^14) = 4542, y = 6411 by the web Mercator formula.
  const tile = await new PMTiles(new Memory()).getZxy(14, 4542, 6411);
  const text = new TextDecoder('latin1').decode(tile?.data);
  expect(text).toContain('Pell Street');
  expect(text).toContain('street');
  expect(text).toContain('arterial');
});
