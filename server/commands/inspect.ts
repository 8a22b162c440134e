import type { Command } from 'commander';
import { inspectCallsFile } from '#server/ingest/inspect-calls.ts';

/** `inspect FILE`: guesses how an unknown calls file is to be read, and says what it doubts. */
export function addInspect(command: Command): void {
  command
    .argument('<file>', 'CSV (plain or .gz) or NDJSON of calls')
    .option('--time-zone <zone>', "the city's zone, such as America/New_York; guessed from the points otherwise")
    .option('--json', 'print {profile, doubts} as JSON')
    .action(inspect);
}

async function inspect(file: string, options: { timeZone?: string; json?: true }): Promise<void> {
  const { profile, doubts } = await inspectCallsFile(
    file,
    options.timeZone === undefined ? {} : { timeZone: options.timeZone },
  );
  if (options.json) {
    console.log(JSON.stringify({ profile, doubts }));
    return;
  }
  const used = Object.entries(profile.columns).filter(([, names]) => names.length > 0);
  const lines = [
    `${file}`,
    `format       ${profile.format.kind === 'csv' ? `CSV, ${JSON.stringify(profile.format.delimiter)}, ${profile.format.encoding}` : 'NDJSON'}`,
    ...used.map(([field, names]) => `${field.padEnd(13)}${names.join(', ')}`),
    `times        ${profile.times.map(({ formats, zone }) => `${formats.join(' or ')} (${zone})`).join('; ')}`,
    `zone         ${profile.timeZone}`,
    ...(profile.bounds === null ? [] : [`bounds       ${profile.bounds.join(', ')}`]),
    '',
    doubts.length === 0 ? 'Nothing doubtful.' : 'Doubts:',
    ...doubts.map(({ what, evidence }) => `  ${what}\n      ${evidence}`),
    '',
    'Save the profile with --json, correct it, and give it to: commonbeat ingest FILE --source profile.json',
  ];
  console.log(lines.join('\n'));
}
