import '#web/ui/tokens.css';
import '#web/ui/base.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { may } from '#data/schema/permissions.ts';
import type { Welcome } from '#data/schema/session.ts';
import type { Api } from '#web/api.ts';
import { keepPage } from '#web/records/shared/keep-page.ts';
import { forgetState, type KeptState, readState } from './live/kept-state.ts';
import { type Entered, enterDevice, keepEntered } from './pairing/enter-device.ts';
import { Pairing } from './pairing/pairing.tsx';
import frame from './shell/frame.module.css';
import { Frame } from './shell/frame.tsx';
import { readSettings } from './shell/settings.ts';
import { Wall } from './shell/wall.tsx';
import { words } from './shell/words.ts';

type Stand =
  | { readonly is: 'asking' }
  | { readonly is: 'in'; readonly isDevice: boolean }
  | { readonly is: 'out'; readonly demoWall: string | null }; // whom a demo lets in without pairing

const AGAIN_MS = 3000; // so that a server that lets in and shuts out is not asked without a pause

/** The page of a wall, which stands outside the gate of the desk: a screen has nobody who could sign in. */
export function WallPage({ api }: { api: Api }) {
  const { settings, ignored } = useMemo(() => readSettings(location.search), []);
  const [stand, setStand] = useState<Stand>({ is: 'asking' });
  const [kept, setKept] = useState<KeptState | null>(null);
  const [entry, setEntry] = useState(0);
  const [district, setDistrict] = useState<string | null>(null); // that the address names and the city does not have

  const begin = useCallback(async () => {
    const state = await readState();
    const next = await standingOf(api, state !== null);
    if (next.is === 'out') await forgetState();
    setKept(next.is === 'in' ? state : null);
    setStand(next);
    setEntry((times) => times + 1);
  }, [api]);
  const leave = useCallback(() => {
    setKept(null);
    void forgetState();
    setStand({ is: 'out', demoWall: null });
  }, []);
  /** The session is over. A screen enters again by its key, in the background of what it shows. */
  const onOut = useCallback(() => void setTimeout(begin, AGAIN_MS), [begin]);
  const onIn = useCallback(() => {
    setStand({ is: 'in', isDevice: true });
    setEntry((times) => times + 1);
  }, []);
  const isDevice = stand.is === 'in' && stand.isDevice;

  useEffect(() => void begin(), [begin]);
  useEffect(() => {
    if (stand.is === 'in') void keepPage('/wall');
  }, [stand.is]);
  useEffect(() => (isDevice ? keepEntered(leave) : undefined), [isDevice, leave]);
  return (
    <Frame settings={settings} ignored={district === null ? ignored : [...ignored, `district=${district}`]}>
      {stand.is === 'in' && (
        <Wall {...{ kept, settings, entry, onOut }} onRevoked={leave} onUnknownDistrict={setDistrict} />
      )}
      {stand.is === 'out' && <Pairing onIn={onIn} />}
      {stand.is === 'out' && stand.demoWall !== null && (
        <DemoDoor onEnter={() => void api.enterDemo(stand.demoWall ?? '').then(begin)} />
      )}
    </Frame>
  );
}

function DemoDoor({ onEnter }: { onEnter: () => void }) {
  return (
    <button type="button" className={frame.demo} onClick={onEnter}>
      {words.demo}
    </button>
  );
}

/** Who this browser is. Without an answer a screen that has its key, or that was let in before, shows what it kept. */
async function standingOf(api: Api, hasKept: boolean): Promise<Stand> {
  const welcome = await api.welcome().catch(() => null);
  if (welcome?.session && may(welcome.session.role, 'wall.read')) return { is: 'in', isDevice: false };
  const entered = await enterDevice().catch((): Entered => ({ is: 'away' }));
  if (entered.is === 'in' || entered.is === 'away') return { is: 'in', isDevice: true };
  if (welcome === null && hasKept && entered.is !== 'revoked') return { is: 'in', isDevice: false };
  return { is: 'out', demoWall: demoWallOf(welcome) };
}

const demoWallOf = (welcome: Welcome | null): string | null =>
  welcome?.people.find(({ role }) => role === 'wall')?.personId ?? null;
