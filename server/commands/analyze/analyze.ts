import { Argument, type Command, InvalidArgumentError } from 'commander';
import type { Answer } from '#data/schema/answer.ts';
import { recordsInWords } from '#server/commands/plain-records.ts';
import type { Question } from './asking.ts';
import { findingInWords } from './finding-words.ts';
import { METHODS } from './methods.ts';
import { type NamedInput, readPlainInput } from './plain-input.ts';

type AnalyzeOptions = NamedInput & { options: string; json?: true };

/** `analyze`: one method over plain files; no server, no database. */
export function addAnalyze(command: Command): void {
  command
    .addArgument(new Argument('<method>', 'what to ask').choices(Object.keys(METHODS)))
    .requiredOption('--calls <file>', 'calls: CSV (plain or gzip) or NDJSON')
    .option('--areas <file>', 'boundaries: GeoJSON, zipped Shapefile, KML, GeoPackage')
    .option('--concerns <file>', 'concerns: CSV, NDJSON or a JSON array with date, category, and lon, lat or area')
    .option('--options <json>', "the method's own options, as a JSON object", '{}')
    .option('--id <column>', 'column with the id of a call (default: row-<line>)')
    .option('--lon <column>', 'column with the longitude', 'lon')
    .option('--lat <column>', 'column with the latitude', 'lat')
    .option('--time <column>', 'column with the time a call was received')
    .option('--from <column>', 'column with the start of the span in which it happened')
    .option('--to <column>', 'column with its end')
    .option('--type <column>', 'column with the type of a call; without it all calls are one type')
    .option('--area-id <property>', 'property that holds the id of an area')
    .option('--area-name <property>', 'property that holds the name of an area')
    .option('--time-zone <zone>', "the city's IANA time zone, where times are written in UTC")
    .option('--json', 'print the whole answer as JSON')
    .action(analyze);
}

async function analyze(method: string, options: AnalyzeOptions): Promise<void> {
  const ask = questionOf(method, options.options); // before the files: a mistyped word should not cost a minute
  const answer = ask(await readPlainInput(options));
  if (options.json) console.log(JSON.stringify(answer, writeArrays));
  else printAnswer(answer);
}

function questionOf(method: string, options: string): Question {
  const question = METHODS[method]; // commander has checked the word against the choices
  if (question === undefined) throw new InvalidArgumentError(`no method is called ${method}`);
  return question(options);
}

const writeArrays = (_: string, value: unknown) => (value instanceof Float32Array ? Array.from(value) : value);

function printAnswer({ findings, leftOut, window, records, convention, caveat }: Answer<object>): void {
  if (window) console.log(`window: ${window.from} to ${window.to}`);
  for (const finding of findings.slice(0, 20)) console.log(findingInWords(finding));
  if (findings.length > 20) console.log(`and ${findings.length - 20} more: --json prints all`);
  for (const reason of new Set(leftOut.map((one) => one.reason))) {
    const cases = leftOut.filter((one) => one.reason === reason);
    console.log(`left out, ${reason}: ${cases.length} (${cases[0]?.what}${cases.length > 1 ? ', …' : ''})`);
  }
  console.log(recordsInWords(records));
  console.log(`how: ${convention}`);
  console.log(`mind: ${caveat}`);
}
