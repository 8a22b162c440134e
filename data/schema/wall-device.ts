import { z } from 'zod';

const Coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The public half of the key of a screen. The private half cannot leave the browser that made it. */
export const ScreenKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: Coordinate,
  y: Coordinate,
});
export type ScreenKey = z.infer<typeof ScreenKey>;

/** None that is read as another from across a room, and no vowel, so that no word comes of it. */
export const CODE_LETTERS = 'CDFGHJKMNPQRTVWXY34679';

/** The code that a screen shows, however it was typed: `h7kd 4mqx` is `H7KD4MQX`. */
export const PairingCode = z
  .string()
  .max(40)
  .transform((typed) => typed.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  .refine((code) => code.length === 8, 'eight letters and digits, as the screen shows them');

/** What a screen that asked to be paired shows until somebody does. */
export const PairingOffer = z.object({
  deviceId: z.string(),
  code: z.string(), // H7KD-4MQX
  seconds: z.number().int().positive(), // the code holds for so long
  address: z.string().nullable(), // where it is typed; null: the address of the page, with /walls
});
export type PairingOffer = z.infer<typeof PairingOffer>;

/** Where a screen stands; one that is paired is handed what it has to sign. */
export const ScreenStanding = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting'), seconds: z.number().int().nonnegative() }),
  z.object({ state: z.literal('paired'), nonce: z.string() }),
  z.object({ state: z.literal('revoked') }),
]);
export type ScreenStanding = z.infer<typeof ScreenStanding>;

/** What a screen signs to enter. It names the screen and what for, so that no other signature of the key will do. */
export const wordsToSign = (deviceId: string, nonce: string): string =>
  `Commonbeat: screen ${deviceId} enters with ${nonce}`;
