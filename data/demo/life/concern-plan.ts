import type { DrawnConcern } from '#data/demo/concerns.ts';
import { type Random, randomOf } from '#data/demo/random.ts';

/** Which concerns carry what the story plants beside their place and date; no concern carries two of a list. */
export type ConcernPlan = {
  anonymous: ReadonlySet<string>;
  redact: ReadonlyMap<string, string>; // concernId → the sentence with a name in it
  spanish: ReadonlyMap<string, string>; // concernId → its words
  notFixable: ReadonlySet<string>;
  reopened: ReadonlySet<string>;
  byEmail: readonly string[]; // the concerns that came as the e-mails that could be filed at once
};

/** Names that a resident said and that nobody outside should read; all invented. */
const NAMES_SAID: readonly string[] = [
  'It is Darnell Krupp from the corner house, everybody knows.',
  'My nephew Tobias Wexley saw the plate.',
  'Ask Mrs. Agnes Holloway, she watched it from her window.',
  'The owner, Conrad Beyle, laughs about it.',
  'The son of the Vantongerens does it, Ruben is his name.',
  'Call me, Sylvie Aldersgate, at 555-0164 after six.',
  'I think Marlon Deakin sells there.',
  'The tenant is called Jolene Sprague and she is never home.',
];

const IN_SPANISH: readonly string[] = [
  'Los carros pasan muy rápido cuando los niños salen de la escuela. Tenemos miedo de cruzar.',
  'Hace tres semanas que no hay luz en la entrada del parque. De noche no se ve nada.',
  'Alguien deja basura y colchones detrás de las casas. Huele mal y hay ratas.',
  'Escuchamos disparos el sábado por la noche. Los niños no quieren salir a jugar.',
  'Nos robaron las herramientas de la camioneta. Sin ellas no podemos trabajar.',
  'Los perros andan sueltos por la mañana y una vecina ya se cayó por miedo.',
];

const SPANISH_CATEGORIES = [
  'reckless-driving',
  'traffic-hazard',
  'dumping',
  'shots-fired',
  'theft-from-vehicle',
  'animal',
];

export function planConcerns(seed: number, drawn: readonly DrawnConcern[]): ConcernPlan {
  const random = randomOf(seed, 'concern plan');
  const settled = drawn.filter(
    ({ status, sameAs, story }) => status === 'answered' && sameAs === null && story === null,
  );
  const firsts = new Set(drawn.map(({ sameAs }) => sameAs));
  const free = settled.filter(({ concernId }) => !firsts.has(concernId)).map(({ concernId }) => concernId);
  const take = (count: number): string[] =>
    Array.from({ length: count }, () => free.splice(random.int(free.length), 1)[0] ?? '').sort();
  const spanish = IN_SPANISH.flatMap((words, i): [string, string][] => {
    const about = settled.find(
      ({ concernId, category }) => free.includes(concernId) && category === SPANISH_CATEGORIES[i],
    );
    if (!about) return [];
    free.splice(free.indexOf(about.concernId), 1);
    return [[about.concernId, words]];
  });
  const said = take(NAMES_SAID.length);
  return {
    spanish: new Map(spanish),
    redact: new Map(said.map((concernId, i) => [concernId, NAMES_SAID[i] ?? ''])),
    anonymous: new Set(take(15)),
    notFixable: new Set(take(12)),
    reopened: new Set(take(10)),
    byEmail: latest(drawn, free, random),
  };
}

/** Twenty of the last half year. */
function latest(drawn: readonly DrawnConcern[], free: readonly string[], random: Random): string[] {
  const late = drawn.filter(({ concernId, raisedOn }) => free.includes(concernId) && raisedOn >= '2026-03-01');
  return late
    .map(({ concernId }) => ({ concernId, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, 20)
    .map(({ concernId }) => concernId)
    .sort();
}
