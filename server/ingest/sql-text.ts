/** A text as SQL literal. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const sqlList = (texts: readonly string[]): string => `[${texts.map(sqlText).join(', ')}]`;

/** The path of one file to read: left alone, its stars and brackets would be a pattern, and bring the files beside it too. */
export const sqlPath = (path: string): string => sqlText(path.replace(/[*?[]/g, '[$&]'));
