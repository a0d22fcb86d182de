import type { SlotQuestion } from '../../state/question.ts';

/** The seller bot's questions, in the order in which they are asked. */
export const sellerQuestions: readonly SlotQuestion[] = [
  {
    id: 'address',
    wordings: {
      en: [
        "What's the address of the home, so the team can look at sales nearby?",
        'Could you give me the street address, including the house number?',
        "What's the home's street address?",
      ],
      es: [
        '¿Cuál es la dirección de la casa, para que el equipo vea ventas cercanas?',
        '¿Me podría dar la calle y el número?',
        '¿En qué calle y número está la casa?',
      ],
    },
  },
  {
    id: 'motivation',
    wordings: {
      en: [
        "What's got you thinking about selling?",
        "May I ask what's behind the sale?",
        'What would the sale make possible for you?',
      ],
      es: [
        '¿Qué le hace pensar en vender?',
        '¿Puedo preguntar cuál es el motivo de la venta?',
        '¿Qué le permitiría lograr la venta?',
      ],
    },
  },
  {
    id: 'timeline',
    wordings: {
      en: [
        'Would a sale within 30 to 45 days work for you?',
        'If it sold within 30 to 45 days, would that work?',
        'Would 30 to 45 days be a good time frame for the sale?',
      ],
      es: [
        '¿Le vendría bien una venta en 30 a 45 días?',
        'Si se vendiera en 30 a 45 días, ¿le serviría?',
        '¿Le parecería bien vender en unos 30 a 45 días?',
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
        'Is the home ready to move in, or does it need some work?',
        'What shape is it in, and is there anything to repair?',
        'Would you call it move-in ready, or is there work to do?',
      ],
      es: [
        '¿La casa está lista para habitarse o necesita arreglos?',
        '¿En qué estado está, y hay algo que reparar?',
        '¿Diría que está lista para entrar a vivir, o hay trabajo que hacer?',
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
        'What price would you be happy with?',
        'What price are you hoping for?',
        'Do you have a figure in mind for the sale?',
      ],
      es: [
        '¿Qué precio le parecería bueno?',
        '¿Qué precio espera recibir?',
        '¿Tiene una cifra en mente para la venta?',
      ],
    },
  },
];
