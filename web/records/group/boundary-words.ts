import { longDate } from '#web/chart/week-axis.ts';
import { count, plural } from '#web/ui/words.ts';

/** What the boundary's editor says. */
export const words = {
  title: (name: string) => `Boundary of ${name}`,
  groups: 'Groups',
  failed: 'This boundary cannot be shown',
  forbidden: 'Boundaries are drawn by officers, the coordinator and commanders',
  keeps: (from: string | null, today: string) => {
    if (from === null) return 'It holds from the day you name.';
    return from >= today
      ? `The boundary that was to hold from ${longDate(from)} ends on the day you name, or gives way.`
      : `The boundary since ${longDate(from)} ends on the day you name. Earlier quarters keep their lines.`;
  },
  mode: 'How it is drawn',
  lines: 'Corners',
  circle: 'Point and radius',
  mapLabel: (name: string) => `Map for drawing the boundary of ${name}`,
  undo: 'Undo',
  redo: 'Redo',
  nothing: { undo: 'Nothing to undo', redo: 'Nothing to redo' },
  draw: 'Draw it',
  drawPart: 'Draw another part',
  cutHole: 'Cut a hole',
  finish: 'Finish',
  drawing: (n: number) =>
    n < 3
      ? `Click the map: ${plural(n, 'corner', 'corners')} so far, three make a ground.`
      : `${plural(n, 'corner', 'corners')}. Click for more, or finish.`,
  addMiddle: 'Corner at the middle of the map',
  centerMiddle: 'Point at the middle of the map',
  corner: 'Corner',
  cornerName: (n: number, of: number) => `Corner ${n} of ${of}`,
  newCorner: (n: number) => `Add a corner behind corner ${n}`,
  noCorner: 'Choose a corner on the map or by the arrows here. Arrow keys move it too; Delete takes it away.',
  previous: 'Previous corner',
  next: 'Next corner',
  lon: 'Longitude',
  lat: 'Latitude',
  stepOf: 'Step',
  steps: { '1': '1 m', '10': '10 m', '50': '50 m' },
  north: 'North',
  south: 'South',
  west: 'West',
  east: 'East',
  insert: 'Add a corner behind it',
  remove: 'Remove it',
  center: 'Point',
  radius: 'Radius',
  clickPoint: 'Click the map to set the point, or take the middle of the map.',
  file: 'Take it from a file',
  fileHint: 'GeoJSON, KML, zipped Shapefile or GeoPackage. Nothing of it is kept until you save.',
  fileRead: (name: string) => `From ${name}. Nothing of it is kept until you save.`,
  area: 'Area in the file',
  choose: 'Choose one',
  notes: 'What was mended in the file, or left out',
  fileFailed: 'The file was not taken',
  from: 'Holds from',
  fromHint: (first: string | null) => (first === null ? undefined : `${longDate(first)} or later`),
  reason: 'Reason',
  reasonHint: 'Voted at the October meeting; the new homes north of Pell Street',
  save: 'Save the boundary',
  cancel: 'Leave it as it is',
  noGround: 'Draw at least three corners, or a point with its radius',
  noReason: 'Give the reason',
  noDay: (first: string | null) => (first === null ? 'Name the day' : `Name a day: ${longDate(first)} or later`),
  shared: 'Ground shared with neighbors',
  sharedNone: 'It shares no ground with another group.',
  sharedNothing: 'Shown once there is a ground.',
  share: (name: string, share: number, squareMeters: number) =>
    `${name}: ${Math.max(1, Math.round(share * 100))}% of this ground, ${count(squareMeters)} m²`,
  conflictTitle: 'Somebody else changed this group while you drew',
  conflict: (at: string, by: string, from: string | null) =>
    `Nothing is lost: your drawing is still here. ${by} changed the group ${longDate(at.slice(0, 10))}${from === null ? '' : `; the boundary now kept holds from ${longDate(from)}`}. Compare, then save yours all the same.`,
  savedTitle: 'The boundary is saved',
  mapWaits:
    'New calls are being taken in just now, so the map of Explore still shows the lines before. It follows by itself within a minute of their end; nothing is to be done.',
  toGroup: (name: string) => `Back to ${name}`,
  crowded: (hidden: number) =>
    `${plural(hidden, 'corner lies', 'corners lie')} too close to another to be shown here: come closer, or step through with the arrows.`,
  refusedTitle: 'Not taken yet',
  sending: 'Being saved',
};
