import { type ThreeTips, tip } from './tip.ts';

/** Where things are taken or broken. */
export const PROPERTY_TIPS = {
  burglary: [
    tip('Lock doors and windows, even for a minute.', 'Cierre puertas y ventanas, aunque sea un minuto.'),
    tip('Put a light with a sensor by doors and alleys.', 'Ponga una luz con sensor en puertas y callejones.'),
    tip('Ask a neighbor to watch the house when you leave.', 'Pida a un vecino que mire la casa si usted sale.'),
  ],
  'theft-from-vehicle': [
    tip('Leave nothing in sight in a parked car.', 'No deje nada a la vista en el carro estacionado.'),
    tip('Lock the doors, even for a minute.', 'Cierre con seguro, aunque sea un minuto.'),
    tip('See someone trying doors? Call at once.', '¿Ve a alguien probando puertas? Llame de inmediato.'),
  ],
  'vehicle-theft': [
    tip('Take the key with you, each time you get out.', 'Llévese la llave cada vez que baje.'),
    tip('Never leave the car running with nobody in it.', 'Nunca deje el carro encendido sin nadie.'),
    tip('A lock on the wheel keeps many thieves away.', 'Un candado en el volante aleja a muchos ladrones.'),
  ],
  shoplifting: [
    tip('Shops: greet each person who comes in.', 'Tiendas: salude a cada persona que entra.'),
    tip('Keep costly goods where you can see them.', 'Tenga lo más caro donde pueda verlo.'),
    tip('Do not run after a thief. Call us.', 'No corra detrás de un ladrón. Llámenos.'),
  ],
  theft: [
    tip('Have packages left with a neighbor or a shop.', 'Pida que dejen sus paquetes con un vecino o en una tienda.'),
    tip('Write down serial numbers, and keep a picture.', 'Anote los números de serie y guarde una foto.'),
    tip('Lock bikes by the frame to something fixed.', 'Amarre la bicicleta por el marco a algo fijo.'),
  ],
  fraud: [
    tip('No agency asks you to pay with gift cards.', 'Ninguna oficina le pide pagar con tarjetas de regalo.'),
    tip('Hang up. Then call a number that you know.', 'Cuelgue. Luego llame a un número que conozca.'),
    tip('Never tell anyone a code sent to your phone.', 'No diga a nadie un código que llegó a su teléfono.'),
  ],
  vandalism: [
    tip('Take a picture before you clean up.', 'Tome una foto antes de limpiar.'),
    tip('Repair soon. Broken things draw more damage.', 'Repare pronto. Lo roto atrae más daño.'),
    tip('Put a light where damage comes again.', 'Ponga una luz donde el daño se repite.'),
  ],
  graffiti: [
    tip('Take a picture, then paint over it soon.', 'Tome una foto y píntelo pronto.'),
    tip('Tell us even when it is small.', 'Avísenos aunque sea pequeño.'),
    tip('Plants and lights keep a wall clean.', 'Las plantas y la luz protegen una pared.'),
  ],
  alarm: [
    tip('Test your alarm, and change its batteries.', 'Pruebe su alarma y cambie las pilas.'),
    tip('Teach all who have a key how to turn it off.', 'Enseñe a apagarla a todos los que tienen llave.'),
    tip('Keep your contact list with the alarm firm new.', 'Tenga al día sus contactos con la empresa de alarmas.'),
  ],
  'found-property': [
    tip('Found something? Call us before you keep it.', '¿Halló algo? Llámenos antes de quedárselo.'),
    tip('Do not touch needles or weapons. Call us.', 'No toque jeringas ni armas. Llámenos.'),
    tip('Mark your things, so that they find you again.', 'Marque sus cosas para que vuelvan a usted.'),
  ],
} as const satisfies Readonly<Record<string, ThreeTips>>;
