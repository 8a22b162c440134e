import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    rows: 'Rates of the areas, by name',
    area: 'Area',
    calls: 'Calls',
    residents: 'Residents',
    rate: 'Per 1,000',
    limits: '95% limits',
    smoothed: 'Smoothed',
    place: 'Funnel',
    chart: (areas: number) =>
      `${plural(areas, 'area', 'areas')} by residents and calls per 1,000, in the funnel of 95% and 99.8%`,
    perAxis: 'calls per 1,000 residents',
    residentsAxis: (most: number) => `${count(most)} residents`,
    label: (name: string, rate: string) => `${name}: ${rate} calls per 1,000 residents`,
    places: {
      within: 'Within',
      'above-95': 'Above, 95%',
      'above-998': 'Above, 99.8%',
      'below-95': 'Below, 95%',
      'below-998': 'Below, 99.8%',
    },
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
