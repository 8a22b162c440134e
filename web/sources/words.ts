import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    title: 'Sources',
    about: 'Where the numbers come from, how old they are, and what could not be used.',
    ages: 'Data age',
    source: 'Source',
    first: 'First call',
    last: 'Last call',
    readAt: 'Taken in',
    expected: 'New calls expected',
    finished: 'finished file',
    every: (hours: number) => (hours <= 1 ? 'each hour' : hours === 24 ? 'each day' : `every ${count(hours)} hours`),
    takenIn: 'What became of every record read',
    taken: {
      read: 'Read',
      accepted: 'Accepted',
      rejected: 'Rejected',
      duplicates: 'Duplicates',
      superseded: 'Older versions',
      replaced: 'Replaced later',
    },
    takenNote:
      'Read is accepted, rejected, duplicates and older versions together. Replaced later were accepted once; a newer version took their place.',
    heldBack: 'Kept off the map',
    years: 'What is loaded, by year',
    year: 'Year',
    calls: 'Calls',
    withheld: 'Above your level',
    size: 'Size',
    state: 'State',
    read: 'read',
    unread: 'not used',
    reconciled: 'Where every call lies',
    sums: {
      read: 'Calls kept',
      inside: (noun: string) => `In exactly one ${noun}`,
      inSeveral: (noun: string) => `In two or more ${noun}`,
      outside: 'Placed, in none',
      unplaced: 'Not mapped: no usable location',
      quarantined: 'Held back: a location that cannot be believed',
    },
    heldBackNote:
      'Held back are default points (headquarters, 0,0) and points on other continents. They are counted and never drawn.',
    boundaries: 'Boundaries',
    layer: 'Layer',
    areas: 'Areas',
    version: 'Version',
    versions: 'Data version',
    madeAt: (moment: string) => `Cut ${moment} UTC.`,
    late: 'How late calls arrive',
    lastDays: 'Last days still arriving',
    knownBy: 'How that is known',
    learned: (calls: number, deliveries: number) =>
      `learned from ${plural(calls, 'call', 'calls')} of ${plural(deliveries, 'delivery', 'deliveries')}`,
    ofProfile: (deliveries: number) =>
      deliveries === 0
        ? 'as its profile says: one delivery cannot show what comes late'
        : `as its profile says: ${plural(deliveries, 'delivery', 'deliveries')} after the first are too few to learn from`,
    ofProfileFinished: 'as its profile says: a finished file brings no more calls',
    lag: (days: number) =>
      days === 0
        ? 'No day is taken as still arriving; whole weeks are judged up to the last call.'
        : `The last ${plural(days, 'day is', 'days are')} taken as still arriving; the weeks they lie in are not judged.`,
    level: (level: string, n: number) =>
      n === 0
        ? `Release level ${level}: no call is held from you.`
        : `Release level ${level}: ${plural(n, 'call is', 'calls are')} above it and not in this browser.`,
    megabytes: (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`,
    total: (n: number) => count(n),
  },
});
