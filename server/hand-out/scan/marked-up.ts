/** Markup as it is written: tags with their attributes, texts, comments. */
export type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'comment'; readonly text: string }
  | { readonly is: 'tag'; readonly name: string; readonly attributes: readonly (readonly [string, string])[] }
  | { readonly is: 'end'; readonly name: string };

const PIECES =
  /<!--([\s\S]*?)-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[!?][^>]*>|<\/\s*([\w:.-]+)[^>]*>|<([\w:.-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)/g;
const ATTRIBUTES = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

export function* piecesOf(markup: string): Generator<Piece> {
  for (const [, comment, data, end, name, attributes = '', text] of markup.matchAll(PIECES)) {
    if (comment !== undefined) yield { is: 'comment', text: comment };
    else if (end !== undefined) yield { is: 'end', name: end };
    else if (name !== undefined) yield { is: 'tag', name, attributes: attributesOf(attributes) };
    else if (data !== undefined) yield { is: 'text', text: data };
    else if (text !== undefined) yield { is: 'text', text: unescaped(text) };
  }
}

const attributesOf = (written: string): (readonly [string, string])[] =>
  [...written.matchAll(ATTRIBUTES)].map(
    ([, name = '', double, single, bare]) => [name, unescaped(double ?? single ?? bare ?? '')] as const,
  );

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    return String.fromCodePoint(Math.min(0x10ffff, hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)));
  });
