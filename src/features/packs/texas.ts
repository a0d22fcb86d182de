import type { StateLaw } from './model.ts';

/** The duties by the law of Texas of people who show homes and answer for a broker (Occupations Code 1101, 22 TAC 531). */
export const texasLaw: StateLaw = {
  state: 'TX',
  // Occ. Code 1101.562/.563: a written agreement, or a showing without representation.
  showing: {
    question: {
      en: [
        'Texas law requires me to ask before a showing: are you already working with an agent, would you sign a buyer agreement with us, or would you see it without representation?',
        'Quick question that Texas law requires first: will you come with your own agent, with a buyer agreement with us, or without representation?',
        "Before we set up the showing, Texas law requires me to ask how you'd like to see it: with your own agent, with a buyer agreement with us, or without representation?",
      ],
      es: [
        'Por ley de Texas le pregunto antes de una visita: ¿ya trabaja con un agente, firmaría un acuerdo de comprador con nosotros o la vería sin representación?',
        'Una pregunta que la ley de Texas pide primero: ¿viene con su propio agente, con un acuerdo de comprador con nosotros o sin representación?',
        'Antes de organizar la visita, la ley de Texas pide saber cómo la vería: ¿con su propio agente, con un acuerdo de comprador con nosotros o sin representación?',
      ],
    },
    // 1101.562, 1101.563(c)–(e): the limits are those of the visit and of the agent who shows the home.
    withoutRepresentation:
      'showing without representation. It takes a nonexclusive written showing agreement, signed beforehand, for 14 days at most. At the showing, only size, price, and terms may be confirmed, with no opinion or advice.',
    before: 'Before the showing: a written buyer agreement, or a showing without representation.',
  },
  // Occ. Code 1101.558: `{value}` is the link of the brokerage's own notice.
  servicesNotice: {
    words: {
      en: [
        'TREC Information About Brokerage Services: {value}',
        'Texas notice, Information About Brokerage Services: {value}',
      ],
      es: [
        'TREC Information About Brokerage Services: {value}',
        'Aviso de Texas, Information About Brokerage Services: {value}',
      ],
    },
    toGive:
      'Before the showing, give the Information About Brokerage Services notice (IABS) by email, by mail, or in person; a link in the chat doesn’t count.',
  },
  schools: { en: 'the Texas Education Agency', es: 'la Agencia de Educación de Texas' },
};
