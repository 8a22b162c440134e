import { Argument, type Command } from 'commander';
import { z } from 'zod';
import type { Answer } from '#data/schema/answer.ts';
import { UsageError } from '#server/errors.ts';
import { type NamedInput, type PlainInput, readPlainInput } from './analyze-input.ts';
import { analyzeDensity, analyzeHotCells, analyzeSpikes } from './analyze-methods.ts';
import { findingInWords } from './finding-words.ts';
import { recordsInWords } from './plain-records.ts';

const positive = z.number().positive();
const share = z.number().gt(0).lt(1);

type Question = (input: PlainInput) => Answer<object>;

/** Each method: checks its own options, then waits for the files. */
const METHODS = {
  spike: asking(
    z.strictObject({
      week: z.iso.date().optional(), // a day of the week to judge; default: the last full week
      reportingLagDays: z.number().int().nonnegative().optional(),
      unusualQ: share.optional(),
      watchQ: share.optional(),
      falseAlarmsAWeek: positive.optional(),
      level: share.optional(),
      minExcess: z.number().nonnegative().optional(),
      shortWeeks: z.number().int().min(2).optional(),
      recentWeeks: z.number().int().min(2).optional(),
      seasonWeeks: z.number().int().nonnegative().optional(),
      years: z.number().int().nonnegative().optional(),
    }),
    analyzeSpikes,
  ),
  density: asking(
    z
      .strictObject({
        bandwidthMeters: positive.optional(),
        cellMeters: positive.optional(),
        contourShares: z.array(share).optional(),
      })
      .refine(({ bandwidthMeters = 400, cellMeters = 0 }) => cellMeters <= bandwidthMeters / 4, {
        error: 'cellMeters is at most a quarter of bandwidthMeters',
      }),
    analyzeDensity,
  ),
  'hot-cells': asking(
    z.strictObject({ cellMeters: positive.optional(), significantQ: share.optional() }),
    analyzeHotCells,
  ),
};

type AnalyzeOptions = NamedInput & { options: string; json?: true };

/** `analyze`: one method over plain files; no server, no database. */
export function addAnalyze(program: Command): void {
  program
    .command('analyze')
    .description('run one method over plain files')
    .addArgument(new Argument('<method>', 'what to ask').choices(Object.keys(METHODS)))
    .requiredOption('--calls <file>', 'calls: CSV (plain or gzip) or NDJSON')
    .option('--areas <file>', 'boundaries: GeoJSON, zipped Shapefile, KML, GeoPackage')
    .option('--options <json>', "the method's own options, as a JSON object", '{}')
    .option('--id <column>', 'column with the id of a call (default: row-<line>)')
    .option('--lon <column>', 'column with the longitude', 'lon')
    .option('--lat <column>', 'column with the latitude', 'lat')
    .option('--time <column>', 'column with the time a call was received')
    .option('--type <column>', 'column with the type of a call; without it all calls are one type')
    .option('--area-id <property>', 'property that holds the id of an area')
    .option('--area-name <property>', 'property that holds the name of an area')
    .option('--time-zone <zone>', "the city's IANA time zone, where times are written in UTC")
    .option('--json', 'print the whole answer as JSON')
    .action(analyze);
}

async function analyze(method: keyof typeof METHODS, options: AnalyzeOptions): Promise<void> {
  const ask = METHODS[method](options.options); // before the files: a mistyped word should not cost a minute
  const answer = ask(await readPlainInput(options));
  if (options.json) console.log(JSON.stringify(answer, writeArrays));
  else printAnswer(answer);
}

function asking<Options>(schema: z.ZodType<Options>, answer: (input: PlainInput, options: Options) => Answer<object>) {
  return (text: string): Question => {
    const result = schema.safeParse(parseJson(text));
    if (!result.success) throw new UsageError(`--options: ${z.prettifyError(result.error)}`);
    return (input) => answer(input, result.data);
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`--options is not JSON: ${error instanceof Error ? error.message : error}`);
  }
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
