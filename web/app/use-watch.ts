import { useEffect } from 'react';
import type { Session } from '#data/schema/session.ts';
import { type Api, ApiFailed } from '#web/api.ts';
import { tellAudit } from '#web/ask/tell-audit.ts';

const LOOK_EVERY_MS = 20_000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

const tellPrint = () =>
  tellAudit({ action: 'print', kind: 'page', recordId: window.location.pathname, words: window.location.search });

type Watch = {
  api: Api;
  idleMinutes: Session['idleMinutes'];
  onIdle: () => void;
  onGone: () => void;
  onSeen: (session: Session) => void; // as the server knows it now
};

/**
 * Tells the server of touches it cannot see (the map asks it nothing), and hears when it has locked or
 * ended the session. A page that nobody touches locks by itself, also where the server cannot be reached.
 */
export function useWatch({ api, idleMinutes, onIdle, onGone, onSeen }: Watch): void {
  useEffect(() => {
    let touchedAt = Date.now();
    let toldAt = touchedAt;
    const touch = () => {
      touchedAt = Date.now();
    };
    const look = async () => {
      if (Date.now() - touchedAt >= idleMinutes * 60_000) return onIdle();
      const isTouched = touchedAt > toldAt;
      toldAt = Date.now();
      try {
        onSeen(await (isTouched ? api.session() : api.watch()));
      } catch (failure) {
        if (failure instanceof ApiFailed && failure.isSignedOut) onGone();
      }
    };
    const lookWhenSeen = () => {
      if (document.visibilityState === 'visible') void look();
    };
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    for (const name of TOUCHES) window.addEventListener(name, touch, { passive: true, capture: true });
    document.addEventListener('visibilitychange', lookWhenSeen);
    window.addEventListener('beforeprint', tellPrint);
    return () => {
      clearInterval(timer);
      for (const name of TOUCHES) window.removeEventListener(name, touch, { capture: true });
      document.removeEventListener('visibilitychange', lookWhenSeen);
      window.removeEventListener('beforeprint', tellPrint);
    };
  }, [api, idleMinutes, onIdle, onGone, onSeen]);
}
