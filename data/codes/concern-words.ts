import type { CategoryCode } from './categories.ts';

/**
 * Categories by a resident's plain words, English and Spanish. The first that fits is offered,
 * never forced. Protected kinds stand first, so that a "fight with my husband" is not a mere disturbance.
 */
const WORDS: readonly (readonly [RegExp, CategoryCode])[] = [
  [
    /\b(hit|hits|beat|beats|threat\w*|afraid of) (me|her|him|his|my)?\b.*\b(husband|wife|partner|boyfriend|girlfriend|ex)\b|domestic|violencia dom/,
    'domestic',
  ],
  [/\b(husband|wife|boyfriend|girlfriend|spouse)\b.*\b(hit|beat|yell|scream|threat)/, 'domestic'],
  [/\b(rape|molest|groped|flash(ed|ing)|expos(ed|ing) himself)/, 'sexual-offense'],
  [/suicid|mental health|talking to (himself|herself|themselves)/, 'mental-health'],
  [/(child|kid|elder\w*|old (man|woman))\b.*\b(neglect|abus|left alone)/, 'child-or-elder'],
  [/gun ?shots?|shots|shooting|disparos|balazos/, 'shots-fired'],
  [/\b(robbed|mugged|held up)\b|asalt/, 'robbery'],
  [
    /car doors?|car windows?|broke into (my |the |our )?(car|truck|van)|from (my|the|our|a) (car|truck|van)|puertas de (los )?carros/,
    'theft-from-vehicle',
  ],
  [/(stole|stolen|took)\b.*\b(car|truck|van|scooter|motorcycle)|catalytic/, 'vehicle-theft'],
  [/broke in|break-?ins?|burglar|kicked in/, 'burglary'],
  [/package|porch pirate|stole|stolen|steal|theft|shoplift|rob(o|aron)\b/, 'theft'],
  [/graffiti|tagged|spray ?paint|pintas?\b/, 'graffiti'],
  [/vandal|smashed|slashed|broken windows?/, 'vandalism'],
  [
    /speed\w*|racing|donuts|burnouts?|run(s|ning)? the (light|stop)|reckless|exceso de velocidad|carreras/,
    'reckless-driving',
  ],
  [
    /crosswalk|street ?lights?|stop sign|blind (bend|corner)|pothole|gravel|no light|crossing|semáforo/,
    'traffic-hazard',
  ],
  [/crash|collision|fender|hit and run|choque/, 'crash'],
  [/park(ed|ing)\b|abandoned (car|vehicle|truck)|blocks? (the|my|our) (driveway|sidewalk)|estaciona/, 'parking'],
  [/dump(ed|ing)|mattress|trash|litter|garbage|basura|tirader/, 'dumping'],
  [/firework|fuegos artificiales|cohetes/, 'fireworks'],
  [/noise|loud|music|party|parties|ruido|música/, 'noise'],
  [/drugs?|dealing|needles?|syringe|meth|fentanyl|drogas/, 'drugs'],
  [/drunk|drinking|beer|alcohol|borracho/, 'alcohol'],
  [/camp(s|ing)?\b|tents?\b|encampment|sleeping in/, 'encampment'],
  [/\bdogs?\b|barking|coyote|animal|perros?/, 'animal'],
  [/trespass|squatter|vacant (house|building|lot)/, 'trespass'],
  [/following|peering|looking (into|in) |lurking|suspicious|prowl|casing|sospechos/, 'suspicious'],
  [/fight|yelling|shouting|threaten|harass|pelea/, 'disturbance'],
  [/scam|fraud|estafa/, 'fraud'],
];

/** The category that the words suggest, or none. */
export function suggestCategory(words: string): CategoryCode | null {
  const said = words.toLowerCase();
  return WORDS.find(([pattern]) => pattern.test(said))?.[1] ?? null;
}
