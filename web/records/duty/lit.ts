/** The group in hand: list and map show the same one, whichever of them is pointed at. */
export type Lit = { readonly lit: string | null; readonly onLight: (groupId: string | null) => void };
