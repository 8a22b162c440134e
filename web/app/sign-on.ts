const KEPT = 'address-before-sign-on';

/** Leaves for the department's own sign-on, which sends everybody back to the first page. */
export function leaveForSignOn(): void {
  sessionStorage.setItem(KEPT, `${location.pathname}${location.search}`);
  location.assign('/api/sign-on');
}

/** The address that was asked for before a sign-on that has brought somebody back; null where there is none. */
export function addressBefore({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string | null {
  const kept = sessionStorage.getItem(KEPT);
  if (kept === null || pathname !== '/' || search !== '') return null;
  sessionStorage.removeItem(KEPT);
  return /^\/(?!\/)/.test(kept) && !kept.startsWith('/?') ? kept : null;
}
