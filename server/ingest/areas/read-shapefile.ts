import shp from 'shpjs';
import { DataRefused } from '#server/errors.ts';
import { featuresOf, type RawAreas } from './raw-areas.ts';

/** The members of one shapefile; only the shapes are indispensable. */
export type ShapefileBytes = { shp: Uint8Array; dbf?: Uint8Array; prj?: Uint8Array; cpg?: Uint8Array };

/** A shapefile, in the coordinates of its .prj. */
export async function readShapefile({ prj, ...members }: ShapefileBytes, file: string): Promise<RawAreas> {
  const refuse = (why: string): never => {
    throw new DataRefused(why, { file });
  };
  if (declaredBytes(members.shp) > members.shp.length) {
    return refuse(`it says it has ${declaredBytes(members.shp)} bytes and has ${members.shp.length}: it is cut off`);
  }
  let parsed: unknown;
  try {
    // Without its .prj shpjs leaves coordinates alone; its types do not know that it takes members.
    parsed = await shp(members as never);
  } catch (error) {
    throw new DataRefused('the shapefile cannot be read; is it cut off?', { file }, error);
  }
  const notes = members.dbf === undefined ? ['there is no .dbf, so areas have no properties'] : [];
  return { features: featuresOf(parsed, refuse), crs: prj === undefined ? null : new TextDecoder().decode(prj), notes };
}

/** The length that the file gives itself, in words of 16 bits (ESRI Shapefile Technical Description, 1998, table 1). */
function declaredBytes(shp: Uint8Array): number {
  return shp.length < 28 ? 100 : 2 * new DataView(shp.buffer, shp.byteOffset).getInt32(24);
}
