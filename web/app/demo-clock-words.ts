import { wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    open: (day: string) => `Demo clock: ${day}`,
    title: 'Demo clock',
    itIs: (day: string, clock: string) => `It is ${day}, ${clock}, in the demo city.`,
    means:
      'For everybody in this demo. What falls due in the nights between is made: notices, escalations, drafts. No new calls come.',
    nextDay: 'Next day',
    nextQuarter: (day: string) => `Next quarter, ${day}`,
    day: 'Move to',
    move: 'Move the clock',
    moving: 'Doing the work of each night.',
    ahead: 'Name a day to come',
    back: (day: string) => `The clock goes forward only: what was written up to ${day} would lie ahead of it.`,
  },
});
