import { wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    pair: 'Pair this screen',
    code: 'Code of this screen',
    open: 'On your phone or at your desk, open',
    type: 'Sign in as an administrator and type this code.',
    begins: 'The wall begins by itself.',
    scan: 'Or point a phone at this',
    qr: (address: string) => `QR code that opens ${address}`,
    newCodeIn: (left: string) => `New code in ${left}`,
    asking: 'Asking for a code',
    askingLead: 'It takes a moment.',
    away: 'The server does not answer',
    awayLead: 'This screen asks again every few seconds and goes on by itself.',
    awayNow: 'The server does not answer just now. The code stays while it may still hold.',
    refused: 'The server refused this screen',
    refusedLead: 'It asks again every half minute. Whoever runs the server finds the reason in these words.',
    revoked: 'This screen was removed',
    revokedLead:
      'An administrator has taken it out of use, so it shows nothing of the city. To use it again, pair it anew.',
    anew: 'Show a new code',
    anewHint: 'Press Enter, or load this page again.',
    cannot: 'This screen cannot be paired on this page',
    cannotLead:
      'A screen proves itself by a key, and browsers make keys on secure pages only. This page came over http, without encryption.',
    cannotDo: 'Open this address on the screen instead:',
    cannotElse: 'If nothing answers there, whoever runs the server has to set up https for it.',
    cannotOld: 'This browser makes no keys. Use a current Chrome, Edge, Firefox or Safari.',
  },
});

/** "9:04", of 544 seconds. */
export const leftInWords = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
