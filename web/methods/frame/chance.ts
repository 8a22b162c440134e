/** A chance as a reader takes it: three places, and never a bare 0. */
export const chance = (p: number): string => (p < 0.001 ? '< 0.001' : p.toFixed(3));
