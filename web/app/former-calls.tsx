import { useNavigate } from '@tanstack/react-router';
import type { Address } from '#web/ask/address.ts';
import { monthInWords } from '#web/ask/date-words.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { longDate } from '#web/chart/week-axis.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { words } from './words.ts';

/** Above calls as they once stood: of when they are, and the way to those of now; or that these are shown in their place. */
export function FormerCalls() {
  const { opened, missed } = useDesk();
  const navigate = useNavigate();
  if (!opened.isFormer && missed === null) return null;
  const { manifest, months, lastDay } = opened;
  const day = months.length > 0 ? monthInWords(lastDay) : longDate(manifest.cutoffLocal.slice(0, 10));
  const openNow = (
    <Button small onClick={() => navigate({ to: '.', search: (asked: Address) => ({ ...asked, data: undefined }) })}>
      {missed === null ? words.openNow : words.dismiss}
    </Button>
  );
  return (
    <Notice kind="stale" inline title={missed === null ? words.formerTitle(day) : words.goneTitle} actions={openNow}>
      {missed === null ? words.former : words.gone}
    </Notice>
  );
}
