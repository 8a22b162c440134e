import { type ThreeTips, tip } from './tip.ts';

/** Where people may be hurt. Nobody is told to step in; each says what is safe to do. */
export const PERSON_TIPS = {
  robbery: [
    tip('Give up your things. Your life is worth more.', 'Entregue sus cosas. Su vida vale más.'),
    tip('Walk where there is light and other people.', 'Camine por calles con gente y buena luz.'),
    tip('Keep your phone out of sight on the street.', 'No muestre su teléfono en la calle.'),
  ],
  assault: [
    tip('Leave when a quarrel gets loud. Then call 911.', 'Aléjese si una pelea sube de tono. Luego llame al 911.'),
    tip('Do not step into a fight. Call 911.', 'No se meta en una pelea. Llame al 911.'),
    tip('Tell us what you saw, even days later.', 'Díganos lo que vio, aunque hayan pasado días.'),
  ],
  'shots-fired': [
    tip('Get down and away from windows. Then call 911.', 'Agáchese lejos de las ventanas. Luego llame al 911.'),
    tip('Tell us the time and where the sound came from.', 'Díganos la hora y de dónde vino el ruido.'),
    tip('Do not touch shell casings. Call us.', 'No toque los casquillos. Llámenos.'),
  ],
  weapons: [
    tip('You see a weapon? Stay back and call 911.', '¿Ve un arma? No se acerque y llame al 911.'),
    tip('Lock up guns, and keep the bullets apart.', 'Guarde las armas con llave y las balas aparte.'),
    tip('Never leave a gun in a car.', 'Nunca deje un arma en el carro.'),
  ],
  'reckless-driving': [
    tip('Tell us the street, day and hour it happens.', 'Díganos la calle, el día y la hora en que pasa.'),
    tip('Do not chase or race a driver. Note the plate.', 'No siga a otro conductor. Anote la placa.'),
    tip('Drive slowly where children walk.', 'Maneje despacio donde caminan niños.'),
  ],
  crash: [
    tip('Slow down when it rains and at dusk.', 'Baje la velocidad con lluvia y al anochecer.'),
    tip('Put your phone away before you drive.', 'Guarde el teléfono antes de manejar.'),
    tip('Look twice for people on foot and on bikes.', 'Mire dos veces si hay peatones o bicicletas.'),
  ],
  'traffic-hazard': [
    tip('Tell us at once when a signal or a sign is down.', 'Avise pronto si falla un semáforo o cae una señal.'),
    tip('Cut plants that hide a corner or a stop sign.', 'Corte las plantas que tapan una esquina o una señal.'),
    tip('Do not move things off a busy road. Call us.', 'No quite cosas de una calle con tráfico. Llámenos.'),
  ],
  arson: [
    tip('Keep trash and wood away from your walls.', 'No deje basura ni madera junto a las paredes.'),
    tip('Test your smoke alarm once a month.', 'Pruebe su alarma de humo una vez al mes.'),
    tip('See a fire? Get out first, then call 911.', '¿Ve fuego? Salga primero y luego llame al 911.'),
  ],
  fireworks: [
    tip('Keep children and pets far from fireworks.', 'Aleje a niños y mascotas de los fuegos artificiales.'),
    tip('Have water close by, and soak what is left.', 'Tenga agua cerca y moje bien los restos.'),
    tip('Never light one again that did not go off.', 'Nunca vuelva a prender uno que no estalló.'),
  ],
} as const satisfies Readonly<Record<string, ThreeTips>>;
