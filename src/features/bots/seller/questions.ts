import type { Question } from '../question.ts';

/** The seller bot's questions, in the order in which they are asked. */
export const sellerQuestions: readonly Question[] = [
  {
    id: 'address',
    wordings: {
      en: [
        'What is the address of the home, so that the right data for the area can be looked up?',
        'Could you give me the street address, with the number?',
        'Which street and number is the home at?',
      ],
      es: [
        '¿Cuál es la dirección de la casa, para buscar los datos de la zona?',
        '¿Me podría dar la calle y el número?',
        '¿En qué calle y número está la casa?',
      ],
    },
  },
  {
    id: 'motivation',
    wordings: {
      en: [
        'What makes you think of selling, and where would you move?',
        'May I ask what is behind the sale?',
        'What would the sale make possible for you?',
      ],
      es: [
        '¿Qué le hace pensar en vender, y a dónde se mudaría?',
        '¿Puedo preguntar qué hay detrás de la venta?',
        '¿Qué le permitiría hacer la venta?',
      ],
    },
  },
  {
    id: 'timeline',
    wordings: {
      en: [
        'Would a sale within 30 to 45 days work for you?',
        'If it sold within 30 to 45 days, would that work?',
        'How would 30 to 45 days until the sale work for you?',
      ],
      es: [
        '¿Le vendría bien una venta en 30 a 45 días?',
        'Si se vendiera en 30 a 45 días, ¿le serviría?',
        '¿Qué le parecen de 30 a 45 días hasta la venta?',
      ],
    },
    choices: [
      {
        id: 'yes',
        label: { en: 'Yes, that works', es: 'Sí, me sirve' },
        value: { minDays: 30, maxDays: 45, accepted: true },
      },
      { id: 'no', label: { en: 'No', es: 'No' }, value: { minDays: null, maxDays: null, accepted: false } },
    ],
  },
  {
    id: 'condition',
    wordings: {
      en: [
        'How is the home: ready to move in, or does it need some work?',
        'What shape is it in? Anything that needs repair counts.',
        'Would you call it move-in ready, or is there work to do?',
      ],
      es: [
        '¿Cómo está la casa: lista para habitar o necesita arreglos?',
        '¿En qué estado está? Todo lo que haya que reparar cuenta.',
        '¿Diría que está lista para entrar o hay trabajo que hacer?',
      ],
    },
    choices: [
      { id: 'ready', label: { en: 'Move-in ready', es: 'Lista para habitar' }, value: 'move_in_ready' },
      { id: 'work', label: { en: 'Needs some work', es: 'Necesita arreglos' }, value: 'needs_work' },
      { id: 'major', label: { en: 'Major repairs', es: 'Reparaciones grandes' }, value: 'major_repairs' },
    ],
  },
  {
    id: 'price',
    wordings: {
      en: [
        'What price would feel good to you?',
        'Which price are you hoping for?',
        'Do you have a figure in mind for the sale?',
      ],
      es: ['¿Qué precio le parecería bueno?', '¿Qué precio espera?', '¿Tiene una cifra en mente para la venta?'],
    },
  },
];
