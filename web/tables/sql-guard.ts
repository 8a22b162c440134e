import { TableFailed } from './table-failed.ts';

/** What a statement may begin with. DuckDB reads `from call` as a select too. */
const READING = new Set(['select', 'with', 'from', 'values', 'explain', 'describe', 'show', 'summarize', 'pragma']);
/** Words that write, wherever they stand: `with … insert`, `explain analyze delete`. */
const WRITING = new Set([
  ...['insert', 'update', 'delete', 'merge', 'create', 'drop', 'alter', 'truncate', 'copy', 'export', 'import'],
  ...['attach', 'detach', 'install', 'load', 'set', 'reset', 'use', 'vacuum', 'checkpoint', 'prepare', 'execute'],
]);

/**
 * Passes one reading statement, refuses all else. Words in quotes and comments are
 * not read as SQL; a column named like a writing word must be quoted. The tables are a copy in
 * this browser, so this protects the reader's counts, not the department's records.
 */
export function checkReadOnly(text: string): void {
  const words = [...bare(text).matchAll(/[a-z_]\w*|;/g)].map((match) => match[0]);
  while (words.at(-1) === ';') words.pop();
  const first = words[0];
  if (first === undefined) throw new TableFailed('refused', 'There is no question here. Begin with SELECT.');
  if (words.includes(';'))
    throw new TableFailed('refused', 'One statement at a time, please: there is more after the “;”.');
  if (!READING.has(first)) throw new TableFailed('refused', refusal(first));
  if (first === 'pragma' && words[1] !== 'table_info')
    throw new TableFailed('refused', refusal(`pragma ${words[1] ?? ''}`));
  const writing = words.find((word) => WRITING.has(word));
  if (writing) throw new TableFailed('refused', refusal(writing));
}

const refusal = (word: string): string =>
  `${word.trim().toUpperCase()} is not allowed here: this page only reads. Use SELECT, WITH, EXPLAIN, DESCRIBE, SHOW or PRAGMA table_info.`;

/** What DuckDB reads as no SQL: comments, quoted text (E'…' may hold \', $$…$$ begins no name), quoted names. */
const NOT_SQL = new RegExp(
  [
    String.raw`--[^\n\r]*`,
    String.raw`/\*[\s\S]*?\*/`,
    String.raw`\be'(?:[^'\\]|\\[\s\S]|'')*'`,
    "'(?:[^']|'')*'",
    '"(?:[^"]|"")*"',
    String.raw`(?<![\w$\u0080-\uffff])\$([a-z_]*)\$[\s\S]*?\$\1\$`,
  ].join('|'),
  'gi',
);

/** The statement in lower case, with every comment and quoted text replaced by a blank. */
const bare = (text: string): string =>
  text.replace(NOT_SQL, (quoted) => (quoted.startsWith('"') ? ' "" ' : ' ')).toLowerCase();
