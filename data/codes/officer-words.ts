const anyOf = (words: string): RegExp => new RegExp(`(?<!\\p{L})(${words})(?!\\p{L})`, 'u'); // \b knows no accents

const SOMEBODY_OF_OURS = anyOf(
  'officers?|cops?|deputy|deputies|police(?:man|woman|men)?|sergeant|patrolman|oficial(?:es)?|polic[ií]as?',
);
const HOW_THEY_BEHAVED = anyOf(
  [
    'rude|disrespect\\p{L}*|racist|profil\\p{L}+|harass\\p{L}*|brutal\\p{L}*|excessive|rough\\p{L}*|slammed|shoved',
    'punched|kicked|insult\\p{L}*|swore|cursed|yelled at (?:me|us|him|her)|threaten\\p{L}*|lied|corrupt\\p{L}*',
    'bribe\\p{L}*|groser[oa]|golpe[oó]|maltrat\\p{L}+|amenaz\\p{L}+',
  ].join('|'),
);

/**
 * True where the words sound like a complaint about how an officer behaved. A hint for a question,
 * never a judgment: a person answers it.
 */
export function soundsAboutOfficer(words: string): boolean {
  return words
    .toLowerCase()
    .split(/[.!?\n]+/)
    .some((sentence) => SOMEBODY_OF_OURS.test(sentence) && HOW_THEY_BEHAVED.test(sentence));
}
