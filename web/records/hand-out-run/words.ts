import type { HandOutLanguage, HandOutRun } from '#data/schema/records/hand-out.ts';
import { plural, wordsOf } from '#web/ui/words.ts';

type Page = HandOutRun['pages'][number];

export const words = wordsOf({
  en: {
    title: 'Pages for every group',
    about:
      'Makes and releases the page of each active group over the same days. Numbers that could point at a person are held back by the gate, as on a single page.',
    loading: 'Reading the runs',
    failed: 'The runs could not be read',
    forbidden: 'Pages for every group are not open to your role',
    from: 'First day',
    to: 'Last day',
    languages: 'Languages',
    language: { en: 'English', es: 'Spanish' } satisfies Record<HandOutLanguage, string>,
    paper: 'Paper',
    papers: { letter: 'Letter', a4: 'A4' },
    make: 'Make all pages',
    making: 'Making',
    sure: 'Release a page for every active group?',
    sureAbout: 'Numbers that are printed cannot be taken back. Each page goes on the public page of its group.',
    release: 'Release them',
    noLanguage: 'Choose a language.',
    none: 'No run yet',
    noneAbout: 'Choose the days and press the button. A page for each group follows here.',
    progress: (done: number, all: number) => `${done} of ${plural(all, 'page', 'pages')}`,
    answer: (made: number, not: number, waiting: number) =>
      waiting > 0
        ? `${made} made, ${waiting} to come.`
        : not === 0
          ? `All ${made} pages are made.`
          : `${made} made. ${plural(not, 'page', 'pages')} could not be made.`,
    resume: 'Try those again',
    files: 'All PDFs in one file',
    group: 'Group',
    state: 'State',
    page: 'Page',
    why: 'Why',
    states: { waiting: 'Waiting', made: 'Made', 'not-made': 'Not made' } satisfies Record<Page['state'], string>,
    earlier: 'Earlier runs',
    run: (runId: string) => `Run ${runId}`,
  },
});
