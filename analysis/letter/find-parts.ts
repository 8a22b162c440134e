/** The three parts that P3103 V.B.4 asks of a member's letter. An empty one was not found. */
export type LetterParts = { readonly words: string; readonly area: string; readonly actions: string };
export type LetterPart = 'concern' | 'area' | 'actions';

const LABELS: readonly (readonly [part: keyof LetterParts, label: RegExp])[] = [
  ['words', /^(?:the )?(?:concern|problem|issue|complaint|preocupaci[oó]n|problema)\b/i],
  ['area', /^(?:the )?(?:area(?: of (?:the )?concern)?|location|where|place|lugar|[aá]rea|zona|d[oó]nde)\b/i],
  ['actions', /^(?:the )?(?:actions?(?: taken)?(?:, if any)?|efforts(?: so far)?|what i did|acciones|qu[eé] hice)\b/i],
];
const LABEL_END = /^\s*(?:[:：=]|[-–—]\s)\s*/;
const QUOTED = /^\s*>/;
const ENDS = /^(?:-- ?|_{5,}|-{2,} ?original message.*|on .+ wrote:|el .+ escribi[oó]:|from: .+)$/i;

/**
 * Reads the parts of a letter by the labels that stand at the beginning of its lines. Without a
 * single label the whole letter is the concern. An area is never guessed from the words.
 */
export function findParts(text: string): LetterParts {
  const found: Record<keyof LetterParts, string[]> = { words: [], area: [], actions: [] };
  const unlabeled: string[] = [];
  let here: string[] = unlabeled;
  for (const line of ownLines(text)) {
    const label = labelOf(line);
    if (label !== null) here = found[label.part];
    here.push(label === null ? line : label.rest);
  }
  const isLabeled = Object.values(found).some((lines) => lines.length > 0);
  const before = found.words.length === 0 && !isGreeting(unlabeled) ? unlabeled : [];
  return {
    words: joined(isLabeled ? [...before, ...found.words] : unlabeled),
    area: joined(found.area),
    actions: joined(found.actions),
  };
}

/** Which parts a letter lacks. Actions are asked for only "if any", so their lack is told and never holds a letter up. */
export function findMissing({ words, area, actions }: LetterParts): LetterPart[] {
  const missing: LetterPart[] = [];
  if (words === '') missing.push('concern');
  if (area === '') missing.push('area');
  if (actions === '') missing.push('actions');
  return missing;
}

function labelOf(line: string): { part: keyof LetterParts; rest: string } | null {
  for (const [part, label] of LABELS) {
    const name = label.exec(line.trimStart())?.[0];
    if (name === undefined) continue;
    const rest = line.trimStart().slice(name.length);
    const end = LABEL_END.exec(rest);
    if (end !== null || rest.trim() === '') return { part, rest: rest.slice(end?.[0].length ?? 0) };
  }
  return null;
}

/** Without what the writer quotes and signs. */
function ownLines(text: string): string[] {
  const lines = text.replaceAll('\r', '').split('\n');
  const end = lines.findIndex((line) => ENDS.test(line.trim()));
  return (end < 0 ? lines : lines.slice(0, end)).filter((line) => !QUOTED.test(line));
}

const isGreeting = (lines: readonly string[]): boolean =>
  joined(lines).length < 40 &&
  /^(?:hi|hello|dear|good (?:morning|afternoon|evening)|hola|buen[oa]s)\b/i.test(joined(lines));

const joined = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
