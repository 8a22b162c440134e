import { longDate } from '#web/chart/week-axis.ts';
import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    title: 'Two groups side by side',
    about:
      'Rates for two places that are alike. What could not be compared fairly is refused, and each group is set against its own past instead.',
    groups: 'Groups',
    choose: 'What to compare',
    one: 'Group',
    other: 'Beside',
    pick: 'Choose a group',
    kind: 'Calls about',
    from: 'First day',
    to: 'Last day',
    show: 'Compare',
    quarter: 'The last 13 weeks',
    failed: 'These groups could not be compared',
    refused: 'These days, or this kind, cannot be counted',
    forbidden: 'Counts by group are not open to your role',
    again: 'Try again',
    reading: 'Counting the calls',
    pickTwo: 'Choose two groups to set side by side.',
    notCompared: 'These are not compared',
    pictureOf: (label: string, denominator: string) =>
      `Calls about ${label.toLowerCase()} for each 1,000 ${denominator}`,
    picture: (label: string, denominator: string) =>
      `Rates of both groups with their limits on one axis, calls about ${label.toLowerCase()} for each 1,000 ${denominator}; the band is what is usual for each`,
    limits: (level: number) =>
      `line: where the true rate may lie (${Math.round(level * 100)} in 100 such lines hold it)`,
    band: 'band: usual for that group itself',
    rows: 'The rows',
    group: 'Group',
    calls: 'Calls',
    size: { residents: 'Residents', addresses: 'Addresses' },
    rate: 'For each 1,000',
    may: 'May truly be',
    usual: 'Usual calls',
    range: (low: string, high: string) => `${low} to ${high}`,
    noUsual: 'Not known',
    withheld: 'Withheld',
    own: 'Each against its own past',
    ownAbout: 'This can always be asked, also of groups that are unlike.',
    redrawn: (day: string) => `Its boundary was redrawn on ${longDate(day)}; all days are counted inside the new one.`,
    days: (from: string, to: string) => `${longDate(from)} to ${longDate(to)}`,
    sharedSome: 'They share a little ground: its calls are in both counts, which makes the lines a little too long.',
    source: (titles: readonly string[], cutoff: string) =>
      `Calls from the public inside each boundary, at their exact places. Source: ${titles.join('; ')}, received up to ${longDate(cutoff.slice(0, 10))}.`,
    askedTo: (asked: string, to: string) =>
      `Asked for up to ${longDate(asked)}; counted up to ${longDate(to)}, the last day that is wholly in.`,
    people: (residents: number | null, addresses: number | null) =>
      [
        residents === null ? 'residents not known' : plural(residents, 'resident', 'residents'),
        addresses === null ? 'addresses not known' : plural(addresses, 'address', 'addresses'),
      ].join(', '),
    number: count,
  },
});
