import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { WallDevice } from '#data/schema/wall.ts';
import { useMay } from '#web/ask/session.tsx';
import { Awaited } from '#web/records/shared/awaited.tsx';
import shared from '#web/records/shared/page.module.css';
import { getJson } from '#web/records/shared/send.ts';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import { PairForm } from './pair-form.tsx';
import { RemoveDialog, RenameDialog } from './screen-dialogs.tsx';
import { RemovedScreens, ScreenRow } from './screen-rows.tsx';
import css from './screens.module.css';
import { words } from './words.ts';

type Open = { is: 'rename' | 'remove'; screen: WallDevice } | null;

const LOOK_MS = 2_000;
const LOOK_FOR_MS = 60_000; // whether the screen that was just paired has begun

/** `/walls`: the screens on walls; paired, named and removed by an administrator, often with a phone before the wall. */
export function ScreensScreen() {
  const mayManage = useMay('wall.manage');
  const [open, setOpen] = useState<Open>(null);
  const [paired, setPaired] = useState({ deviceId: '', lookUntil: 0 });
  const query = useQuery({
    queryKey: ['wall-devices'],
    queryFn: () => getJson(z.array(WallDevice), '/api/wall-devices'),
    enabled: mayManage,
    staleTime: 0,
    refetchInterval: ({ state }) => {
      const hasBegun = state.data?.find(({ deviceId }) => deviceId === paired.deviceId)?.isOn;
      return hasBegun === false && performance.now() < paired.lookUntil ? LOOK_MS : false;
    },
  });
  if (!mayManage) {
    return (
      <div className={`${shared.page} ${css.page}`}>
        <Notice kind="locked" title={words.notYours} />
      </div>
    );
  }
  const inUse = (query.data ?? []).filter(({ revokedAt }) => revokedAt === null);
  const removed = (query.data ?? []).filter(({ revokedAt }) => revokedAt !== null);
  const close = () => setOpen(null);
  return (
    <div className={`${shared.page} ${css.page}`}>
      <header>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      <PairForm
        paired={inUse.find(({ deviceId }) => deviceId === paired.deviceId) ?? null}
        onPaired={({ deviceId }) => setPaired({ deviceId, lookUntil: performance.now() + LOOK_FOR_MS })}
      />
      <section className={css.part}>
        <h2>{words.listed}</h2>
        <Awaited query={query} failed={words.failed} reading={words.loading} height={160} />
        {query.data && inUse.length === 0 && <Quiet title={words.empty}>{words.emptyLead}</Quiet>}
        {inUse.length > 0 && (
          <ul className={css.list}>
            {inUse.map((screen) => (
              <ScreenRow
                key={screen.deviceId}
                screen={screen}
                onRename={() => setOpen({ is: 'rename', screen })}
                onRemove={() => setOpen({ is: 'remove', screen })}
              />
            ))}
          </ul>
        )}
        {removed.length > 0 && <RemovedScreens screens={removed} />}
      </section>
      {open?.is === 'rename' && <RenameDialog screen={open.screen} onClose={close} />}
      {open?.is === 'remove' && <RemoveDialog screen={open.screen} onClose={close} />}
    </div>
  );
}
