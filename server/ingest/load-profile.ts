import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { callTypeTables } from '#data/codes/call-type-tables.ts';
import { SourceProfile } from '#data/schema/source-profile.ts';
import { DataRefused, UsageError } from '#server/errors.ts';

const SOURCES = fileURLToPath(new URL('../../data/sources/', import.meta.url));

/** Names of the profiles that come with Commonbeat. */
export const shippedProfiles = (): string[] =>
  readdirSync(SOURCES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'))
    .sort();

/** A profile that ships, by name, or one in a JSON file of its own, also as `inspect --json` writes it with its doubts. Refuses one that breaks the schema, with the place. */
export async function loadProfile(nameOrPath: string): Promise<SourceProfile> {
  const isShipped = shippedProfiles().includes(nameOrPath);
  const path = isShipped ? `${SOURCES}${nameOrPath}.json` : nameOrPath;
  if (!existsSync(path)) {
    throw new UsageError(
      `no source profile is named ${nameOrPath}; there are ${shippedProfiles().join(', ')}, or give a JSON file`,
    );
  }
  const file = basename(path);
  const parsed = SourceProfile.safeParse(withoutDoubts(readJson(await readFile(path, 'utf8'), file)));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DataRefused(issue?.message ?? 'not a source profile', {
      file,
      column: issue?.path.join('.') || 'the whole file',
    });
  }
  if (!callTypeTables().includes(parsed.data.types.table)) {
    const message = `no table of call types is named ${parsed.data.types.table}; there are ${callTypeTables().join(', ')}`;
    throw new DataRefused(message, { file, column: 'types.table' });
  }
  return parsed.data;
}

const withoutDoubts = (said: unknown): unknown =>
  typeof said === 'object' && said !== null && 'profile' in said && 'doubts' in said ? said.profile : said;

function readJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DataRefused(
      `not JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
      { file, line: 1 },
      cause,
    );
  }
}
