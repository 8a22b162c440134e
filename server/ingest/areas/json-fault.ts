const TOKEN =
  /[\t\n\r ]*(?:([[\]{},:])|("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;

type Expect = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end';

/** Where a text stops being JSON: the offset of the first character that cannot stand there. Null: the text is whole. */
export function jsonFault(text: string): number | null {
  const open: ('[' | '{')[] = [];
  let expect: Expect = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    const start = at + (/[\t\n\r ]*/y.exec(text.slice(at, at + 1000))?.[0].length ?? 0);
    if (token === null) return start >= text.length && open.length === 0 && expect === ', or end' ? null : start;
    const next = after(expect, token[1] ?? (token[2] === undefined ? 'scalar' : 'string'), open);
    if (next === null) return start;
    expect = next;
    at = TOKEN.lastIndex;
  }
}

/** What may follow a token; null where the token may not stand there. Keeps account of what is open. */
function after(expect: Expect, token: string, open: ('[' | '{')[]): Expect | null {
  const inside = open.at(-1);
  if (expect === ':') return token === ':' ? 'value' : null;
  if (expect === 'key' || expect === 'key or }') {
    if (token === 'string') return ':';
    return token === '}' && expect === 'key or }' ? closed(open) : null;
  }
  if (expect === ', or end') {
    if (token === ',') return inside === '[' ? 'value' : inside === '{' ? 'key' : null;
    return (token === ']' && inside === '[') || (token === '}' && inside === '{') ? closed(open) : null;
  }
  if (token === '[' || token === '{') {
    open.push(token);
    return token === '[' ? 'value or ]' : 'key or }';
  }
  if (token === ']' && expect === 'value or ]') return closed(open);
  return token === 'string' || token === 'scalar' ? ', or end' : null;
}

function closed(open: ('[' | '{')[]): Expect {
  open.pop();
  return ', or end';
}
