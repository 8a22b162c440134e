/** A row we refused, and why. `line` is where its record starts in the file as given. */
export type Reject = { file: string; line: number; column: string | null; value: string | null; reason: string };

/** How one span of the source's times was read, with the hours that show it: nights are quiet everywhere. */
export type ZoneReading = {
  written: 'local' | 'utc' | 'offset';
  timeZone: string;
  rows: number;
  from: string;
  to: string;
  quietestHours: number[]; // three local hours with the fewest calls; empty where no time of day is given
};

/** A stretch without any call. A known one is explained by the profile. Never read it as zero calls. */
export type Gap = { from: string; to: string; known: boolean; why: string };

/** One point that too many addresses share to be a place. */
export type Stack = { lon: number; lat: number; calls: number; addresses: number };

/**
 * What became of every record of the files. `read = accepted + rejected + duplicates +
 * superseded`; quarantined and unplaced calls are among the accepted: kept, never drawn.
 */
export type IngestReport = {
  source: string;
  read: number;
  accepted: number;
  rejected: number;
  duplicates: number;
  superseded: number;
  replaced: number; // calls of an earlier run that a later version in these files took the place of
  placed: number;
  unplaced: number;
  quarantined: Record<string, number>;
  rejects: Reject[]; // the first of them; the whole list is in rejectsFile
  rejectsFile: string | null;
  span: { from: string; to: string } | null;
  zones: ZoneReading[];
  unknownTypes: Record<string, number>;
  gaps: Gap[];
  stacks: Stack[];
  notes: string[];
  manifest: { files: { year: number; file: string; rows: number }[]; changed: boolean };
};

export const reportAddsUp = (r: IngestReport): boolean =>
  r.read === r.accepted + r.rejected + r.duplicates + r.superseded;
