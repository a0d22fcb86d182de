import type { AuthoredSituation } from '../model.ts';

export const priceObjection: AuthoredSituation = {
  scripts: [
    {
      rationale:
        'Finds out what “too much” is measured against. The total, the monthly cost, and another home each need a different answer.',
      expects: [0, 1],
      en: {
        call: 'I heard you on the price[ of {home}|], and I’d rather understand it than talk you out of it. For some people it’s the total, for others it’s the cost each month, and for others it’s what else they’ve seen. Each of those has a different answer. Which one is it for you?',
        text: 'I heard you on the price[ of {home}|], and I’d rather understand it than argue. Is it the total, the cost each month, or what else you’ve seen?',
        subject: 'About the price[ of {home}|]',
        email:
          'I heard you on the price[ of {home}|], and I’d rather understand it than talk you out of it.\n\nFor some people it’s the total, for others it’s the cost each month, and for others it’s what else they’ve seen. Each of those has a different answer. Which one is it for you?',
      },
      es: {
        call: 'Entendí lo que me dijo del precio[ de {home}|], y prefiero comprenderlo antes que convencerle. Para algunas personas es el total, para otras el pago de cada mes, y para otras lo que ya han visto. Cada caso tiene otra respuesta. ¿Cuál es el suyo?',
        text: 'Entendí lo que me dijo del precio[ de {home}|], y prefiero comprenderlo antes que discutirlo. ¿Es el total, el pago de cada mes o lo que ya ha visto?',
        subject: 'Sobre el precio[ de {home}|]',
        email:
          'Entendí lo que me dijo del precio[ de {home}|], y prefiero comprenderlo antes que convencerle.\n\nPara algunas personas es el total, para otras el pago de cada mes, y para otras lo que ya han visto. Cada caso tiene otra respuesta. ¿Cuál es el suyo?',
      },
    },
    {
      rationale:
        'Puts recent sales in front of them instead of your opinion, so they can judge the number for themselves.',
      expects: [1, 2],
      en: {
        call: 'Price is the right thing to be careful about. I can pull what has sold nearby and go through it with you, so you’re looking at facts and not at my opinion. If the numbers don’t hold up for you, we’ll leave it. Would you like to see those sales?',
        text: 'Price is the right thing to be careful about. I can send you what has sold near[ {home}|by], so you can judge for yourself. Would you like to see it?',
        subject: 'Recent sales near[ {home}|by]',
        email:
          'Price is the right thing to be careful about. I can pull what has sold near[ {home}|by] and send it to you, so you’re looking at facts and not at my opinion.\n\nIf the numbers don’t hold up for you, we’ll leave it. Would you like to see those sales?',
      },
      es: {
        call: 'Hace bien en mirar el precio con cuidado. Puedo reunir lo que se ha vendido cerca y repasarlo con usted, para que vea datos y no mi opinión. Si los números no le convencen, lo dejamos. ¿Le gustaría ver esas ventas?',
        text: 'Hace bien en mirar el precio con cuidado. Puedo mandarle lo que se ha vendido cerca[ de {home}|], para que juzgue usted. ¿Le gustaría verlo?',
        subject: 'Ventas recientes cerca[ de {home}|]',
        email:
          'Hace bien en mirar el precio con cuidado. Puedo reunir lo que se ha vendido cerca[ de {home}|] y mandárselo, para que vea datos y no mi opinión.\n\nSi los números no le convencen, lo dejamos. ¿Le gustaría ver esas ventas?',
      },
    },
    {
      rationale:
        'Leaves the number alone and looks for what they’d give up for it, which shows what matters most to them.',
      expects: [2, 0],
      en: {
        call: 'It’s your budget, and I’ll respect it. When a price feels high, it sometimes means the home has things you wouldn’t pay extra for. If we leave those out, there may be something that suits you better. What could you do without?',
        text: 'It’s your budget, and I’ll respect it. If [{home}|this one] has things you wouldn’t pay extra for, I can look without them. What could you do without?',
        subject: 'What matters most for the price',
        email:
          'It’s your budget, and I’ll respect it. When a price feels high, it sometimes means the home has things you wouldn’t pay extra for.\n\nIf we leave those out, there may be something that suits you better. What could you do without?',
      },
      es: {
        call: 'Es su presupuesto, y lo respeto. Cuando un precio se siente alto, a veces la casa tiene cosas por las que usted no pagaría más. Si las dejamos fuera, puede haber algo que le convenga más. ¿De qué podría prescindir?',
        text: 'Es su presupuesto, y lo respeto. Si [{home}|esa casa] tiene cosas por las que no pagaría más, puedo buscar sin ellas. ¿De qué podría prescindir?',
        subject: 'Lo que más importa por ese precio',
        email:
          'Es su presupuesto, y lo respeto. Cuando un precio se siente alto, a veces la casa tiene cosas por las que usted no pagaría más.\n\nSi las dejamos fuera, puede haber algo que le convenga más. ¿De qué podría prescindir?',
      },
    },
  ],
  objections: {
    en: [
      {
        says: 'It’s just too expensive.',
        reply: 'That’s fair. Compared with what you planned, or with other homes you’ve seen?',
      },
      {
        says: 'Would they take less?',
        reply:
          'I can’t speak for the other side, but I can go through recent sales with you. Would that help you decide?',
      },
      { says: 'We saw something similar for less.', reply: 'Good to know, and worth comparing. Which one was it?' },
    ],
    es: [
      {
        says: 'Es demasiado caro.',
        reply: 'Lo entiendo. ¿Comparado con lo que tenía pensado, o con otras casas que ha visto?',
      },
      {
        says: '¿Aceptarían menos?',
        reply:
          'No puedo hablar por la otra parte, pero puedo repasar con usted las ventas recientes. ¿Le ayudaría a decidir?',
      },
      { says: 'Vimos algo parecido por menos.', reply: 'Me sirve saberlo, y vale la pena comparar. ¿Cuál fue?' },
    ],
  },
};
