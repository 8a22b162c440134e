import type { Settings } from '#data/policy/choices.ts';
import { profileOf } from '#data/policy/profiles.ts';
import { longDate } from '#web/chart/week-axis.ts';
import type { Open } from './words.ts';
import { words } from './words.ts';

export const roleInWords = (role: string): string => role.replaceAll('-', ' ');

/** A choice as it is read: beside a field that says otherwise, and by whom may not change it. */
export function valueInWords({ key, unit }: Open, settings: Settings): string {
  if (key === 'quarterClock') return words.clocks[settings[key]];
  if (key === 'monthlyReportTo') return `the ${roleInWords(settings[key])}`;
  if (key === 'internalAffairs') return `${settings[key].name}. ${settings[key].reach}`;
  if (key === 'handOut') return Object.values(settings[key]).filter(Boolean).join(', ') || words.noHandOut;
  if (key === 'concernUnits')
    return settings[key].map(({ name, email }) => (email ? `${name} (${email})` : name)).join(', ') || words.noUnits;
  const said = settings[key] === 1 ? unit?.replace(/^(attempt|day|minute|answer)s/, '$1') : unit;
  return `${settings[key]} ${said ?? ''}`.trim();
}

export const policiesInWords = ({ profiles, reviewedOn }: Settings): string =>
  profiles
    .map((id) => [profileOf(id)?.title ?? id, reviewedOn[id] && `reviewed ${longDate(reviewedOn[id])}`])
    .map((parts) => parts.filter(Boolean).join(', '))
    .join('; ');
