import type { HandOutLanguage } from '#data/schema/records/hand-out.ts';

/** What public pages say besides the hand-outs themselves. */
export type PublicWords = {
  readonly inThis: string; // this language, in itself
  readonly skip: string;
  readonly ways: string;
  readonly allAreas: string;
  readonly listTitle: string;
  readonly listLead: string;
  readonly noneYet: string;
  readonly noPage: string; // of one group
  readonly noPageLead: string;
  readonly withdrawn: string;
  readonly withdrawnLead: string;
  readonly newest: string; // link to the newest page
  readonly unknown: string;
  readonly unknownLead: string;
  readonly busy: string;
  readonly busyLead: string;
  readonly older: string;
  readonly mapTable: string;
  readonly calls: string;
  readonly concerns: string;
  readonly files: string;
  readonly pdf: Readonly<Record<'letter' | 'a4', string>>;
  readonly calendar: string;
  readonly meetingWith: (group: string) => string;
  readonly afterThat: (day: string, clock: string, place: string) => string;
  readonly meetingCancelled: string;
  readonly meetingChanged: string;
  readonly past: string;
  readonly stopTitle: string;
  readonly stopLead: string;
  readonly stopPress: string;
  readonly stopped: string;
  readonly stoppedLead: string;
};

export const PUBLIC_WORDS: Readonly<Record<HandOutLanguage, PublicWords>> = {
  en: {
    inThis: 'English',
    skip: 'Go to the page',
    ways: 'Ways to other pages',
    allAreas: 'All areas',
    listTitle: 'Pages for residents',
    listLead: 'What was reported near you, what you told us, and what we did. Choose your area.',
    noneYet: 'No page is out yet. Ask your officer at the next meeting.',
    noPage: 'No page is out for this area yet.',
    noPageLead: 'A page comes out for the meetings of the group. Ask your officer when the next one is.',
    withdrawn: 'This page was taken back.',
    withdrawnLead: 'It is not shown anymore. The newest page of the area is still here.',
    newest: 'The newest page of this area',
    unknown: 'There is no such page.',
    unknownLead: 'Look at the list of all areas.',
    busy: 'Many people ask for this file just now.',
    busyLead: 'Try again in a minute. The page itself can be read and printed all the time.',
    older: 'A newer page is out for this area.',
    mapTable: 'What the map shows, in words',
    calls: 'What was reported',
    concerns: 'What you told us',
    files: 'This page to print',
    pdf: { letter: 'PDF, Letter', a4: 'PDF, A4' },
    calendar: 'Put it in my calendar',
    meetingWith: (group) => `Meeting of ${group} with the police`,
    afterThat: (day, clock, place) => `After that: ${day}, ${clock}${place === '' ? '' : `, ${place}`}`,
    meetingCancelled: 'This meeting was called off. Call us to learn the next date.',
    meetingChanged: 'The time or the place of this meeting has changed. Call us before you go.',
    past: 'Earlier pages',
    stopTitle: 'Do you want no more e-mail?',
    stopLead: 'Press the button. Then the page of your area is not mailed to you anymore.',
    stopPress: 'Send me no more e-mail',
    stopped: 'You get no more e-mail from us.',
    stoppedLead:
      'If this link came in one of our e-mails, they have ended now. Ask your officer if you want them again.',
  },
  es: {
    inThis: 'Español',
    skip: 'Ir a la página',
    ways: 'Enlaces a otras páginas',
    allAreas: 'Todas las zonas',
    listTitle: 'Hojas para residentes',
    listLead: 'Lo que se reportó cerca de usted, lo que usted nos dijo y lo que hicimos. Elija su zona.',
    noneYet: 'Todavía no hay ninguna hoja. Pregunte a su oficial en la próxima reunión.',
    noPage: 'Todavía no hay una hoja de esta zona.',
    noPageLead: 'Sale una hoja para las reuniones del grupo. Pregunte a su oficial cuándo es la próxima.',
    withdrawn: 'Esta hoja fue retirada.',
    withdrawnLead: 'Ya no se muestra. La hoja más nueva de la zona sigue aquí.',
    newest: 'La hoja más nueva de esta zona',
    unknown: 'Esta página no existe.',
    unknownLead: 'Vea la lista de todas las zonas.',
    busy: 'En este momento muchas personas piden este archivo.',
    busyLead: 'Intente de nuevo en un minuto. La hoja se puede leer e imprimir en todo momento.',
    older: 'Hay una hoja más nueva de esta zona.',
    mapTable: 'Lo que muestra el mapa, en palabras',
    calls: 'Lo que se reportó',
    concerns: 'Lo que usted nos dijo',
    files: 'Esta hoja para imprimir',
    pdf: { letter: 'PDF, tamaño carta', a4: 'PDF, A4' },
    calendar: 'Ponerla en mi calendario',
    meetingWith: (group) => `Reunión de ${group} con la policía`,
    afterThat: (day, clock, place) => `Después: ${day}, ${clock}${place === '' ? '' : `, ${place}`}`,
    meetingCancelled: 'Esta reunión se canceló. Llámenos para saber la próxima fecha.',
    meetingChanged: 'La hora o el lugar de esta reunión cambió. Llámenos antes de ir.',
    past: 'Hojas anteriores',
    stopTitle: '¿Ya no quiere recibir correos?',
    stopLead: 'Presione el botón. Ya no le mandaremos por correo la hoja de su zona.',
    stopPress: 'No me manden más correos',
    stopped: 'Usted ya no recibirá correos nuestros.',
    stoppedLead:
      'Si este enlace llegó en uno de nuestros correos, ya no le mandaremos más. Si los quiere otra vez, pídalos a su oficial.',
  },
};
