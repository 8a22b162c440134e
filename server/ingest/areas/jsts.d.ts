/** The few classes of the JTS port that we use; the package has no types of its own. */
declare module 'jsts' {
  type Coordinate = { x: number; y: number };
  type Geometry = {
    union(): Geometry;
    getInteriorPoint(): { getX(): number; getY(): number };
  };
  type Collection = { iterator(): { hasNext(): boolean; next(): Geometry } };
  const jsts: {
    io: {
      GeoJSONReader: new () => { read(geojson: object): Geometry };
      GeoJSONWriter: new () => { write(geometry: Geometry): { coordinates: [number, number][][] } };
    };
    operation: {
      valid: {
        IsValidOp: new (
          geometry: Geometry,
        ) => {
          isValid(): boolean;
          getValidationError(): { getMessage(): string; getCoordinate(): Coordinate } | null;
        };
      };
      polygonize: { Polygonizer: new () => { add(geometry: Geometry): void; getPolygons(): Collection } };
    };
  };
  export default jsts;
}
