import { plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    me: 'My account',
    sessions: 'Sessions',
    sessionsLead:
      'Where you are signed in. A session ends by itself after twelve hours, and locks when nobody touches it.',
    thisOne: 'this one',
    locked: 'locked',
    since: 'Since',
    lastTouch: 'Last touch',
    device: 'Device',
    person: 'Person',
    end: 'End',
    endOf: (device: string) => `End the session on ${device}`,
    unknownDevice: 'an unnamed browser',
    secondFactor: 'Second factor',
    factorOn: 'Signing in asks for a code from your phone.',
    factorOff: 'A password can be guessed or read over a shoulder; a code from your phone cannot.',
    factorNoPassword: 'Your department’s sign-on, or the demo, lets you in; there is no password to add a code to.',
    setUp: 'Set up',
    takeAway: 'Take away',
    password: 'Password',
    currentPassword: 'Your password',
    newPassword: 'New password',
    passwordHint: 'At least 12 characters.',
    changePassword: 'Change password',
    passwordChanged: 'Your password is changed. Your other sessions have ended.',
    qr: 'QR code of the secret',
    scan: 'Scan this with an authenticator app, then type the six digits that it shows.',
    secret: 'Or type this into the app:',
    code: 'Six digits',
    confirm: 'Confirm',
    recovery: 'Recovery codes',
    recoveryLead: 'Each signs you in once when the phone is lost. Print or copy them now: they are not shown again.',
    again: 'Try again',
    failed: 'This could not be read',
    loading: 'Reading',
    accounts: 'Accounts',
    accountsLead: 'Nobody signs up: accounts are made here, by the command line, or by your department’s sign-on.',
    endOthers: (n: number) => `End ${plural(n, 'other session', 'other sessions')}`,
    add: 'Add an account',
    name: 'Name',
    title: 'Title',
    role: 'Role',
    email: 'E-mail address',
    unit: 'Unit',
    waysIn: 'Signs in by',
    none: 'no account',
    byPassword: 'password',
    byCode: 'password and code',
    bySignOn: 'sign-on',
    state: 'State',
    active: 'active',
    closed: 'closed',
    shutOut: 'shut out: wrong passwords',
    open: (n: number) => (n === 0 ? '' : plural(n, 'session', 'sessions')),
    find: 'Find by name, role, unit or e-mail',
    nobody: 'Nobody of that name',
    noSessions: 'Nobody is signed in',
    manage: 'Manage',
    manageOf: (name: string) => `Manage ${name}`,
    account: 'Account',
    save: 'Save',
    copy: 'Copy',
    copied: 'Copied.',
    refused: 'This browser does not let it be copied: select it by hand.',
    titleHint: 'Before the name: CRO, Captain.',
    givePassword: 'Give a password',
    endsSessions: 'A new password, another role or a closed account ends every session of the person.',
    resetPassword: 'New password',
    resetBoth: 'New password, no code',
    close: 'Close account',
    reopen: 'Open again',
    make: 'Make the account',
    told: (name: string) => `Password of ${name}`,
    toldLead: 'It is shown this once. Hand it over in person; whoever gets it should change it.',
    done: 'Done',
    notYours: 'Accounts are kept by an administrator.',
  },
});

export const roleInWords = (role: string): string => role.replaceAll('-', ' ');

/** "CRO Whitlock": a title stands before the name where there is one. */
export const personInWords = ({ name, title }: { name: string; title: string }): string => `${title} ${name}`.trim();

const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** "Chrome on Windows", from what a browser calls itself. */
export function deviceInWords(userAgent: string): string {
  const browser = BROWSERS.find(([sign]) => sign.test(userAgent))?.[1];
  const system = SYSTEMS.find(([sign]) => sign.test(userAgent))?.[1];
  return [browser, system].filter((part) => part !== undefined).join(' on ') || words.unknownDevice;
}

const moment = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
export const momentOf = (utc: string): string => moment.format(new Date(utc));
