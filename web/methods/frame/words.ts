import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    methods: 'Methods',
    choose: 'Choose a method',
    close: 'Close the method',
    how: 'How is this worked out?',
    allPages: 'All methods, and how each is worked out',
    mind: 'Mind',
    leftOut: 'Left out',
    options: 'Worked out with',
    failed: 'This could not be worked out',
    again: 'Try again',
    looking: 'Working it out',
    yearOfWeeks: 'Look at the last 52 weeks',
    stop: 'Stop',
    stopped: 'Stopped before the end.',
    steps: (done: number, total: number) => `${count(done)} of ${count(total)}`,
    read: (n: number, dates: string) => `${plural(n, 'call', 'calls')} read, ${dates}.`,
    more: (n: number) => `and ${count(n)} more`,
    rows: 'Rows',
    showAll: (n: number) => `Show all ${count(n)}`,
    notFound: 'No such method',
    notFoundMore: 'The address names a method that is not here. Choose one of these.',
    pageTitle: 'How it is worked out',
    back: 'Open in Explore',
  },
});
