import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Filter } from '#data/schema/filter.ts';
import { type Address, wordOf } from './address.ts';
import { usualWindow } from './dates.ts';
import { useDesk, usualLayer } from './desk.tsx';
import { filterOf, readView, type View, writeView } from './view.ts';

const searchOf = ({ location }: { location: { search: Address } }): Address => location.search;

export type Change = Partial<Omit<View, 'filter'>> & { filter?: Partial<View['filter']> };

/** The view as the address has it, the filter it asks for, and how to change it. Each change is one step of Back. */
export function useView(): {
  view: View;
  filter: Filter;
  change: (change: Change) => void;
  addressOf: (change: Change) => Address;
} {
  const { opened } = useDesk();
  const { view, addressOf } = useAddress();
  const navigate = useNavigate();
  const filter = useMemo(
    () => filterOf(view, { window: usualWindow(opened), layer: usualLayer(opened) }),
    [view, opened],
  );
  const change = useCallback(
    (next: Change) => void navigate({ to: '.', search: addressOf(next) }),
    [navigate, addressOf],
  );
  return { view, filter, change, addressOf };
}

/** The view as the address has it, also where no calls are open, and the manifest it asks for; null: that of now. */
export function useAddress(): { view: View; manifest: string | null; addressOf: (change: Change) => Address } {
  const search = useRouterState({ select: searchOf });
  const manifest = wordOf(search.data);
  const view = useMemo(() => readView(search), [search]);
  const addressOf = useCallback(
    (change: Change) => ({
      ...writeView({ ...view, ...change, filter: { ...view.filter, ...change.filter } }),
      data: manifest ?? undefined,
    }),
    [view, manifest],
  );
  return { view, manifest, addressOf };
}
