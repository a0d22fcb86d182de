import type { NarrativeStyle } from '../../../contract/rest/narratives.ts';
import type { Language } from '../../reading/model.ts';

type InEach<T> = Readonly<Record<Language, T>>;
type Lines = InEach<readonly string[]>;

/** The first sentence. `{home}`: its title. None of these says anything of the home. */
export const openings: Readonly<Record<NarrativeStyle, InEach<string>>> = {
  emotional: {
    en: 'Picture the first time you turn the key at {home}.',
    es: 'Imagine la primera vez que abre la puerta de {home}.',
  },
  professional: {
    en: 'Here is {home}, told by the facts on file.',
    es: 'Esta es {home}, contada con los datos de la ficha.',
  },
  investment: {
    en: 'Here are the figures for {home}, ready for your own math.',
    es: 'Estas son las cifras de {home}, listas para que usted haga sus cuentas.',
  },
  luxury: {
    en: '{home} is best told by its details, so here they are.',
    es: '{home} se cuenta mejor por sus detalles, y aquí están.',
  },
  lifestyle: {
    en: 'Think of an ordinary weekday, and put it at {home}.',
    es: 'Piense en un día cualquiera de la semana y póngalo en {home}.',
  },
};

/** The last sentence: a next step, in the reader's own hands. */
export const closings: Readonly<Record<NarrativeStyle, InEach<string>>> = {
  emotional: {
    en: 'If part of this stayed with you, come and see that part first: tell us a day that suits you.',
    es: 'Si algo de esto se le quedó grabado, venga a verlo primero: díganos qué día le conviene.',
  },
  professional: {
    en: 'Tell us which of these points you’d like in more detail, or name a day for a visit.',
    es: 'Díganos cuál de estos puntos quiere ver con más detalle, o qué día le conviene para una visita.',
  },
  investment: {
    en: 'Send us the numbers you still need, and we’ll look for them in the file before you decide anything.',
    es: 'Díganos qué números le faltan y los buscamos en la ficha antes de que usted decida algo.',
  },
  luxury: {
    en: 'Details are best judged in person: tell us a day, and take your time in each room.',
    es: 'Los detalles se juzgan mejor en persona: díganos un día y vea cada espacio con calma.',
  },
  lifestyle: {
    en: 'Tell us what a good day looks like for you, and we’ll walk through it here together.',
    es: 'Cuéntenos cómo es un buen día para usted, y lo recorremos aquí juntos.',
  },
};

/** Advice to the reader for each kind of fact. It is general: none of it says anything about the home. */
export const advice: Readonly<Record<string, InEach<string>>> = {
  'home.price': {
    en: 'A lender of your choice can turn that figure into a monthly payment for your own case.',
    es: 'Un prestamista que usted elija puede convertir esa cifra en un pago mensual para su caso.',
  },
  'home.beds': {
    en: 'Bring a tape measure for the pieces you already own and would like to keep.',
    es: 'Traiga una cinta métrica para los muebles que ya tiene y quiere conservar.',
  },
  'home.year': {
    en: 'Ask what has been replaced since then, and ask to see the papers for it.',
    es: 'Pregunte qué se ha cambiado desde entonces, y pida ver los papeles.',
  },
  'home.lot': {
    en: 'Walk along its edges once to see for yourself how it lies.',
    es: 'Camine una vez por sus orillas para ver usted mismo cómo está.',
  },
  'home.parking': {
    en: 'Park there when you visit, and see how it works with what you drive.',
    es: 'Estaciónese ahí cuando venga, y vea cómo le queda con lo que maneja.',
  },
  'home.heating': {
    en: 'An inspector of your choice can tell you more about the system.',
    es: 'Un inspector que usted elija le puede decir más del sistema.',
  },
  'home.hoa': {
    en: 'It belongs in the monthly budget from the first day.',
    es: 'Conviene ponerlo en el presupuesto mensual desde el primer día.',
  },
  'home.taxes': {
    en: 'The county publishes each year’s bill, so you can look it up yourself.',
    es: 'El condado publica el recibo de cada año, así que usted mismo lo puede consultar.',
  },
  'home.open-house': {
    en: 'Put it on your calendar if the time suits you.',
    es: 'Anótelo en su calendario si la hora le conviene.',
  },
  'home.feature': {
    en: 'Look for these first when you walk in, and see what you think of them.',
    es: 'Búsquelos primero al entrar, y vea qué le parecen.',
  },
};

/** Sentences that carry a story on, by style; none of them says anything of the home. */
export const carryOn: Readonly<Record<NarrativeStyle, Lines>> = {
  emotional: {
    en: [
      'A list can’t tell you how a room feels at the end of a long day, but it can tell you where to look first.',
      'Take a slow first walk through it, and notice the spot where you stop without meaning to.',
      'Think of the table you eat at most evenings, and where you would put it here.',
      'Leave the phone in your pocket for the first ten minutes, and only look around.',
      'Later, on the way home, ask yourself which room you thought of first.',
    ],
    es: [
      'Una lista no le dice cómo se siente un cuarto al final del día, pero sí le dice dónde mirar primero.',
      'Recórrala despacio la primera vez, y fíjese en dónde se detiene sin pensarlo.',
      'Piense en la mesa donde come casi todas las noches, y en dónde la pondría aquí.',
      'Deje el teléfono guardado los primeros diez minutos, y solo mire.',
      'Después, de regreso, pregúntese en qué espacio pensó primero.',
    ],
  },
  professional: {
    en: [
      'Each of these points comes from the file, and none of them is an estimate of ours.',
      'Where a point matters to you, ask for the document behind it.',
      'It helps to read the file twice: once for what you need, and once for what you would give up.',
      'Mark the points that you want to check on a visit, and bring the list with you.',
      'An inspection of your own, by someone you choose, completes the picture before you commit to anything.',
    ],
    es: [
      'Cada uno de estos puntos viene de la ficha, y ninguno es un cálculo nuestro.',
      'Si un punto le importa, pida el documento que lo respalda.',
      'Conviene leer la ficha dos veces: una por lo que necesita, y otra por lo que podría dejar.',
      'Marque los puntos que quiere revisar en la visita, y traiga la lista.',
      'Una inspección propia, con alguien que usted elija, completa el cuadro antes de comprometerse a nada.',
    ],
  },
  investment: {
    en: [
      'Every figure here is from the file; what the home may sell or rent for later is not in it, and nobody can say.',
      'Write down your own costs next to these: loan, insurance, repairs, and the weeks it stands empty.',
      'Run the same math for two other homes, so that you compare like with like.',
      'A CPA can tell you how the taxes would look in your case.',
      'Keep a line in the budget for the repair that nobody has thought of yet.',
    ],
    es: [
      'Cada cifra de aquí viene de la ficha; por cuánto se venda o se rente después no está en ella, y nadie lo puede decir.',
      'Anote sus propios costos al lado: préstamo, seguro, reparaciones y las semanas que esté vacía.',
      'Haga las mismas cuentas con otras dos casas, para comparar lo mismo con lo mismo.',
      'Un contador le puede decir cómo se verían los impuestos en su caso.',
      'Deje un renglón en el presupuesto para la reparación en la que nadie ha pensado todavía.',
    ],
  },
  luxury: {
    en: [
      'Good details hold up when you stand close to them, so stand close.',
      'Open the drawers, run a hand along the surfaces, and let the doors close behind you.',
      'Ask who did the work and when, and ask for the names of the makers.',
      'Come back at another hour of the day before you settle on an opinion.',
      'Give each room a minute of silence, and let it speak for itself.',
    ],
    es: [
      'Un buen detalle resiste que uno se acerque, así que acérquese.',
      'Abra los cajones, pase la mano por las superficies y deje que las puertas se cierren solas.',
      'Pregunte quién hizo el trabajo y cuándo, y pida los nombres de los fabricantes.',
      'Vuelva a otra hora del día antes de hacerse una opinión.',
      'Dele a cada espacio un minuto de silencio, y deje que hable por sí solo.',
    ],
  },
  lifestyle: {
    en: [
      'Start in the morning: where the coffee is made, and where you would drink it.',
      'Then the afternoon: the desk, the phone calls, the hour when you need a door that closes.',
      'In the evening, think of who cooks, who talks, and where the plates go.',
      'On Saturday there are errands, a walk, and something that needs fixing.',
      'Drive the way to work once from here, at the hour when you would really drive it.',
    ],
    es: [
      'Empiece por la mañana: dónde se prepara el café y dónde se lo tomaría.',
      'Luego la tarde: el escritorio, las llamadas, la hora en que hace falta una puerta que cierre.',
      'Por la noche, piense en quién cocina, quién platica y dónde van los platos.',
      'El sábado hay ropa que lavar, un paseo y algo que arreglar.',
      'Maneje una vez desde aquí al trabajo, a la hora en que de verdad lo haría.',
    ],
  },
};

/** The same in every style, for a long story of a home whose file is short. */
export const onVisits: Lines = {
  en: [
    'What isn’t in the file isn’t in this text, so ask about anything you miss here.',
    'A visit takes about as long as you want it to, and you decide which rooms to see twice.',
    'Take your own photos, with a note of what each one shows, because after three homes they look alike.',
    'Write down two things you like and two that you would change before you leave.',
    'Bring someone whose eyes you trust, and hear what they noticed before you say what you did.',
    'Turn on the taps, try the switches, and ask where the breaker box is.',
    'Ask what stays with the home and what goes, and have the answer in writing.',
    'Write your questions down before you come, and leave a blank line under each one for the answer.',
    'Ask for a day without hurry, and come once when you have time to spare.',
    'Look at the street too, at both ends of it, and decide for yourself what you make of it.',
    'Ask what electricity and water cost in a winter month and in a summer month, and ask to see the bills.',
    'Sleep on it for a night, then read this page again and see what has changed in your mind.',
  ],
  es: [
    'Lo que no está en la ficha no está en este texto, así que pregunte por lo que le falte.',
    'Una visita dura lo que usted quiera, y usted decide qué espacios ver dos veces.',
    'Tome sus propias fotos, con una nota de lo que muestra cada una, porque después de tres casas se parecen.',
    'Antes de irse anote dos cosas que le gustan y dos que cambiaría.',
    'Venga con alguien en cuyos ojos confíe, y escuche qué notó antes de decir lo suyo.',
    'Abra las llaves, pruebe los interruptores y pregunte dónde está la caja de la luz.',
    'Pregunte qué se queda con la casa y qué no, y pida la respuesta por escrito.',
    'Anote sus preguntas antes de venir, y deje un renglón en blanco debajo de cada una para la respuesta.',
    'Pregunte qué día se puede ver sin prisa, y venga una vez con tiempo de sobra.',
    'Mire también la calle, de un extremo al otro, y decida usted mismo qué le parece.',
    'Averigüe cuánto cuestan la luz y el agua en un mes de invierno y en uno de verano, y pida ver los recibos.',
    'Déjelo reposar una noche, lea otra vez esta página y vea qué ha cambiado en su cabeza.',
  ],
};
