import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    rows: 'Rates of the areas, by name',
    area: 'Area',
    rate: 'Per 1,000, 95%',
    smoothed: 'Smoothed',
    place: 'Funnel',
    chart: (areas: number) =>
      `${plural(areas, 'area', 'areas')} by residents and calls per 1,000, in the funnel of 95% and 99.8%`,
    perAxis: 'calls per 1,000 residents',
    residentsAxis: (most: number) => `${count(most)} residents`,
    label: (name: string, rate: string) => `${name}: ${rate} calls per 1,000 residents`,
    places: {
      within: 'Within',
      'above-95': 'Above',
      'above-998': 'Far above',
      'below-95': 'Below',
      'below-998': 'Far below',
    },
    compareTwo: 'Set two groups side by side, where that is fair',
    notJudged: 'Not judged',
    nothing: 'No area of this layer has residents to set calls against.',
    sentence: (target: string, outside: number, areas: number) =>
      `${target} calls per 1,000 residents over all. ${
        outside === 0
          ? `None of ${plural(areas, 'area lies', 'areas lies')} further from that than areas usually do`
          : `${count(outside)} of ${plural(areas, 'area', 'areas')} ${outside === 1 ? 'lies' : 'lie'} further from that than areas usually do`
      }.`,
    reasons: {
      'no-areas': 'No boundaries',
      'not-residential': 'Businesses, where residents are not those who call',
      'denominator-unknown': 'Number of residents not known',
      'denominator-zero': 'Nobody lives there',
      'denominator-small': 'Too few residents for a rate',
      'calls-of-visitors': 'More calls than residents make',
      'not-a-count': 'The count cannot be read',
      'too-few-areas': 'Too few areas to say how far they usually lie apart',
      'no-calls': 'No calls in this filter',
    },
  },
});
