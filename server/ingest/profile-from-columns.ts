import type { SourceProfile } from '#data/schema/source-profile.ts';
import { UsageError } from '#server/errors.ts';
import { inspectCallsFile, type KnownColumns } from './inspect-calls.ts';

/**
 * A source profile for a file whose columns are named on the command line: those that
 * are named are used as they are, formats and bounds are read from the file.
 */
export async function profileFromColumns(path: string, columns: KnownColumns): Promise<SourceProfile> {
  if (columns.time === undefined && columns.from === undefined) {
    throw new UsageError('name the column of the time with --time (or --from and --to), or a profile with --source');
  }
  if (columns.timeZone === undefined) throw new UsageError('name the time zone of the city with --time-zone');
  const { profile } = await inspectCallsFile(path, columns);
  return profile;
}
