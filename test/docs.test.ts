import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const pages = ['README.md', ...['docs', 'data', 'analysis', 'test'].flatMap((top) => pagesBelow(top))];

function pagesBelow(top: string): string[] {
  return readdirSync(root + top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

/** Addresses of links, and paths of ours between backticks. */
function addressesIn(page: string): { said: string; path: string }[] {
  const text = readFileSync(root + page, 'utf8').replace(/```[\s\S]*?```/g, '');
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map((m) => m[1] ?? '');
  const paths = [...text.matchAll(/`((?:data|server|analysis|web|test|docs)\/[\w./-]+)`/g)].map((m) => m[1] ?? '');
  return [
    ...links.map((said) => ({ said, path: normalize(join(dirname(page), said)) })),
    ...paths.map((said) => ({ said, path: said })),
  ];
}

test('every link and every path of ours in a page leads somewhere', () => {
  expect(pages.length).toBeGreaterThan(5);
  const all = pages.flatMap((page) => addressesIn(page).map((address) => ({ page, ...address })));
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(({ path }) => !existsSync(root + path)).map(({ page, said }) => `${page}: ${said}`)).toEqual([]);
});

test('no page has an empty heading', () => {
  for (const page of pages) {
    const text = readFileSync(root + page, 'utf8').replace(/```[\s\S]*?```/g, 'code');
    const empty = [...text.matchAll(/^(#{1,6}) .+\n+(?=\1 |$(?![\s\S]))/gm)].map((m) => m[0].trim());
    expect(empty, page).toEqual([]);
  }
});
