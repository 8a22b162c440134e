/**
 * The grid that public points are snapped to: cells of about 200 m, the same for every
 * city and every year, so that publishing again reveals nothing more. A call keeps the
 * center of the cell it lies in.
 *
 * Rows are bands of latitude. Each band has a whole number of columns, chosen at the
 * band's own middle, so a cell stays about square anywhere and no cell crosses the
 * date line. A snapped point may lie on the other side of a boundary than the call did.
 */
const SNAP_DEGREES = 0.0018; // of latitude, about 200 m

/** SQL for the row of the band a latitude lies in. */
export const cellRow = (lat: string) => `floor((${lat} + 90) / ${SNAP_DEGREES})::integer`;

/** SQL for the latitude of the middle of a band. */
export const rowLat = (row: string) => `((${row} + 0.5) * ${SNAP_DEGREES} - 90)::double`;

const columnsOf = (row: string) => `greatest(1, round(360 * cos(radians(${rowLat(row)})) / ${SNAP_DEGREES}))::integer`;

/** SQL for the column of a longitude within its band. */
export const cellColumn = (lon: string, row: string) => `floor((${lon} + 180) / 360 * ${columnsOf(row)})::integer`;

/** SQL for the longitude of the middle of a cell. */
export const columnLon = (column: string, row: string) => `((${column} + 0.5) * 360 / ${columnsOf(row)} - 180)::double`;
