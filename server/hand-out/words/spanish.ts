import type { PageWords } from './page-words.ts';

/** "y" is "e" before the sound of i. */
const and = (parts: readonly string[]): string => {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  return `${parts.slice(0, -1).join(', ')} ${/^h?i(?!e)/i.test(last) ? 'e' : 'y'} ${last}`;
};

export const SPANISH: PageWords = {
  draft: 'Borrador, sin publicar',
  department: (name) => `${name}, enlace con la comunidad`,
  forMeeting: (day) => `para la reunión del ${day}`,
  span: (from, to) => `Del ${from} al ${to}`,

  more: (told, calls, low, high) => `Hubo más ${told} que lo usual: ${calls}. Lo usual es de ${low} a ${high}.`,
  fewer: (told, calls, low, high) => `Hubo menos ${told} que lo usual: ${calls}. Lo usual es de ${low} a ${high}.`,
  moreKinds: (count) =>
    count === 1
      ? 'Otro tipo no estuvo como lo usual: vea abajo.'
      : `Otros ${count} tipos no estuvieron como lo usual: vea abajo.`,
  othersUsual: 'Las demás llamadas fueron las usuales.',
  comparedUsual: 'Las demás que podemos mostrar fueron las usuales.',
  allUsual: 'Las llamadas fueron las usuales.',
  noCalls: 'No hubo llamadas de los tipos de esta hoja.',
  allWithheld: 'Hubo pocas llamadas. No mostramos números tan chicos: podrían señalar a una persona.',
  notCompared: 'Estas son las llamadas que hubo. Aún no se sabe qué es lo usual aquí.',

  against: {
    more: 'Más de lo usual',
    fewer: 'Menos de lo usual',
    'as-usual': 'Lo usual',
    'not-judged': 'Sin comparar',
  },
  usual: (low, high) => (low === high ? `usual: ${low}` : `usual: ${low} a ${high}`),
  before: (calls) => `hoja anterior: ${calls}`,
  others: 'Otras llamadas, con lo usual',
  othersRun: (names) => `Otras llamadas, dentro de lo usual: ${and(names)}.`,
  othersNotCompared: (names) => `Sin comparar: ${and(names)}.`,
  moreOthers: (count) => `Otros ${count} tipos de llamadas están en la página web.`,
  none: (names) => `Ninguna llamada: ${and(names)}.`,
  withheld: (names, least) =>
    `Sin mostrar: ${and(names)}. Son menos de ${least}, o dejarían ver un número así, que podría señalar a alguien.`,

  since: (to) => `Desde la hoja anterior (al ${to}):`,
  wentUp: (name, before, now) => `más ${name}, de ${before} a ${now}.`,
  wentDown: (name, before, now) => `menos ${name}, de ${before} a ${now}.`,
  noClearChange: 'sin un cambio claro.',
  restUnchanged: 'Sin otro cambio claro.',

  howUsual: 'Lo usual sale de las semanas de antes y de las mismas semanas de otros años.',
  whatCallsAre:
    'Una llamada es lo que alguien contó a la policía. No prueba un delito, y hay delitos que nadie reporta.',

  yourArea: 'Su zona',
  calls: 'Llamadas y delitos aquí',
  concerns: 'Usted dijo, hicimos, todavía no',

  mapLabel: (group) => `Mapa de ${group} con sus calles. Una línea negra marca la zona de esta hoja.`,
  mapDots: (count, name, least) =>
    `${count === 1 ? 'Un punto marca un lugar' : `${count} puntos marcan lugares`} con ${least} llamadas o más: ${name}.`,
  insideLine: 'Esta hoja trata de la zona dentro de la línea negra.',
  dotNote: (name, least) =>
    `Puntos: lugares, cada uno de unas cuadras, con ${least} o más ${name}. No se muestran números más chicos.`,
  noDots: (least) => `Sin puntos: ningún lugar tuvo ${least} llamadas o más de un tipo.`,
  noStreets: 'Aquí no hay mapa de calles: solo se ve la línea.',
  dotHeads: ['Dónde', 'Cuántas'],
  dotRow: (name, least, places) =>
    places === 1 ? `${least} o más ${name}` : `${places} lugares, cada uno con ${least} o más ${name}`,
  inArea: 'En la zona',

  concernHeads: ['Usted dijo', 'Hicimos', 'Todavía no'],
  moreConcerns: (count) =>
    count === 1 ? 'Una inquietud más: pregunte en la reunión.' : `${count} inquietudes más: pregunte en la reunión.`,
  moreTold: (count) => (count === 1 ? 'Hay algo más en la página web.' : `Hay ${count} más en la página web.`),
  noConcerns: 'Nadie nos trajo una inquietud de esta zona. Díganos en la reunión, o llame.',
  nothingYet: 'Nada todavía.',
  nothingOpen: 'Nada pendiente.',
  stillOpen: 'Sigue pendiente.',
  reportBack: (day) => `Informe el ${day}.`,
  charts: 'Sus inquietudes y las llamadas',
  chartsLead: {
    bars: 'Cada barra cuenta llamadas de un tipo en esta zona.',
    wide: 'Una barra ancha cuenta más semanas juntas, y es tan alta como sería un mes de ellas.',
    empty: 'Una caja vacía es un número que no se dice.',
    line: 'La línea vertical es el día en que usted nos lo dijo.',
  },
  chartLabel: (kind) => `${kind}: barras a lo largo del tiempo. La tabla de abajo dice lo mismo.`,
  chartHeads: ['Días', 'Llamadas'],
  chartTable: 'Los mismos números en una tabla',
  youTold: (day) => `Usted nos dijo: ${day}`,
  toldBefore: (day) => `Usted nos lo dijo el ${day}, antes de estos días.`,
  toldAfter: (day) => `Usted nos lo dijo el ${day}, después de estos días.`,
  notTold: 'no se dice',
  whyNotTold:
    'No se dice: son muy pocas para mostrarlas sin señalar a alguien. O dejarían ver un número así de otros días.',
  tooFew: 'Hay muy pocas llamadas para mostrarlas por mes.',
  promises: 'Lo que prometimos',
  dueBy: (day) => `Para el ${day}.`,
  keptOn: (day) => `Cumplido el ${day}.`,
  lateSince: (day) => `Atrasado: era para el ${day}.`,
  news: 'Noticias',
  onDay: (day) => `El ${day}.`,
  projects: 'En qué trabajamos',
  line: 'De su oficial',
  tips: 'Qué puede hacer usted',
  inEnglish: '(en inglés)',

  talk: 'Hable con nosotros, en español o inglés',
  officer: (name) => name.replace(/^CRO\b/, 'Oficial'),
  talkAbout: 'Para reportar, preguntar o quejarse.',
  emergency: 'Emergencia: 911.',
  nextMeeting: (day, clock, place) => `Próxima reunión: ${day}, ${clock}${place === '' ? '' : `, ${place}`}`,
  noNextMeeting: 'La próxima reunión aún no tiene fecha. Llame y pregunte.',

  moment: (day, clock) => `${day}, ${clock}`,
  source: (titles, cutoff) => `Llamadas del público hasta el ${cutoff} (${and(titles)}).`,
  notFull: (lastDay) => `Hay llamadas solo hasta el ${lastDay}: los últimos días no están completos.`,
  notCounted: (kinds) => `Nunca se muestran, para proteger a las personas: ${and(kinds)}.`,
  notOurs: (kinds) => `Tampoco ${and(kinds)}.`,
  notPlaced: (calls) => `Hasta ${calls} llamadas de la ciudad no tenían un lugar claro.`,
  monthOnly: (calls) => `De hasta ${calls} llamadas se sabe solo el mes. No se cuentan.`,
  byMonth: (months) => `De las llamadas se sabe solo el mes: ${and(months)}.`,
  redrawn: (day) => `La zona cambió el ${day}. Todos los días se cuentan dentro de la línea nueva.`,
  code: (code) => `Busque esta hoja con el código ${code}`,
};
