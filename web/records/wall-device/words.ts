import type { WallDevice } from '#data/schema/wall.ts';
import { momentInWords } from '#web/ask/date-words.ts';
import { browserInWords } from '#web/records/shared/browser-words.ts';
import { wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    title: 'Screens',
    lead: 'Screens on walls show the picture of the city: areas and counts, never a name, an address or a resident’s words.',
    notYours: 'Screens are kept by an administrator.',
    failed: 'The screens could not be read',
    loading: 'Reading the screens',
    pairTitle: 'Pair a screen',
    pairHow: 'On the screen itself, open',
    pairThen:
      'It shows a code of eight letters and digits, and a new one every ten minutes. Type it here, or point a phone at its QR code.',
    fromScreen: 'The code came from the screen in front of you. Give it a name, then pair it.',
    code: 'Code on the screen',
    codeHint: 'Large or small letters, with or without the dash.',
    name: 'Name',
    nameHint: 'Where it hangs: Briefing room, Lobby east.',
    pair: 'Pair',
    pairing: 'Being paired',
    refused: 'Not paired',
    paired: (name: string) => `${name} is paired`,
    pairedLead: 'Its wall begins within a few seconds. Look up.',
    begun: (name: string) => `${name} is on`,
    begunLead: 'The wall has begun.',
    listed: 'Screens in use',
    empty: 'No screen is paired yet',
    emptyLead: 'Put any browser on a wall, open the address above on it, and type the code that it shows. That is all.',
    on: 'On',
    neverOn: 'Paired, not begun yet',
    lastOn: (moment: string) => `Off, last on ${moment}`,
    pairedBy: (who: string, moment: string) => `paired by ${who}, ${moment}`,
    rename: 'Rename',
    renameOf: (name: string) => `Rename ${name}`,
    save: 'Save',
    remove: 'Remove',
    removeOf: (name: string) => `Remove ${name}`,
    removeTitle: (name: string) => `Remove ${name}?`,
    removeLead: 'Its picture of the city goes within seconds, and the screen says that it was removed.',
    removeLast: 'This cannot be undone. To use the screen again it is paired anew, with a new code.',
    removeKept: 'The audit keeps who paired and who removed it.',
    removed: (n: number) => `Removed screens (${n})`,
    removedAt: (moment: string) => `removed ${moment}`,
  },
});

/** Whether a screen shows its wall, and since when it does not. */
export function stateInWords({ isOn, lastSeenAt }: WallDevice, nowLocal: string): string {
  if (isOn) return words.on;
  return lastSeenAt === null ? words.neverOn : words.lastOn(momentInWords(lastSeenAt, nowLocal));
}

/** "Chrome on Linux, paired by Tran, 9:12 am today". */
export const originInWords = ({ userAgent, pairedBy, pairedAt }: WallDevice, nowLocal: string): string =>
  `${browserInWords(userAgent)}, ${words.pairedBy(pairedBy, momentInWords(pairedAt, nowLocal))}`;
