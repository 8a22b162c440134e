declare module 'vt-pbf' {
  type Tile = {
    features: { type: number; geometry: unknown; tags: Record<string, unknown> | null }[];
  };
  const vtPbf: {
    fromGeojsonVt(layers: Record<string, Tile>, options?: { version?: number; extent?: number }): Uint8Array;
  };
  export default vtPbf;
}
