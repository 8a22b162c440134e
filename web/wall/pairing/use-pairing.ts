import { useCallback, useEffect, useState } from 'react';
import type { PairingOffer } from '#data/schema/wall-device.ts';
import { askForCode, beginAnew, type Entered, enterDevice } from './enter-device.ts';

/** A code that stands on the wall; `isAway`: nobody could type it just now, the server does not answer. */
export type Shown =
  | { readonly is: 'asking' | 'away' | 'revoked' | 'cannot' }
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'code'; readonly offer: PairingOffer; readonly isAway: boolean };

const LOOK_MS = 3_000; // so soon the wall stands there after a code was typed
const REFUSED_MS = 30_000;

/** Asks for a code, looks whether it was typed, asks for another when it lapses; says when the screen is in. */
export function usePairing(onIn: () => void): { shown: Shown; startAnew: () => void } {
  const [shown, setShown] = useState<Shown>({ is: 'asking' });
  const [round, setRound] = useState(0);
  const startAnew = useCallback(() => {
    setShown({ is: 'asking' });
    void beginAnew().then(() => setRound((n) => n + 1));
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round begins anew
  useEffect(() => {
    let timer: number | undefined;
    let isOver = false;
    let offer: PairingOffer | null = null;
    const show = (next: Shown, againIn: number | null) => {
      if (isOver) return;
      setShown(next);
      if (againIn !== null) timer = window.setTimeout(() => void step(), againIn);
    };
    const step = async (): Promise<void> => {
      const entered = await enterDevice().catch((): Entered => ({ is: 'away' }));
      if (isOver) return;
      if (entered.is === 'in') return onIn();
      if (entered.is === 'revoked' || entered.is === 'cannot') return show(entered, null);
      if (entered.is === 'refused') return show(entered, REFUSED_MS);
      if (entered.is === 'away') return show(offer ? { is: 'code', offer, isAway: true } : { is: 'away' }, LOOK_MS);
      if (entered.is === 'waiting' && offer) return show({ is: 'code', offer, isAway: false }, LOOK_MS);
      const asked = await askForCode().catch(() => ({ is: 'away' as const }));
      if (asked.is === 'refused') return show(asked, REFUSED_MS);
      if (asked.is === 'away') return show({ is: 'away' }, LOOK_MS);
      offer = asked.offer;
      show({ is: 'code', offer, isAway: false }, LOOK_MS);
    };
    void step();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [onIn, round]);
  return { shown, startAnew };
}
