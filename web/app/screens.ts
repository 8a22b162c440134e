import type { Permission } from '#data/schema/permissions.ts';
import { words } from './words.ts';

/** `shelf`: where it stands. The header holds what most people open most days; the rest is one press away. */
export type Screen = {
  to: string;
  label: string;
  asks: Permission;
  shelf: 'header' | 'calls' | 'work' | 'record' | 'house';
  table?: boolean;
};

/** The screens in their order. Who may not do what a screen asks for is not shown it. */
export const SCREENS: readonly Screen[] = [
  { to: '/', label: words.explore, asks: 'extract.read', shelf: 'header' },
  { to: '/spikes', label: words.spikes, asks: 'extract.read', shelf: 'header' },
  { to: '/concerns', label: words.concerns, asks: 'concern.read', shelf: 'header' },
  { to: '/groups', label: words.groups, asks: 'group.read', shelf: 'header' },
  { to: '/duties', label: words.duties, asks: 'duty.read', shelf: 'header' },
  { to: '/reports', label: words.reports, asks: 'report.read', shelf: 'header' },
  { to: '/', label: words.table, asks: 'extract.read', shelf: 'calls', table: true },
  { to: '/patterns', label: words.patterns, asks: 'pattern.read', shelf: 'calls' },
  { to: '/sql', label: words.sql, asks: 'extract.read', shelf: 'calls' },
  { to: '/sources', label: words.sources, asks: 'extract.read', shelf: 'calls' },
  { to: '/wall-code', label: words.walls, asks: 'wall.ask', shelf: 'calls' },
  { to: '/triage', label: words.triage, asks: 'concern.triage', shelf: 'work' },
  { to: '/letters', label: words.letters, asks: 'mail.review', shelf: 'work' },
  { to: '/weekly', label: words.weekly, asks: 'wall.ask', shelf: 'work' },
  { to: '/contacts', label: words.contacts, asks: 'contact.read', shelf: 'work' },
  { to: '/meetings', label: words.meetings, asks: 'meeting.read', shelf: 'work' },
  { to: '/promises', label: words.promises, asks: 'promise.read', shelf: 'work' },
  { to: '/referrals', label: words.referrals, asks: 'referral.read', shelf: 'work' },
  { to: '/escalations', label: words.escalations, asks: 'notice.read', shelf: 'work' },
  { to: '/hand-outs', label: words.handOuts, asks: 'hand-out.read', shelf: 'work' },
  { to: '/register', label: words.register, asks: 'register.read', shelf: 'record' },
  { to: '/proof', label: words.proof, asks: 'proof.read', shelf: 'record' },
  { to: '/settings', label: words.settings, asks: 'person.read', shelf: 'house' },
  { to: '/accounts', label: words.accounts, asks: 'account.manage', shelf: 'house' },
  { to: '/walls', label: words.screens, asks: 'wall.manage', shelf: 'house' },
  { to: '/audit', label: words.audit, asks: 'audit.read', shelf: 'house' },
  { to: '/operations', label: words.operations, asks: 'operations.read', shelf: 'house' },
];

export const SHELVES: readonly { shelf: Screen['shelf']; label: string }[] = [
  { shelf: 'header', label: words.everyDay },
  { shelf: 'calls', label: words.callsShelf },
  { shelf: 'work', label: words.workShelf },
  { shelf: 'record', label: words.recordShelf },
  { shelf: 'house', label: words.houseShelf },
];
