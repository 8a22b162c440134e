import { readFile } from 'node:fs/promises';
import ts from 'typescript';

export type WallLooks = typeof import('#test/fixture/wall-looks.ts');

/** The measuring of `test/fixture/wall-looks.ts` as a script for a page that was built without it. */
export async function wallLooksScript(): Promise<string> {
  const source = await readFile(new URL('../fixture/wall-looks.ts', import.meta.url), 'utf8');
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const plain = ts.transpileModule(source, { compilerOptions: options }).outputText;
  const names = [...plain.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  return `(() => { ${plain.replaceAll(/^export /gm, '')}; globalThis.wallLooks = { ${names.join(', ')} }; })()`;
}
