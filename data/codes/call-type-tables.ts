import { ASHEVILLE_TYPES } from './asheville-types.ts';
import type { CategoryCode } from './categories.ts';
import { DEMO_TYPES } from './demo-types.ts';
import { POLICE_UK_TYPES } from './police-uk-types.ts';
import { ARLINGTON_BURGLARY_TYPES, CHICAGO_ASSAULT_TYPES } from './single-offense-types.ts';
import { categoryByWords } from './word-types.ts';

const byTable =
  (table: Record<string, CategoryCode>) =>
  (type: string): CategoryCode | null =>
    table[type] ?? null;

/** The mapping tables that a source profile can name (`types.table`). Types come in upper case. */
const CALL_TYPE_TABLES: Record<string, (type: string) => CategoryCode | null> = {
  asheville: byTable(ASHEVILLE_TYPES),
  'police-uk': byTable(POLICE_UK_TYPES),
  'chicago-assaults': byTable(CHICAGO_ASSAULT_TYPES),
  'arlington-burglary': byTable(ARLINGTON_BURGLARY_TYPES),
  demo: byTable(DEMO_TYPES),
  words: categoryByWords,
};

export const callTypeTables = (): string[] => Object.keys(CALL_TYPE_TABLES);

/** Category of a call type; `unknown`, which only analysts see, when the table does not hold it. */
export function toCategory(table: string, type: string): CategoryCode {
  const lookUp = CALL_TYPE_TABLES[table];
  if (!lookUp)
    throw new RangeError(`no table of call types is named ${table}; there are ${callTypeTables().join(', ')}`);
  return lookUp(type) ?? 'unknown';
}
