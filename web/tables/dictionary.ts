/** The words of one column over all files, each with one code; -1 stands for no word. */
export type Dictionary = {
  readonly words: readonly string[];
  codeOf(word: string): number;
};

/** Files number their words on their own; joined columns need one numbering. */
export function createDictionary(): Dictionary {
  const words: string[] = [];
  const codes = new Map<string, number>();
  return {
    words,
    codeOf(word) {
      const known = codes.get(word);
      if (known !== undefined) return known;
      codes.set(word, words.length);
      words.push(word);
      return words.length - 1;
    },
  };
}
