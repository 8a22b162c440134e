/** A block as a person writes it: `1600 BLK PELL STREET` is "1600 blk Pell Street". */
export const blockName = (block: string): string =>
  block === block.toUpperCase()
    ? block
        .toLowerCase()
        .replace(/(^|[\s/&-])(?!blk\b)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : block;
