import { type ThreeTips, tip } from './tip.ts';

/** Disorder, and what makes a street harder to live on. Tips speak of what is done, never of how somebody looks. */
export const STREET_TIPS = {
  disturbance: [
    tip('Keep out of loud quarrels. Call us.', 'No entre en peleas a gritos. Llámenos.'),
    tip('Tell us if you see a weapon or someone hurt.', 'Díganos si ve un arma o a alguien herido.'),
    tip('Note the hour each time. It helps us plan.', 'Anote la hora cada vez. Nos ayuda a planear.'),
  ],
  noise: [
    tip('Talk with your neighbor first, if it is safe.', 'Hable primero con su vecino, si es seguro.'),
    tip('Planning a party? Tell the block before.', '¿Hará una fiesta? Avise antes a la cuadra.'),
    tip('Call while it is loud, not the next day.', 'Llame mientras hay ruido, no al día siguiente.'),
  ],
  trespass: [
    tip('Put up a sign where people may not enter.', 'Ponga un letrero donde no se puede entrar.'),
    tip('Lock gates, sheds and empty rooms.', 'Cierre con llave rejas, cobertizos y cuartos vacíos.'),
    tip('Do not block anyone who wants to leave. Call us.', 'No cierre el paso a quien quiere irse. Llámenos.'),
  ],
  drugs: [
    tip('Tell us days, hours and cars, not guesses.', 'Díganos días, horas y carros, no sospechas.'),
    tip('Do not touch needles. Call us.', 'No toque jeringas. Llámenos.'),
    tip('Someone does not wake up? Call 911 at once.', '¿Alguien no despierta? Llame al 911 de inmediato.'),
  ],
  alcohol: [
    tip('Plan the ride home before you drink.', 'Planee cómo volver a casa antes de beber.'),
    tip('Someone does not wake up? Call 911 at once.', '¿Alguien no despierta? Llame al 911 de inmediato.'),
    tip('Tell us where it happens again and again.', 'Díganos dónde pasa una y otra vez.'),
  ],
  suspicious: [
    tip('Call about what someone does, not how they look.', 'Llame por lo que alguien hace, no por cómo se ve.'),
    tip('Tell us what, where and when you saw it.', 'Díganos qué vio, dónde y a qué hora.'),
    tip('Stay inside. Do not follow anyone.', 'Quédese adentro. No siga a nadie.'),
  ],
  'anti-social': [
    tip('Know the parents on your block by name.', 'Conozca por nombre a los padres de su cuadra.'),
    tip('Call while it happens, and stay back.', 'Llame mientras pasa y no se acerque.'),
    tip('Note days and hours. It helps us plan.', 'Anote días y horas. Nos ayuda a planear.'),
  ],
  dumping: [
    tip('See a truck dump trash? Note the plate and call.', '¿Ve un camión tirar basura? Anote la placa y llame.'),
    tip('Do not open bags or cans. They may be unsafe.', 'No abra bolsas ni latas. Pueden ser peligrosas.'),
    tip('Ask the city to pick up large things.', 'Pida a la ciudad que recoja cosas grandes.'),
  ],
  animal: [
    tip('Keep your dog on a leash and your gate shut.', 'Lleve a su perro con correa y cierre la reja.'),
    tip('A loose dog? Stand still, do not run. Call us.', '¿Un perro suelto? No corra, quédese quieto. Llámenos.'),
    tip('Keep a tag with your number on your pet.', 'Ponga a su mascota una placa con su número.'),
  ],
  parking: [
    tip('Keep hydrants, corners and ramps free.', 'Deje libres hidrantes, esquinas y rampas.'),
    tip('Leave room for a fire truck to pass.', 'Deje espacio para un camión de bomberos.'),
    tip('A car has not moved for days? Tell us the plate.', '¿Un carro lleva días sin moverse? Díganos la placa.'),
  ],
  nuisance: [
    tip('Talk with your neighbor first, if it is safe.', 'Hable primero con su vecino, si es seguro.'),
    tip('Take pictures, with the day they were made.', 'Tome fotos y anote el día.'),
    tip('Tell us about an empty house with open doors.', 'Avísenos de una casa vacía con puertas abiertas.'),
  ],
} as const satisfies Readonly<Record<string, ThreeTips>>;
