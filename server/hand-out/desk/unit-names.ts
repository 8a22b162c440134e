/** Units and desks as a sentence names them; one that is not listed keeps its own name in both languages. */
const UNITS: Readonly<Record<string, readonly [en: string, es: string]>> = {
  Patrol: ['Patrol', 'Patrulla'],
  'Traffic Unit': ['the Traffic Unit', 'la Unidad de Tránsito'],
  'Criminal Investigations': ['Criminal Investigations', 'Investigaciones Criminales'],
  Investigations: ['Investigations', 'Investigaciones'],
  'Crime Prevention': ['Crime Prevention', 'Prevención del Delito'],
  'Animal Services': ['Animal Services', 'Servicios de Animales'],
  'Neighborhood Services': ['Neighborhood Services', 'Servicios Vecinales'],
  Narcotics: ['Narcotics', 'Narcóticos'],
};
const CITY_DESKS: Readonly<Record<string, string>> = {
  'street lamps': 'alumbrado público',
  sanitation: 'limpieza',
  'code enforcement': 'control de códigos',
  outreach: 'ayuda en la calle',
  parks: 'parques',
  transit: 'transporte público',
  streets: 'calles',
};

/** "Traffic Unit" is "the Traffic Unit", "la Unidad de Tránsito"; "City, sanitation" is "the city (sanitation)", "la ciudad (limpieza)". */
export function unitInWords(unit: string): { en: string; es: string } {
  const [, desk] = /^city,\s*(.+)$/i.exec(unit) ?? [];
  if (desk !== undefined)
    return { en: `the city (${desk})`, es: `la ciudad (${CITY_DESKS[desk.toLowerCase()] ?? desk})` };
  const [en, es] = UNITS[unit] ?? [unit, unit];
  return { en, es };
}
