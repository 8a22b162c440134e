const MOST = 20;
const LONGEST = 40;

/** Numbers as typed, with commas, semicolons or lines between: as many and as long as the sheet takes. */
export const toCaseNumbers = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .flatMap((each) => each.trim().slice(0, LONGEST) || [])
    .slice(0, MOST);
