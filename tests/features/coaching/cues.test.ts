// Costs about 2 s: pure functions over a few hundred invented lines, a few of them very long.
import { describe, expect, test } from 'vitest';
import { type CueKind, cueKinds } from '../../../src/contract/cues.ts';
import { limits } from '../../../src/contract/values.ts';
import { cueKindsOn, cueRules } from '../../../src/features/coaching/cues/cueRules.ts';
import { cuesIn } from '../../../src/features/coaching/cues/cuesIn.ts';
import type { Cue, CueLine } from '../../../src/features/coaching/cues/model.ts';
import { growthOf } from '../../support/growthOf.ts';

const every: ReadonlySet<CueKind> = new Set(cueKinds);

/** "A: How are you? / L: Fine.": a talk, line by line. */
function talk(words: string): CueLine[] {
  return words.split(' / ').map((line, seq) => {
    const spoken = line.startsWith('A: ') || line.startsWith('L: ');
    const who = line.startsWith('A: ') ? 'agent' : 'lead';
    return { who, text: spoken ? line.slice(3) : line, log: 'c', seq, at: seq * 10_000 };
  });
}
const kindsIn = (words: string): CueKind[] => cuesIn(talk(words), every).map(({ rule }) => rule.kind);

/** Lines that show each kind, and lines that look like it and do not. */
const promises: Partial<Record<CueKind, { shows: readonly string[]; not: readonly string[] }>> = {
  price: {
    shows: [
      'It’s lovely, but that is way too expensive for us.',
      'Honestly, $540k is out of our budget.',
      'We can’t afford that much a month.',
      'Would the seller be willing to come down on the price?',
      'Is the rent negotiable?',
      'Would you take $385,000 for it?',
      'The most I can do is $410k.',
      'La casa está muy bonita, pero es demasiado cara.',
      'Se nos sale del presupuesto.',
      'We won’t go below $400,000.',
      'That’s my final offer.',
      'The most we can pay is nine hundred a month.',
      'I lost my job in May.',
      'We’re a bit short on cash.',
      'El precio es fijo.',
      '¿El precio es negociable?',
    ],
    not: [
      'The price is not too high for this street.',
      'It’s not that expensive, actually.',
      'How about 3 pm on Saturday?',
      'What about 10 am?',
      'Could you do 2:30?',
      'The stairs are too steep for my knees.',
      'Can you go over the disclosures with me?',
      'That’s all I have for today.',
      'Do they have much money in the reserve?',
      'No es tan cara como pensaba.',
    ],
  },
  'buying-signal': {
    shows: [
      'We’ll take it.',
      'Okay, we have a deal!',
      'We’d like to make an offer.',
      'Where do I sign?',
      'I’d like to schedule a tour of the house.',
      'When can we see it?',
      'We’re very interested in this one.',
      'Me encanta la casa.',
      'Queremos hacer una oferta.',
      'Quisiera agendar una visita.',
      'If they fix the roof, we’ll take it.',
      'I’d sign this week if the landlord paid for the water.',
      'We would pay 390 as long as the fridge stays.',
      'Si arreglan el techo, la compramos.',
    ],
    not: [
      'I don’t want to schedule a visit.',
      'We’re not interested in that one.',
      'No deal.',
      'I would like to see the weather for Sunday.',
      'Can I see some pictures?',
      'I’m interested in knowing what the HOA covers.',
      'No me interesa.',
      'I’ll come by at five if that’s okay.',
      'I can send you the letter if you want.',
    ],
  },
  timing: {
    shows: [
      'A: Would you like to see it this week? / L: Not right now, maybe later.',
      'We’re not ready to decide.',
      'I need to think about it.',
      'Should we wait for rates to drop?',
      'I’ll get back to you.',
      'We’re not in a hurry.',
      'Ahora no, más adelante.',
      'Tengo que pensarlo.',
    ],
    not: [
      'I can’t wait to see it!',
      'I’d like to come by later today.',
      'A: Have you paid the fee? / L: Not at this time.',
      'A: Can I help you with anything else? / L: Not right now, thanks.',
      'A: Is there anything else you need? / L: No, not at the moment.',
      'Wait, is that the one with the pool?',
    ],
  },
  trust: {
    shows: [
      'How do I know this listing is legit?',
      'Is this a scam?',
      'I don’t trust agents.',
      'It sounds too good to be true.',
      '¿Es de confianza esta agencia?',
      'Esto parece una estafa.',
      'Why are they selling?',
      'Is there anything wrong with the house?',
      'How long has it been on the market?',
      'Can we have an inspector look at it?',
      'Is there a warranty on the roof?',
      '¿Por qué la venden?',
      '¿Tiene garantía?',
    ],
    not: [
      'I trust you.',
      'Good to know, no doubt about it.',
      'That sounds great.',
      'Nothing wrong with a small yard.',
      'Why did you pick that street?',
      'We guarantee that nobody smokes.',
      'No need for a warranty.',
      'How many owners has it had?',
    ],
  },
  authority: {
    shows: [
      'I have to talk to my wife first.',
      'My husband has to approve it.',
      'Let me run it by my partner.',
      'Lo tengo que consultar con mi esposa.',
    ],
    not: ['My wife is a nurse.', 'I talked to my lender.', 'Is the boss of the crew on site?'],
  },
  financing: {
    shows: [
      'We’d pay cash.',
      'I can bring $20,000 in cash.',
      'We’re pre-approved up to 450.',
      'What credit score would I need?',
      'How big a down payment do they want?',
      'Pagaríamos de contado.',
      'Todavía no tengo hipoteca.',
    ],
    not: [
      'I’m short on cash this month.',
      'I only have five dollars in cash.',
      'I’m paying off my student loans.',
      'Do you take cash?',
      'Credit where it’s due, the kitchen is great.',
    ],
  },
  competition: {
    shows: [
      'I found a similar house for less.',
      'We’re also talking to other agents.',
      'Zillow says it’s worth 420.',
      'We have a better offer from another buyer.',
      'The going rate around here is lower.',
      'Encontramos otra casa más barata.',
      'We already have an agent.',
      'We’d rather keep renting for a year.',
      'Ya tenemos un agente.',
    ],
    not: [
      'Are there any other apartments?',
      'Can you find me another house?',
      'I saw your listing online.',
      'We haven’t looked at any other places.',
      'I’d prefer three bedrooms.',
      'Would you rather keep it?',
    ],
  },
  family: {
    shows: [
      'My kids need their own rooms.',
      'It’s for me and my family.',
      'We have two small children.',
      'There’s a baby on the way.',
      'Busco algo para mi familia.',
      'Tenemos tres hijos.',
    ],
    not: [
      'My ex-wife lives across town.',
      'My wife passed away last year.',
      'What if I have a baby one day?',
      'Is it a single-family zone?',
      'Can I bring my son along?',
      'You have a big family, right?',
      'I have to talk to my wife first.',
      'My family is from the South.',
    ],
  },
  features: {
    shows: [
      'We need three bedrooms and a yard.',
      'A garage is a must.',
      'Does it have a pool?',
      'Are pets allowed?',
      'Buscamos una casa con alberca.',
      '¿Tiene cochera?',
      'How old is the roof?',
      'Any leaks or mold?',
      'Does the furnace work?',
      'The kitchen is really dated.',
      'It needs a lot of work.',
      'La casa está muy vieja.',
    ],
    not: [
      'We don’t need a garage.',
      'I’m waiting in the parking lot.',
      'My dog says hi.',
      'We love Mountain View.',
      'The hotel has a pool.',
      'How old are you?',
      'No problem!',
      'It isn’t small at all.',
    ],
  },
  location: {
    shows: [
      'We want to live in Fremont.',
      'I’m looking for a house in Round Rock.',
      'It has to be close to my work.',
      'What’s the neighborhood like? Is it a good area?',
      'Is it safe? How are the schools?',
      'Queremos algo cerca del centro.',
    ],
    not: [
      'We want to move in June.',
      'What’s the weather in Austin?',
      'I need a ride to downtown.',
      'I live in Dallas.',
      'Let’s look at it in March.',
    ],
  },
  urgency: {
    shows: [
      'We need to move as soon as possible.',
      'Our lease ends next month.',
      'Can we come see it today?',
      'I’m in a hurry.',
      'The auction is on May 3rd.',
      'Necesitamos mudarnos lo antes posible.',
      'Es urgente.',
    ],
    not: [
      'There’s no rush.',
      'That’s all for today, thanks.',
      'We’re not in a hurry.',
      'I need a cab right now.',
      'It’s not urgent.',
      'I’m reading about it right now.',
      'No tenemos prisa.',
    ],
  },
  'vague-answer': {
    shows: [
      'A: What’s your budget? / L: I’m not sure.',
      'A: Have you talked to a lender? / L: I don’t remember.',
      'A: When would you like to move? / L: It depends.',
      'A: Which area do you like? / L: Whatever.',
      'A: Have you paid the fee? / L: Tuesday works, but I can’t remember if I did.',
      'A: ¿Cuál es su presupuesto? / L: No sé, depende.',
    ],
    not: [
      'A: When would you like to come? / L: Maybe Thursday at six.',
      'A: The garden is nice. / L: I don’t know much about roses.',
      'A: What’s your budget? / L: Around 400.',
      'A: How many bedrooms? / L: I don’t know if you saw, but three.',
      'A: Shall we say Friday? / L: Yes. Maybe my friend comes too.',
    ],
  },
  'many-questions': {
    shows: [
      'A: Do you want to rent or buy? Where? How many bedrooms?',
      'A: Where are you looking? / L: Um... / A: Which side of town? / L: Okay. / A: And what’s your budget?',
    ],
    not: [
      'A: Where are you looking? / L: In the north. / A: Rent or buy? / L: Buy. / A: What’s your budget?',
      'A: Really??? That’s great.',
      'A: Are you two still looking? Any luck so far?',
    ],
  },
  monologue: {
    shows: [
      `A: ${'this home has so much to offer '.repeat(9)}`,
      `A: ${'the kitchen was redone last year '.repeat(5)} / A: ${'and the roof is new as well '.repeat(6)}`,
    ],
    not: [
      'A: It has three bedrooms and a yard.',
      `A: ${'the kitchen was redone last year '.repeat(5)} / L: Nice. / A: ${'and the roof is new as well '.repeat(6)}`,
    ],
  },
  'open-question': {
    shows: [
      'L: How old is the roof? / A: What day works for you?',
      'L: Hi. Does the house have a basement? / A: Could you give me your name?',
      'L: ¿Tiene sótano la casa? / A: ¿Qué día le gustaría venir?',
    ],
    not: [
      'L: How old is the roof? / A: It was replaced in 2019.',
      'L: How old is the roof? / A: I’ll find out. When should I call you?',
      'L: How are you? / A: What day works for you?',
      'L: Could I come on Friday? / A: What time works for you?',
      'L: Does it have a basement? / A: Yes. Would you like to see it?',
      'L: What schools are there? / A: Which school level do you mean?',
    ],
  },
  compliance: {
    shows: [
      'A: It’s a very safe neighborhood.',
      'A: The schools there are excellent.',
      'A: It’s perfect for families with children.',
      'A: Mostly young couples live there.',
      'A: I guarantee it will go up in value.',
      'A: Es un barrio muy seguro.',
    ],
    not: [
      'A: Sure thing, see you then.',
      'A: It’s only a couple of minutes from the station.',
      'A: The school district publishes its own figures.',
      'A: We love working with people like you.',
      'A: The safe is behind the door.',
      'L: Is it a safe neighborhood?',
    ],
  },
};

describe.each(cueKinds.filter((kind) => promises[kind] !== undefined))('a cue of kind %s', (kind) => {
  const { shows, not } = promises[kind] ?? { shows: [], not: [] };
  test.each(shows)('is shown at: %s', (words) => {
    expect(kindsIn(words)).toContain(kind);
  });
  test.each(not)('is not shown at: %s', (words) => {
    expect(kindsIn(words)).not.toContain(kind);
  });
});

describe('a cue', () => {
  test('points at the words that show it', () => {
    const lines = talk('Nice kitchen. But the price is way too expensive for us, sorry.');
    const cue = cuesIn(lines, every).find(({ rule }) => rule.kind === 'price');
    expect(lines[0]?.text.slice(cue?.span.start, cue?.span.end)).toBe('too expensive');
  });

  test('stays inside its line, whatever is said', () => {
    for (const { shows } of Object.values(promises))
      for (const words of shows) {
        const lines = talk(words);
        const { length } = lines.at(-1)?.text ?? '';
        for (const { span } of cuesIn(lines, every)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(length);
          expect(span.end).toBeGreaterThan(span.start);
        }
      }
  });

  test('tells the agent what to do in at most twelve words', () => {
    for (const { id, text } of cueRules) expect([id, text.split(/\s+/).length <= 12]).toEqual([id, true]);
  });

  test('is known by an id of its own', () => {
    const ids = cueRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is of a kind that some rule sees, where the kind is on', () => {
    const seen = new Set(cueRules.map(({ kind }) => kind));
    expect([...cueKindsOn].filter((kind) => !seen.has(kind))).toEqual([]);
  });

  test('is found once of each kind', () => {
    const kinds = kindsIn('It’s too expensive. Would you take $300,000? I can’t afford more.');
    expect(kinds.filter((kind) => kind === 'price')).toHaveLength(1);
  });

  test('of a long spoken line shows that the agent talks long', () => {
    const [line] = talk('A: Let me see.');
    if (line === undefined) throw new Error('no line');
    expect(cuesIn([{ ...line, lengthMs: 50_000 }], every).map(({ rule }) => rule.kind)).toContain('monologue');
    expect(cuesIn([{ ...line, lengthMs: 20_000 }], every)).toEqual([]);
  });

  test('of a long talk of the agent is shown once, at the line that made it long', () => {
    const long = `A: ${'so the kitchen is new and '.repeat(12)}`;
    expect(kindsIn(long)).toContain('monologue');
    expect(kindsIn(`${long} / A: And the roof too.`)).not.toContain('monologue');
  });

  test.each([
    ['small talk', 'Good morning! How was your weekend?'],
    ['thanks', 'Thank you so much for your help.'],
    ['a greeting in Spanish', 'Hola, buenas tardes.'],
    ['a bare yes', 'Yes.'],
    ['a name', 'I’m Teresa Vaughn.'],
  ])('is not shown at %s', (_, words) => {
    expect(kindsIn(words)).toEqual([]);
  });

  test.each(['is ', '1.', '? '])('costs no more in a very long line of “%s” than in a long one', (piece) => {
    const text = piece.repeat(Math.ceil(limits.textChars / piece.length));
    const read = (words: string): Cue[] => cuesIn(talk(words), every);
    // Four times the words: were all of them read, the cost would be four times as much at least.
    expect(growthOf(read, text, 4)).toBeLessThan(3);
    expect(read(text).length).toBeLessThan(cueKinds.length);
  });

  test('is seen at both ends of a very long line, and points at the words there', () => {
    const filler = 'the garden has roses, and '.repeat(100);
    const shows = 'That is way too expensive for us.';
    for (const text of [`${shows} ${filler}`, `${filler}. ${shows}`]) {
      const lines = talk(text);
      const cue = cuesIn(lines, every).find(({ rule }) => rule.kind === 'price');
      expect(lines[0]?.text.slice(cue?.span.start, cue?.span.end)).toBe('too expensive');
    }
  });

  test('is not looked for in the middle of a very long line', () => {
    const filler = 'the garden has roses, and '.repeat(30);
    expect(kindsIn(`${filler}. That is way too expensive for us. ${filler}`)).not.toContain('price');
  });

  test('is not shown at a part of a word, where a very long line is cut', () => {
    const rest = 'the garden has roses, and '.repeat(40);
    // The first 200 characters end in “cash”, the last 500 begin with it.
    const first = 'we sat '.repeat(28).slice(3);
    expect(kindsIn(`${first}in cashiers ${rest}`)).not.toContain('financing');
    expect(kindsIn(`${rest}un${'cash today '.padEnd(500, 'roses ')}`)).not.toContain('financing');
  });

  test('of a very long line of an agent covers all of it where it is about its length', () => {
    const lines = talk(`A: ${'this home has so much to offer '.repeat(60)}`);
    const cue = cuesIn(lines, every).find(({ rule }) => rule.kind === 'monologue');
    expect(cue?.span).toEqual({ start: 0, end: lines[0]?.text.length });
  });
});
