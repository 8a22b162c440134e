/** The page of each method, as its room keeps it. Loaded when one is opened. */
const FILES = import.meta.glob<string>('#analysis/*/README.md', { query: '?raw', import: 'default' });

export const PAGES: ReadonlyMap<string, () => Promise<string>> = new Map(
  Object.entries(FILES).map(([path, load]) => [path.split('/').at(-2) ?? path, load]),
);
