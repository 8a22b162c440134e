import { createContext } from 'react';

export type Shade = 'light' | 'dark';

/** Light is the desk, dark the wall and a desk option; the map draws its own colors and must be told. */
export const ShadeContext = createContext<{ shade: Shade; setShade: (shade: Shade) => void }>({
  shade: 'light',
  setShade: () => undefined,
});
