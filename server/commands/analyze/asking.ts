import { z } from 'zod';
import type { Answer } from '#data/schema/answer.ts';
import { UsageError } from '#server/errors.ts';
import type { PlainInput } from './plain-input.ts';

export type Question = (input: PlainInput) => Answer<object>;

export const positive = z.number().positive();
export const share = z.number().gt(0).lt(1);

/** A method as a command: it checks its own options, then waits for the files. */
export function asking<Options>(
  schema: z.ZodType<Options>,
  answer: (input: PlainInput, options: Options) => Answer<object>,
) {
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
