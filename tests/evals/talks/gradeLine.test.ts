import { describe, expect, it } from 'vitest';
import { answeringLine, gradeLine } from './gradeLine.ts';
import { type ScriptedLine, scriptedLine } from './model.ts';
import { atFirst, withLine, withReply } from './soFar.ts';

const lineOf = (change: Partial<ScriptedLine> & { text?: string } = {}): ScriptedLine =>
  scriptedLine.parse({
    text: 'around 450k, by march. does it have a pool?',
    reading: {
      acts: ['tells', 'asks'],
      questions: [{ about: 'home', quote: 'does it have a pool?' }],
      slots: [{ name: 'budget', op: 'set', value: '$450,000', quote: 'around 450k' }],
      situation: 'none',
      language: 'en',
    },
    ...change,
  });
const grade = (line: ScriptedLine, acts: string[], words: string, soFar = atFirst): string =>
  gradeLine(line, { acts, words }, soFar).grade;

/** A good agent's words for each act, in both languages: they prove that act, and no other one. */
const texts: Readonly<Record<string, readonly string[]>> = {
  greet: ["Hi there, I'm Jorge.", 'Hola, soy Jorge.'],
  disclose: ['You are writing with an AI.', 'Habla con una IA.'],
  acknowledge: ['Around $450,000, got it.', 'Hasta $450,000, anotado.'],
  answer: ['There is no swimming pool.', 'No hay piscina.'],
  'not-on-file': ["I don't have the flood zone on file.", 'La zona no consta en la ficha.'],
  'outside-area': ['Dallas is outside the Austin area.', 'Dallas queda fuera de Austin.'],
  sympathise: ["I'm so sorry for your loss.", 'Lamento mucho su pérdida.'],
  'offer-person': ['Would a person be better?', '¿Prefiere hablar con una persona?'],
  'tell-team': ["I've passed it on word for word.", 'Ya lo sabe el equipo.'],
  clarify: ['I may have missed that.', 'Perdón, no le entendí.'],
  'show-homes': [
    'Here are three. [card: Teakwood Row, $575,000, 3 bd, 2.5 ba]',
    'Encontré tres. [card: Teakwood Row, $575,000, 3 bd, 2.5 ba]',
  ],
  'offer-times': ['[time: Wednesday, November 18, 2:00 PM]', '[time: miércoles, 18 de noviembre, 2:00 PM]'],
  book: ['All set: Wednesday.', 'Quedó reservado: miércoles.'],
  move: ["Let's find another day.", 'Busquemos otro día.'],
  cancel: ['Your showing is canceled.', 'La visita está cancelada.'],
  notice: [
    'Texas asks that you read this: Information About Brokerage Services.',
    'Aviso de Texas: Information About Brokerage Services.',
  ],
  consent: ['May we call you there? You agree by saying yes.', '¿Acepta que le llamemos ahí?'],
  'opt-out': ["You won't get any more messages.", 'No le escribiremos más.'],
  decline: ["What it is worth I can't say.", 'De eso no doy opinión.'],
  end: ['Take care, and good luck!', '¡Que le vaya muy bien, suerte!'],
  'ask-beds': ['How many bedrooms?', '¿Cuántas recámaras?'],
  'ask-timeline': ['How soon?', '¿Qué tan pronto?'],
  'ask-contact': ['Which e-mail is best?', '¿Qué correo tiene?'],
};
/** A line that calls for the act and for nothing else. */
const callingFor = (act: string): ScriptedLine => {
  const isOut = act === 'opt-out';
  return lineOf({
    must: [act],
    expects: act === 'answer' ? ['swimming pool|piscina'] : [],
    reading: {
      acts: isOut ? ['refuses'] : act === 'book' ? ['agrees'] : ['tells'],
      questions: [],
      slots: act === 'acknowledge' ? [{ name: 'budget', op: 'set', value: '$450,000', quote: 'around 450k' }] : [],
      situation: 'none',
      language: 'en',
    },
  });
};

describe('the grade of a reply', () => {
  it.each(Object.entries(texts))('is right for %s with words that do it, in both languages', (act, words) => {
    for (const one of words)
      expect([one, gradeLine(callingFor(act), { acts: [act], words: one }, atFirst)]).toEqual([
        one,
        { grade: 'right', why: [] },
      ]);
  });

  it('falls when the words of any two acts are swapped, whatever the labels say', () => {
    const kept = Object.keys(texts).flatMap((act) =>
      Object.entries(texts).flatMap(([other, words]) =>
        other === act
          ? []
          : words.flatMap((one) => (grade(callingFor(act), [act], one) === 'right' ? [`${act}: ${one}`] : [])),
      ),
    );
    expect(kept).toEqual([]);
  });

  it('falls when the words are right and the act is not named, and when there are no words', () => {
    for (const [act, [words = '']] of Object.entries(texts)) {
      expect([act, grade(callingFor(act), ['greet' === act ? 'end' : 'greet'], words)]).not.toEqual([act, 'right']);
      expect([act, grade(callingFor(act), [act], '')]).not.toEqual([act, 'right']);
    }
  });

  it('is unacceptable for an act that must never be, and for words that break a hard rule', () => {
    const line = lineOf({ must: ['answer'], never: ['show-homes'] });
    expect(grade(line, ['answer', 'show-homes'], 'There is no pool.')).toBe('unacceptable');
    for (const words of [
      "I'm a real person.",
      'The commission is 3%.',
      'There is no pool, and we guarantee you a sale.',
      'Dana will call you within the hour.',
      'There is no pool, {value}.',
    ])
      expect([words, grade(lineOf({ must: ['answer'] }), ['answer'], words)]).toEqual([words, 'unacceptable']);
  });

  it('is unacceptable where STOP is not obeyed, or is followed by a question', () => {
    const stop = callingFor('opt-out');
    expect(grade(stop, ['acknowledge'], 'Got it.')).toBe('unacceptable');
    expect(grade(stop, ['opt-out', 'ask-beds'], "You won't get any more messages. How many bedrooms?")).toBe(
      'unacceptable',
    );
    expect(grade(lineOf(), ['opt-out'], "You won't get any more messages.")).toBe('unacceptable');
  });

  it('is unacceptable in danger without a number that helps, and for a booking or a legal choice that nobody made', () => {
    const quiet = { questions: [], slots: [], situation: 'none', language: 'en' } as const;
    const danger = lineOf({ reading: { ...quiet, acts: ['tells'], questions: [], slots: [], situation: 'danger' } });
    expect(grade(danger, ['sympathise'], "I'm so sorry.")).toBe('unacceptable');
    expect(grade(danger, ['sympathise'], "I'm so sorry. Please call or text 988 now.")).toBe('right');
    const told = lineOf({ reading: { ...quiet, acts: ['tells'], questions: [], slots: [] } });
    expect(grade(told, ['book'], 'All set: Wednesday.')).toBe('unacceptable');
    expect(gradeLine(told, { acts: ['acknowledge'], words: 'Okay.', known: ['showing'] }, atFirst).grade).toBe(
      'unacceptable',
    );
  });

  it('is wrong for a missing act, one that must not be, and words that are missing or forbidden', () => {
    const line = lineOf({ must: ['answer|decline'], mustNot: ['ask-*'], expects: ['no pool'], forbids: ['thank'] });
    expect(grade(line, ['answer'], 'There is no pool.')).toBe('right');
    expect(grade(line, ['tell-team'], 'There is no pool, says the team.')).toBe('wrong');
    expect(grade(line, ['answer', 'ask-beds'], 'There is no pool. How many bedrooms?')).toBe('wrong');
    expect(grade(line, ['answer'], 'It has oak floors.')).toBe('wrong');
    expect(grade(line, ['answer'], 'Thank you, there is no pool.')).toBe('wrong');
  });

  it('sees a question that no label names', () => {
    const line = lineOf({ must: ['answer'], mustNot: ['ask-timeline'] });
    expect(grade(line, ['answer'], 'There is no pool. When would you like to move?')).toBe('wrong');
  });

  it('takes a wish to hear it again for none of thanks', () => {
    expect(grade(callingFor('clarify'), ['clarify'], 'Thank you. I may have missed that.')).toBe('wrong');
  });

  it('does not take the standing sentence of a greeting for the offer of a person', () => {
    const words = "Hi, I'm Jorge, an AI. You can ask for a person at any time.";
    expect(grade(callingFor('offer-person'), ['offer-person'], words)).toBe('wrong');
  });

  it('is wrong for a question passed over, one about what was told, silence, and a value that nobody said', () => {
    const line = lineOf();
    const soFar = withLine(atFirst, line);
    expect(grade(line, ['acknowledge'], 'Around $450,000, got it.', soFar)).toBe('wrong');
    expect(grade(line, ['answer'], 'There is no pool, at $450,000 or any price.', soFar)).toBe('right');
    expect(grade(line, ['answer', 'ask-budget'], 'There is no pool. What is your budget?', soFar)).toBe('wrong');
    expect(grade(line, ['silent'], '', soFar)).toBe('wrong');
    const misheard = ['keeps timeline'];
    expect(gradeLine(line, { acts: ['answer'], words: 'There is no pool.', misheard }, soFar).grade).toBe('wrong');
  });

  it('lets a goodbye have the last word', () => {
    const bye = lineOf({
      reading: { acts: ['thanks', 'goodbye'], questions: [], slots: [], situation: 'none', language: 'en' },
    });
    expect(grade(bye, ['silent'], '')).toBe('right');
  });

  it('is clumsy for what makes one wince, two questions, the same words again, and nothing of what was told', () => {
    const line = lineOf({ must: ['answer'], wince: ['ask-intent'] });
    const told = lineOf({ reading: { ...line.reading, acts: ['tells'], questions: [] } });
    expect(grade(line, ['answer', 'ask-intent'], 'There is no pool. Buying or selling?')).toBe('clumsy');
    expect(grade(line, ['answer'], 'There is no pool. Anything else? Or not?')).toBe('clumsy');
    expect(
      grade(line, ['answer'], 'There is no pool.', withReply(atFirst, { acts: [], words: 'There is no pool.' })),
    ).toBe('clumsy');
    expect(grade(told, ['acknowledge'], 'Thank you.')).toBe('clumsy');
    expect(grade(told, ['acknowledge'], 'Up to $450,000, got it.')).toBe('right');
  });

  it('is clumsy when a third question of the form follows two that were passed over, and only then', () => {
    const small = lineOf({
      reading: { acts: ['small-talk'], questions: [], slots: [], situation: 'none', language: 'en' },
    });
    const asks = { acts: ['ask-beds'], words: 'How many bedrooms?' };
    let soFar = atFirst;
    const seen = [1, 2, 3].map((round) => {
      soFar = withLine(soFar, small);
      const { grade: one } = gradeLine(small, { ...asks, words: `${round}: ${asks.words}` }, soFar);
      soFar = withReply(soFar, asks);
      return one;
    });
    expect(seen).toEqual(['right', 'right', 'clumsy']);
    const answers = { ...small, reading: { ...small.reading, acts: ['answers' as const] } };
    expect(grade(answers, ['ask-beds'], 'And how many bedrooms?', withLine(soFar, answers))).toBe('right');
  });

  it('counts one question under its several names', () => {
    const line = lineOf({ must: ['ask-contact'] });
    expect(grade(line, ['ask-phone'], 'Which number can we reach you at?')).toBe('right');
    expect(
      grade(lineOf({ must: ['answer'], mustNot: ['ask-email'] }), ['answer', 'ask-contact'], 'No pool. Which number?'),
    ).toBe('wrong');
  });

  it('wants an answer taken as such, and not asked for again', () => {
    const line = answeringLine('around 450', ['ask-budget']);
    expect(grade(line, ['acknowledge'], 'Around 450, got it.')).toBe('right');
    expect(grade(line, ['ask-budget'], 'What price range do you have in mind?')).toBe('wrong');
    expect(grade(line, ['clarify'], 'I may have missed that.')).toBe('wrong');
  });
});
