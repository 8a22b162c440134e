import { CATEGORIES, type CategoryCode } from './categories.ts';

/** A kind of call as a neighbor would name it. */
export type PlainKind = {
  readonly name: string; // of a row: Thefts from cars
  readonly told: string; // English after "More": cars were broken into; Spanish after "Hubo más": robos en carros
  readonly means: string; // where the name alone may be misread; else empty
};
type Plain = readonly [name: string, told?: string, means?: string];

/** English and Spanish for every category. `told` is made of the name where it is not written. */
const NAMES: Readonly<Record<CategoryCode, readonly [en: Plain, es: Plain]>> = {
  homicide: [['Killings'], ['Homicidios']],
  'sexual-offense': [['Sexual offenses'], ['Delitos sexuales']],
  domestic: [['Family violence'], ['Violencia familiar']],
  'violence-mixed': [['Violence and sexual offenses'], ['Violencia y delitos sexuales']],
  robbery: [
    ['Robberies', '', 'Robbery: taken from a person by force.'],
    ['Asaltos', '', 'Asalto: quitarle algo a alguien por la fuerza.'],
  ],
  assault: [['Assaults and fights'], ['Golpes y peleas']],
  'shots-fired': [
    ['Gunshots heard', 'gunshots were heard'],
    ['Disparos', 'disparos'],
  ],
  weapons: [['People with weapons', 'people were seen with weapons'], ['Personas con armas']],
  burglary: [
    ['Break-ins', '', 'Break-in: into a home, a shop or a shed.'],
    ['Robos en casas', '', 'Robo en casas: también en tiendas y cobertizos.'],
  ],
  'theft-from-vehicle': [['Thefts from cars', 'cars were broken into'], ['Robos en carros']],
  'vehicle-theft': [['Stolen cars', 'cars were stolen'], ['Carros robados']],
  shoplifting: [['Thefts from shops', 'things were stolen from shops'], ['Hurtos en tiendas']],
  theft: [['Other thefts', 'other things were stolen'], ['Otros robos']],
  fraud: [['Scams and fraud', 'calls about scams and fraud came in'], ['Estafas y fraudes']],
  vandalism: [['Damage to property', 'calls about damage to property came in'], ['Daños a la propiedad']],
  arson: [['Fires set on purpose', 'fires were set on purpose'], ['Incendios a propósito']],
  disturbance: [
    ['Disturbances', '', 'Disturbance: a loud quarrel or a rowdy crowd.'],
    ['Alborotos', '', 'Alboroto: una pelea a gritos o un grupo ruidoso.'],
  ],
  noise: [['Noise', 'calls about noise came in'], ['Ruido']],
  fireworks: [['Fireworks'], ['Fuegos artificiales']],
  trespass: [
    ['Trespassing', 'calls about trespassing came in', 'Trespassing: on land or in a place without leave.'],
    ['Entradas sin permiso'],
  ],
  drugs: [
    ['Drugs', 'calls about drugs came in'],
    ['Drogas', 'llamadas por drogas'],
  ],
  alcohol: [
    ['Drinking', 'calls about drinking came in'],
    ['Alcohol', 'llamadas por alcohol'],
  ],
  suspicious: [['Suspicious people'], ['Personas sospechosas']],
  'anti-social': [['Rowdy behavior', 'calls about rowdy behavior came in'], ['Mala conducta']],
  dumping: [['Trash dumped', 'calls about dumped trash came in'], ['Basura tirada']],
  graffiti: [['Graffiti', 'calls about graffiti came in'], ['Grafiti']],
  animal: [
    ['Animals', 'calls about animals came in'],
    ['Animales', 'llamadas por animales'],
  ],
  encampment: [['Homeless camps'], ['Campamentos']],
  parking: [
    ['Parking', 'calls about parking came in'],
    ['Estacionamiento', 'llamadas por estacionamiento'],
  ],
  nuisance: [['Other nuisances'], ['Otras molestias']],
  crash: [['Car crashes'], ['Choques']],
  'traffic-hazard': [['Road dangers'], ['Peligros en la calle']],
  'reckless-driving': [['Unsafe driving', 'calls about unsafe driving came in'], ['Manejo peligroso']],
  'welfare-check': [['Checks on people'], ['Visitas para ver si alguien está bien']],
  'mental-health': [['Mental health'], ['Salud mental']],
  medical: [['Medical calls'], ['Llamadas médicas']],
  'missing-person': [['Missing people'], ['Personas desaparecidas']],
  'child-or-elder': [['Children and elders'], ['Niños y personas mayores']],
  'traffic-stop': [['Traffic stops'], ['Paradas de tránsito']],
  'patrol-check': [['Patrol checks'], ['Rondas de patrulla']],
  warrant: [['Warrants'], ['Órdenes de un juez']],
  alarm: [['Alarms'], ['Alarmas']],
  assist: [['Help for others'], ['Ayuda a otros']],
  'found-property': [['Things found', 'things were found'], ['Objetos hallados']],
  other: [['Other calls'], ['Otras llamadas']],
  unknown: [['Calls of no clear kind'], ['Llamadas sin tipo claro']],
};

const isKnown = (category: string): category is CategoryCode => Object.hasOwn(NAMES, category);

/** The plain words of a kind. A category that the table does not know keeps its own word: facts may be older than the table. */
export function plainKind(category: string, language: 'en' | 'es'): PlainKind {
  if (!isKnown(category)) return { name: category, told: category, means: '' };
  const [name, told = '', means = ''] = NAMES[category][language === 'en' ? 0 : 1];
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return { name, told: told || (language === 'en' ? `${lower} were reported` : lower), means };
}

type Together = readonly (readonly [kinds: readonly CategoryCode[], en: string, es: string])[];

/** Never public kinds, said together: nobody reads sixteen names. */
const TO_PROTECT: Together = [
  [['homicide'], 'killings', 'homicidios'],
  [['sexual-offense', 'violence-mixed'], 'sexual offenses', 'delitos sexuales'],
  [['domestic'], 'family violence', 'violencia familiar'],
  [['child-or-elder'], 'children and elders', 'niños y mayores'],
  [['missing-person'], 'missing people', 'personas desaparecidas'],
  [['medical', 'mental-health', 'welfare-check'], 'health calls', 'llamadas de salud'],
  [['encampment'], 'homeless camps', 'campamentos'],
];
const OTHER: Together = [
  [['traffic-stop', 'patrol-check', 'warrant'], 'work that police start', 'el trabajo que inicia la policía'],
  [['assist', 'other', 'unknown'], 'calls of no clear kind', 'las llamadas sin tipo claro'],
];

/** Kinds that no page counts, in few words. */
export function plainKindsTogether(categories: readonly string[], language: 'en' | 'es') {
  const told = (together: Together): string[] =>
    together.flatMap(([kinds, en, es]) =>
      kinds.some((kind) => categories.includes(kind)) ? [language === 'en' ? en : es] : [],
    );
  return { toProtect: told(TO_PROTECT), other: told(OTHER) };
}

const ORDER = CATEGORIES.map(({ category }): string => category);

/** Families together, the gravest first: how a list without numbers is ordered. */
export const inPlainOrder = (categories: readonly string[]): string[] =>
  categories.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
