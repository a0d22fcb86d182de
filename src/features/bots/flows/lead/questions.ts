import type { Question, SlotQuestion } from '../../state/question.ts';

/** The lead bot's questions, in order. */
export const intentQuestion: Question = {
  id: 'intent',
  wordings: {
    en: [
      'Are you looking to buy a home or to sell one?',
      'What brings you here, buying or selling a home?',
      'So I ask the right things, is it more about buying or selling?',
      'Which fits you better right now, buying or selling?',
    ],
    es: [
      '¿Busca comprar una casa o vender la suya?',
      '¿Qué le trae por aquí, comprar o vender?',
      'Para preguntarle lo correcto, ¿se trata más de comprar o de vender?',
      '¿Qué va más con usted por ahora, comprar o vender?',
    ],
  },
  choices: [
    { id: 'buy', label: { en: 'Buy', es: 'Comprar' }, value: 'buy' },
    { id: 'sell', label: { en: 'Sell', es: 'Vender' }, value: 'sell' },
    { id: 'browse', label: { en: 'Just looking', es: 'Solo miro' }, value: 'browse' },
  ],
};

export const firstQuestion: Question = {
  id: 'first',
  wordings: {
    en: [
      'Which would you like to start with, buying or selling?',
      'Should we start with the purchase or the sale?',
      'What comes first for you, selling or buying?',
    ],
    es: [
      '¿Con qué prefiere empezar, comprar o vender?',
      '¿Empezamos por la compra o por la venta?',
      '¿Qué va primero para usted, vender o comprar?',
    ],
  },
  choices: [
    { id: 'buy', label: { en: 'Buying', es: 'Comprar' }, value: 'buy' },
    { id: 'sell', label: { en: 'Selling', es: 'Vender' }, value: 'sell' },
  ],
};

export const sellTimeline: SlotQuestion = {
  id: 'timeline',
  wordings: {
    en: [
      'When would you like to have it sold?',
      'Roughly how many weeks or months do you have in mind for the sale?',
      'When would you like the sale to be done by?',
    ],
    es: [
      '¿Para cuándo le gustaría tenerla vendida?',
      '¿Cuántas semanas o meses, más o menos, tiene en mente para la venta?',
      '¿Para qué fecha quisiera tener la venta hecha?',
    ],
  },
};
