import type { Role } from '#data/schema/release-level.ts';
import { wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    publicPages: 'Pages for residents',
    signIn: 'Sign in',
    signInLead: (city: string) =>
      `Calls and concerns of ${city || 'this department'}. Every look at them is kept in the audit.`,
    email: 'E-mail address',
    password: 'Password',
    code: 'Code of your second factor',
    codeHint: 'Six digits from your app, or one of your recovery codes.',
    next: 'Go on',
    or: 'or',
    signOn: (title: string) => `Sign in with ${title}`,
    signOnFailed: 'The sign-on was not taken. Ask the administrator whether your groups have a role here.',
    away: 'The server cannot be reached. Check the connection and try again.',
    demoTitle: 'Enter the demo city',
    demoLead:
      'Everybody here is made up. Choose who you are; each role sees its own screens and its own level of detail.',
    enterAs: 'Enter as',
    others: (n: number) => `${n} more ${n === 1 ? 'person' : 'people'}`,
    does: {
      analyst: 'finds what is unusual, and answers why',
      officer: 'serves groups: meetings, concerns, contacts',
      coordinator: 'sorts what comes in, owes the reports',
      'section-commander': 'is told where contact cannot be made',
      'division-commander': 'oversees groups, sets one to rest',
      chief: 'approves programs, receives the quarter',
      'city-partner': 'sees only what was shared with the city',
      wall: 'the screen of the briefing room',
      auditor: 'reads everything, and what was done',
      administrator: 'keeps accounts and settings, sees no calls',
    } satisfies Record<Role, string>,
    nobody: 'This demo has no people yet. Make it again with a fresh home.',
    lockedTitle: 'Locked',
    locked: 'The map was cleared: nothing of it is left in this browser.',
    lockedAs: (name: string) => `Signed in as ${name}.`,
    unlock: 'Unlock',
    byCode: 'Use a code instead',
    byPassword: 'Use the password instead',
    other: 'Sign in as somebody else',
    bySignOn: 'Your session goes on once you have signed on again.',
    firstTitle: 'Make the first administrator',
    firstLead:
      'Nobody has an account here yet. This page works once, on this machine only. The administrator makes the other accounts.',
    name: 'Name',
    firstHint: 'At least 12 characters. A sentence is easier to keep than a riddle.',
    make: 'Make the account',
  },
});

export const roleInWords = (role: string): string => role.replaceAll('-', ' ');

export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .filter((letter) => letter !== '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
