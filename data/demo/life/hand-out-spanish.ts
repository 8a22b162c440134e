/** What the liaison officer of Eastbank has put into Spanish for its pages, sentence by sentence. */
const SPANISH: Readonly<Record<string, string>> = {
  'Music from the lot until two': 'Música en el estacionamiento hasta las dos',
  'Car windows broken by the Tern Park lot': 'Vidrios de carros rotos junto al estacionamiento de Tern Park',
  'Deep hole at the curb': 'Hoyo profundo junto a la banqueta',
  'Empty house is falling apart': 'Una casa vacía se está cayendo',
  'People sleep in our stairwell': 'Hay personas que duermen en nuestra escalera',
  'Loud parties every weekend': 'Fiestas ruidosas cada fin de semana',
  'Groups trying car doors on Linnet Avenue': 'Grupos que prueban puertas de carros en Linnet Avenue',
  'Leaf blowers at six in the morning': 'Sopladoras de hojas a las seis de la mañana',
  'Car windows at Tern Park.': 'Vidrios de carros en Tern Park.',
  'Windows of parked cars broken on weekday afternoons in the back row of the lot.':
    'Rompen vidrios de carros estacionados en la última fila, por la tarde, entre semana.',
  'Afternoon patrols, Wednesday and Thursday, 1 to 4 pm.': 'Patrullas los miércoles y jueves, de 1 a 4 de la tarde.',
  'Security survey of the lot filed: 4 recommendations, 1 done, 3 open.':
    'Revisamos la seguridad del lugar: 4 consejos, 1 hecho, 3 pendientes.',
  'Tip cards on 120 windshields.': 'Dejamos tarjetas con consejos en 120 parabrisas.',
  'Patrolled the spot on four evenings.': 'Patrullamos el lugar cuatro noches.',
  'Went there and spoke with two neighbors.': 'Fuimos y hablamos con dos vecinos.',
  'Left prevention cards at 30 doors.': 'Dejamos tarjetas de prevención en 30 puertas.',
  'Met the owner at the place.': 'Nos reunimos con el dueño en el lugar.',
  'Asked Crime Analysis for the hours.': 'Pedimos a Análisis Criminal las horas.',
  'Speed trailer placed for a week.': 'Pusimos un radar de velocidad por una semana.',
  'Photographed the place and wrote to the city.': 'Tomamos fotos del lugar y escribimos a la ciudad.',
  'Spoke with the people involved; they were reasonable.': 'Hablamos con las personas; fueron razonables.',
  'Had the evening shift pass by every two hours.': 'El turno de la noche pasó cada dos horas.',
  'Looked at the place with the group’s representative.': 'Vimos el lugar con el representante del grupo.',
  'We have it and will look at it this week.': 'Lo tenemos y lo veremos esta semana.',
  'Patrols have begun; we will tell you what they find.': 'Las patrullas ya empezaron; le diremos qué hallan.',
  'The city has been asked.': 'Se lo pedimos a la ciudad.',
  'No answer so far.': 'Aún no hay respuesta.',
  'Nothing new to report, but we have not forgotten it.': 'No hay nada nuevo, pero no lo hemos olvidado.',
  'The evening shift will pass by for two more weeks.': 'El turno de la noche pasará dos semanas más.',
  'The owner has done what we asked.': 'El dueño hizo lo que pedimos.',
  'We will look again in two months.': 'Volveremos a mirar en dos meses.',
  'The spot was looked at twice since and it has stayed quiet.': 'Volvimos dos veces y el lugar sigue tranquilo.',
  'Call us if it comes back.': 'Llámenos si vuelve a pasar.',
  'Patrols were there on eight evenings.': 'Patrullamos ocho noches.',
  'There was no new trouble in the last three weeks.': 'No hubo problemas nuevos en las últimas tres semanas.',
  'It had stopped by itself before we came.': 'Ya había parado antes de que llegáramos.',
  'Ask Traffic for the count.': 'Pedir a Tránsito que cuente.',
  'Walk the block with the group.': 'Caminar la cuadra con el grupo.',
  'Call the owner again.': 'Llamar otra vez al dueño.',
  'Tell the group what we know.': 'Decir al grupo lo que sabemos.',
  'Check whether the lamp burns.': 'Ver si la lámpara funciona.',
  'Patrol report after two weeks.': 'Informe de la patrulla en dos semanas.',
  'Tell the group what changed at the Tern Park lot.': 'Decir al grupo qué cambió en el estacionamiento de Tern Park.',
  'Bring the figures by block to the next meeting.': 'Traer las cifras por cuadra a la próxima reunión.',
  'Speak with the manager about the gate.': 'Hablar con el encargado sobre la reja.',
};

/** Null where a sentence of it was not put into Spanish. */
export function spanishOf(english: string): string | null {
  const whole = SPANISH[english];
  if (whole !== undefined) return whole;
  const sentences = (english.match(/.+?[.!?]+(?=\s|$)/g) ?? []).map((sentence) => SPANISH[sentence.trim()]);
  return sentences.length === 0 || sentences.includes(undefined) ? null : sentences.join(' ');
}
