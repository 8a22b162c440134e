import { wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
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
    enter: (name: string, role: string) => `Enter as ${name}, ${role}`,
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
