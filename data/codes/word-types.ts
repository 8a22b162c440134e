import type { CategoryCode } from './categories.ts';

/**
 * Categories by the words of a call type, for exports nobody has mapped yet. The first
 * pattern that fits wins, so the protected ones stand first: a "sexual assault" is never a
 * plain assault. Ours; made from the call types of Seattle, New Orleans, Cincinnati and
 * Chicago as their portals print them. A department should replace it by its own table.
 */
const WORDS: readonly (readonly [RegExp, CategoryCode])[] = [
  [/HOMICIDE|MURDER|MANSLAUGHTER|DEAD BODY|DOA\b/, 'homicide'],
  [/\b(RAPE|SEX|SEXUAL|MOLEST\w*|INDECENT|LEWD|PROSTITUTION|STALKING|TRAFFICKING)/, 'sexual-offense'],
  [/DOMESTIC|\bDV\b|PROTECTI(ON|VE) ORDER|STRANGUL/, 'domestic'],
  [/CHILD|JUVENILE|ELDER|ADULT PROTECTIVE|NEGLECT/, 'child-or-elder'],
  [/SUICID|MENTAL|CRISIS|PSYCH|5150|BAKER ACT/, 'mental-health'],
  [/MISSING|RUNAWAY|ABDUCT|KIDNAP/, 'missing-person'],
  [/WELFARE|WELL ?BEING|CHECK (ON )?(A )?PERSON/, 'welfare-check'],
  [/OVERDOSE|MEDICAL|AMBULANCE|\bEMS\b|SICK|INJUR(ED|Y) PERSON|CARDIAC/, 'medical'],
  [/WARRANT|ARREST SERVICE/, 'warrant'],
  [/SHOTS? ?(FIRED|HEARD)|SHOTSPOTTER|GUNSHOT|DISCHARG/, 'shots-fired'],
  [/ROBBERY|HOLD ?UP|CARJACK/, 'robbery'],
  [/WEAPON|FIREARM|GUN\b|KNIFE/, 'weapons'],
  [/ASSAULT|BATTERY|SHOOTING|STABB|FIGHT/, 'assault'],
  [/ALARM/, 'alarm'],
  [/BURGLAR|BREAK(ING)? (AND|&) ENTER|HOME INVASION/, 'burglary'],
  [/SHOPLIFT|RETAIL THEFT/, 'shoplifting'],
  [/(THEFT|LARCENY|BURGLARY|BREAK ?IN).*(FROM|\bFR).*(VEH|AUTO|CAR\b)|CAR PROWL/, 'theft-from-vehicle'],
  [/(STOLEN|THEFT|LARCENY|UNAUTHORIZED USE).*(VEH|AUTO|CAR\b)|(VEH|AUTO|MOTOR VEHICLE) THEFT/, 'vehicle-theft'],
  [/FRAUD|FORGERY|SCAM|IDENTITY|DECEPTIVE|EMBEZZ/, 'fraud'],
  [/THEFT|LARCENY|STOLEN/, 'theft'],
  [/ARSON/, 'arson'],
  [/GRAFFITI/, 'graffiti'],
  [/VANDAL|CRIMINAL (DAMAGE|MISCHIEF)|PROPERTY DAMAGE|MALICIOUS/, 'vandalism'],
  [/FIREWORK/, 'fireworks'],
  [/NOISE|LOUD|MUSIC/, 'noise'],
  [/TRESPASS|UNWANTED/, 'trespass'],
  [/NARCOTIC|DRUG|MARIJUANA/, 'drugs'],
  [/LIQUOR|ALCOHOL|DRUNK|INTOX|OPEN CONTAINER/, 'alcohol'],
  [/SUSPICIOUS|PROWLER|LOITER/, 'suspicious'],
  [/DISTURB|DISORDER|HARASS|THREAT|PUBLIC (PEACE|ORDER)|NEIGHBOR/, 'disturbance'],
  [/ANTI-?SOCIAL/, 'anti-social'],
  [/DUMPING|LITTER/, 'dumping'],
  [/ANIMAL|\bDOGS?\b|BITE\b/, 'animal'],
  [/ENCAMP|HOMELESS|TRANSIENT|CAMPING/, 'encampment'],
  [/PARK(ING|ED)|ABANDONED (VEH|AUTO|CAR)|TOW\b/, 'parking'],
  [/NUISANCE/, 'nuisance'],
  [/CRASH|COLLISION|ACCIDENT|HIT (AND|&) RUN|\bMV[AC]\b/, 'crash'],
  [/HAZARD|SIGNAL OUT|DISABLED VEH|ROAD(WAY)? (BLOCK|CLOS)/, 'traffic-hazard'],
  [/RECKLESS|RACING|SPEEDING|\bDUI\b|\bDWI\b/, 'reckless-driving'],
  [/TRAFFIC STOP|VEHICLE STOP/, 'traffic-stop'],
  [/PATROL|PREMISE CHECK|DIRECTED|AREA CHECK|BUSINESS CHECK|ON ?VIEW/, 'patrol-check'],
  [/FOUND (PROPERTY|ITEM)|LOST PROPERTY/, 'found-property'],
  [/ASSIST/, 'assist'],
];

/** Category of a call type by its words, or null when no word of it is known. */
export function categoryByWords(type: string): CategoryCode | null {
  return WORDS.find(([pattern]) => pattern.test(type))?.[1] ?? null;
}
