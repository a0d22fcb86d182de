import type { SlotQuestion } from '../../state/question.ts';

export const buyTimeline: SlotQuestion = {
  id: 'timeline',
  wordings: {
    en: [
      'When would you like to be in your new home?',
      "Roughly how many weeks or months until you'd like to move?",
      'When would you like to be moved in by?',
    ],
    es: [
      '¿Para cuándo le gustaría estar en su nueva casa?',
      '¿En cuántas semanas o meses, más o menos, quisiera mudarse?',
      '¿Para qué fecha quisiera mudarse?',
    ],
  },
};

/** The buyer bot's questions, in the order in which they are asked. */
export const buyerQuestions: readonly SlotQuestion[] = [
  {
    id: 'budget',
    wordings: {
      en: [
        'What price range do you have in mind?',
        'About how high should I look on price?',
        'Roughly how much would you like to spend on the home?',
      ],
      es: [
        '¿Qué rango de precio tiene en mente?',
        '¿Hasta qué precio busco, más o menos?',
        '¿Más o menos cuánto quisiera gastar en la casa?',
      ],
    },
  },
  {
    id: 'preApproval',
    wordings: {
      en: [
        'Have you talked to a lender yet, or are you pre-approved?',
        'Do you already have a pre-approval for a loan?',
        'How about financing, do you have a pre-approval?',
      ],
      es: [
        '¿Ya habló con un banco o tiene una preaprobación?',
        '¿Ya tiene un préstamo preaprobado?',
        '¿Y el financiamiento, ya tiene una preaprobación?',
      ],
    },
    choices: [
      { id: 'pre-approved', label: { en: 'Yes', es: 'Sí' }, value: 'pre-approved' },
      { id: 'none', label: { en: 'Not yet', es: 'Todavía no' }, value: 'none' },
      { id: 'cash', label: { en: 'Paying cash', es: 'De contado' }, value: 'cash' },
    ],
  },
  {
    id: 'beds',
    wordings: {
      en: [
        'How many bedrooms do you need?',
        'How many bedrooms should it have, at least?',
        'How many bedrooms would work for you?',
      ],
      es: [
        '¿Cuántas recámaras necesita?',
        '¿Cuántas recámaras quiere como mínimo?',
        '¿Con cuántas recámaras la busca?',
      ],
    },
  },
  buyTimeline,
  {
    id: 'area',
    wordings: {
      en: [
        'Which area would you like to live in?',
        'Are there parts of town you prefer?',
        'Where should the home be, roughly?',
      ],
      es: [
        '¿En qué zona le gustaría vivir?',
        '¿Hay partes de la ciudad que prefiera?',
        '¿Dónde debería estar la casa, más o menos?',
      ],
    },
  },
];
