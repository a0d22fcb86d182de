import { describe, expect, test } from 'vitest';
import { createPlaybook, piecesOf } from '../../src/adapters/playbook/createPlaybook.ts';
import {
  type AskAnswer,
  askAnswer,
  type CoachAnswer,
  coachAnswer,
  type QualifyAnswer,
  qualifyAnswer,
} from '../../src/features/coaching/answers.ts';
import type { CoachContext, Discussed } from '../../src/features/coaching/coachContext.ts';
import { findQuote } from '../../src/features/coaching/findQuote.ts';
import { askTask } from '../../src/features/coaching/runAsk.ts';
import { coachTask } from '../../src/features/coaching/runCoach.ts';
import { qualifyTask } from '../../src/features/coaching/runQualify.ts';
import { situations } from '../../src/features/coaching/situations.ts';
import { answerFromListing, type HomeQuestion } from '../../src/features/composing/answerFromListing.ts';
import { factsFor } from '../../src/features/composing/factsFor.ts';
import type { Task, WritingResult } from '../../src/features/llm/ports.ts';
import { holdClock } from '../support/heldClock.ts';
import { answered, home, linesFrom, talkOf } from '../support/talk.ts';
import { orderOf } from '../support/taskOf.ts';

const clock = holdClock();
async function write(task: Task<never>, brief: unknown): Promise<WritingResult & { said: string }> {
  let said = '';
  const out = {
    onText(text: string) {
      said += text;
    },
    signal: new AbortController().signal,
  };
  const writing = createPlaybook({ clock }).write(orderOf(task as Task, { brief }), out);
  await clock.pass(60_000);
  return { ...(await writing), said };
}
/** The situation whose words the coach took. */
const approachOf = ({ say }: Pick<CoachAnswer, 'say'>) =>
  situations.find((one) => one.sayWhileAnswering === say || one.say === say)?.name;

const coach = async (
  talk: CoachContext,
  focus: string | null = null,
  facts: readonly Discussed[] = [],
): Promise<CoachAnswer> => coachAnswer.parse((await write(coachTask, { talk, facts, focus, pressed: true })).answer);
const ask = async (talk: CoachContext, question: string, facts: readonly Discussed[] = []): Promise<AskAnswer> =>
  askAnswer.parse((await write(askTask, { talk, others: [], facts, question })).answer);
const qualify = async (talk: CoachContext): Promise<QualifyAnswer> =>
  qualifyAnswer.parse((await write(qualifyTask, { talk })).answer);
const reply = async (question: string, listing: typeof home | null = home, more: Partial<HomeQuestion> = {}) => {
  const facts = factsFor(listing, [], more.language ?? 'en');
  const brief: HomeQuestion = {
    question,
    homes: listing === null ? [] : [listing],
    brokerage: 'Barton Ridge Realty',
    language: 'en',
    askWhom: null,
    facts,
  };
  return answerFromListing({ ...brief, ...more })
    .map(({ text }) => text)
    .join(' ');
};

describe('the playbook', () => {
  test('speaks a few words every 20 ms, and its answer is what it said', async () => {
    const held = holdClock();
    const texts: string[] = [];
    const talk = talkOf(linesFrom('lead: It is too expensive for us'));
    const writing = createPlaybook({ clock: held }).write(
      orderOf(coachTask as Task, { brief: { talk, focus: null, pressed: true } }),
      { onText: (text) => texts.push(text), signal: new AbortController().signal },
    );
    expect(texts).toEqual(['Price is the']);
    await held.pass(20);
    expect(texts).toEqual(['Price is the', ' obstacle. Before you']);
    await held.pass(10_000);
    const result = await writing;
    expect(result).toMatchObject({ status: 'done', basis: 'rules', started: true });
    expect(result.answer?.say).toBe(texts.join(''));
  });

  test('stops at once when it is told to', async () => {
    const held = holdClock();
    const aborter = new AbortController();
    const texts: string[] = [];
    const writing = createPlaybook({ clock: held }).write(
      orderOf(coachTask as Task, {
        brief: { talk: talkOf(linesFrom('lead: It is too expensive')), focus: null, pressed: true },
      }),
      { onText: (text) => texts.push(text), signal: aborter.signal },
    );
    aborter.abort();
    expect(await writing).toMatchObject({ status: 'stopped', answer: null });
    await held.pass(1000);
    expect(texts).toHaveLength(1);
  });

  test('loses no character of what it says', () => {
    for (const text of ['One', ' two  three\nfour. five ', 'a b c d']) expect(piecesOf(text).join('')).toBe(text);
  });
});

describe('the playbook as a coach', () => {
  test.each([
    ['lead: Honestly this is way too expensive for me', 'price', 'high'],
    ['lead: We are just looking for now', 'timing', 'low'],
    ['lead: I already have an agent', 'has an agent', 'medium'],
    ['lead: I have to talk to my wife first', 'decides with someone', 'medium'],
    ['lead: Zillow says it is worth less', 'online or neighbor price', 'medium'],
    ['lead: Is this a scam?', 'trust', 'high'],
    ['lead: Not pre-approved yet, my credit is bad, will a lender take me', 'financing', 'medium'],
    ['lead: This is ridiculous, a waste of my time', 'unhappy with the service', 'critical'],
  ])('reads in “%s” the objection %s', async (line, objection, urgency) => {
    const talk = talkOf(linesFrom(line));
    const answer = await coach(talk);
    expect(answer).toMatchObject({ objection, urgency });
    expect(answer.quotes.map((quote) => findQuote(talk.lines, quote))).toEqual([expect.objectContaining({ seq: 1 })]);
  });

  test('sees that somebody asks not to be contacted before anything else', async () => {
    const answer = await coach(talkOf(linesFrom('lead: Too expensive. Stop texting me')));
    expect(answer.urgency).toBe('critical');
    expect(approachOf(answer)).toBe('stop contact');
  });

  test('asks nobody to take over once a person has answered who was asked for', async () => {
    const asked = 'lead: Can I talk to a person?';
    expect(approachOf(await coach(talkOf(linesFrom(asked))))).toBe('give them a person');
    const after = linesFrom(asked, 'agent: Maya here, what can I do?', 'lead: How big is the lot?');
    expect((await coach(talkOf(after))).say).toContain('question is');
    const again = linesFrom(asked, 'agent: Maya here.', 'lead: I want to talk to a person again');
    expect(approachOf(await coach(talkOf(again)))).toBe('give them a person');
  });

  test.each([
    ['lead: Sorry, something came up, please cancel the showing', 'let the showing go'],
    ["lead: We can't make it to the tour on Friday, can we call it off?", 'let the showing go'],
    ['lead: Could we move it to Saturday at 5pm instead? The showing, I mean', 'move the time'],
    ['lead: Could we see the house on Saturday?', 'book the showing'],
  ])('takes “%s” for what it says of the visit', async (line, name) => {
    expect(approachOf(await coach(talkOf(linesFrom(line))))).toBe(name);
  });

  test.each([["I don't have an agent, on our own is fine"], ['I do not yet have an agent']])(
    'hears no other agent in “%s”',
    async (line) => expect((await coach(talkOf(linesFrom(`lead: ${line}`)))).objection).toBeNull(),
  );

  test('offers a fact from the listing for a question that stands open', async () => {
    const answer = await coach(talkOf(linesFrom('lead: What are the HOA dues?')));
    expect(answer).toMatchObject({ reply: 'The HOA fee is $45.50 a month.' });
  });

  test('asks for the first thing that is missing when nothing presses', async () => {
    const answer = await coach(talkOf(linesFrom('bot: Buying or selling?', 'lead: We want to buy in Austin')));
    expect(answer.reply).toBe('What price range feels comfortable to you?');
  });

  test('moves on when nothing is missing', async () => {
    const { say } = await coach(talkOf(linesFrom('lead: Sounds good to us'), { missing: [] }));
    expect(say).toContain('You have all the answers you need.');
  });

  test('has something to say before the lead has written', async () => {
    expect((await coach(talkOf([]))).say).toContain('They haven’t written yet');
  });

  test('is silent where nobody asked, but for what is seldom wrong and an answer on file', async () => {
    const unasked = async (...lines: string[]) =>
      coachAnswer.parse(
        (await write(coachTask, { talk: talkOf(linesFrom(...lines)), facts: [], focus: null, pressed: false })).answer,
      );
    for (const line of ['Sounds good to us', 'We are ready to buy this week', 'I am not sure, it is complicated'])
      expect((await unasked(`lead: ${line}`)).say, line).toBe('');
    expect((await unasked('lead: What are the HOA dues?')).reply).toBe('The HOA fee is $45.50 a month.');
    expect(approachOf(await unasked('lead: Stop texting me'))).toBe('stop contact');
    expect(approachOf(await unasked('lead: Is it a safe area?'))).toBe('same sources for everyone');
    expect((await unasked('lead: Is it a safe area?', 'agent: There are maps.', 'lead: Okay, thanks')).say).toBe('');
    const burst = talkOf(linesFrom('lead: Is it a safe area?', 'lead: We have kids'));
    const again = async (talk: CoachContext) =>
      coachAnswer.parse((await write(coachTask, { talk, facts: [], focus: null, pressed: false })).answer);
    const first = await again(burst);
    expect(approachOf(first)).toBe('same sources for everyone');
    const advised = [{ say: first.say, reply: first.reply, became: null }];
    expect((await again({ ...burst, advised })).say).toBe('');
  });

  test('coaches on what the agent asks for', async () => {
    expect(approachOf(await coach(talkOf(linesFrom('lead: Hello')), 'how do I book a tour'))).toBe('book the showing');
  });

  test('never shouts, never smiles, and says at most three sentences', () => {
    for (const { say, reply } of situations) {
      const words = [say, reply].join(' ');
      expect(words).not.toMatch(/!|\p{Extended_Pictographic}/u);
      expect(say.split(/[.?](?:\s|$)/).filter(Boolean).length).toBeLessThanOrEqual(3);
    }
  });
});

describe('the playbook on qualification', () => {
  test('names the known facts in the lead’s own words, the missing ones, and the next question', async () => {
    const talk = talkOf(linesFrom('lead: up to 600k works'), {
      slots: {
        budget: answered({ minCents: null, maxCents: 60_000_000 }, [{ log: 'public:c1', seq: 1, start: 0, end: 10 }]),
        timeline: { value: null, state: 'unknown', confidence: null, evidence: [] },
      },
      missing: ['timeline'],
      answered: 1,
    });
    const answer = await qualify(talk);
    expect(answer).toEqual({
      say: 'Known (1 of 2): the budget (“up to 600k”). The timeline is still missing. Ask next: When would you like to move?',
      slots: [],
      doubts: [],
    });
  });

  test('counts only the facts it lists: a buyer’s goal is not among the questions to a buyer', async () => {
    const slots = { intent: answered('buy'), first: answered('buy'), timeline: answered('asap') };
    const answer = await qualify(talkOf([], { slots, missing: ['budget'], answered: 1 }));
    expect(answer.say).toContain('Known (1 of 2): the timeline (asap).');
  });

  test('prints money of a slot without its words', async () => {
    const talk = talkOf([], {
      slots: { budget: answered({ minCents: null, maxCents: 60_000_000 }) },
      missing: [],
      answered: 1,
      total: 1,
    });
    expect((await qualify(talk)).say).toContain('up to $600,000');
  });

  test('says so when nothing is known', async () => {
    expect((await qualify(talkOf([]))).say).toContain('Nothing is known');
  });
});

describe('the playbook with a budget on file', () => {
  const slots = {
    budget: answered({ minCents: null, maxCents: 60_000_000 }, [{ log: 'public:c1', seq: 1, start: 0, end: 10 }]),
  };

  test('meets a price objection without asking for the budget again', async () => {
    const talk = talkOf(linesFrom('lead: up to 600k', 'bot: Noted.', 'lead: That is too expensive'), { slots });
    const answer = await coach(talk);
    expect(answer).toMatchObject({ objection: 'price', quotes: ['too expensive'] });
    expect(answer.say).toContain('“up to 600k”');
    expect(answer.reply).not.toMatch(/range|budget|figure/);
  });

  test('tells an agent who asks about money', async () => {
    const answer = await ask(talkOf(linesFrom('lead: up to 600k'), { slots }), 'What have they said about money?');
    expect(answer).toEqual({
      say: 'About the budget, they said: “up to 600k”.',
      sources: [{ quote: 'up to 600k', field: null, fact: null }],
    });
  });

  test('does not take room on the price for a room', async () => {
    expect((await coach(talkOf(linesFrom('lead: Is there room on the price?')))).say).not.toContain('bedroom');
  });
});

describe('the playbook asked by an agent', () => {
  test('finds the lead’s sentence', async () => {
    const talk = talkOf(
      linesFrom('lead: Hi. We have two dogs and need a fence.', 'bot: Noted. When do you want to move?'),
    );
    expect(await ask(talk, 'Do they have dogs?')).toEqual({
      say: 'The lead wrote: “We have two dogs and need a fence.”',
      sources: [{ quote: 'We have two dogs and need a fence.', field: null, fact: null }],
    });
  });

  test('finds the listing’s field', async () => {
    expect(await ask(talkOf([]), 'When was it built?')).toEqual({
      say: 'It was built in 1948.',
      sources: [{ quote: null, field: 'yearBuilt', fact: null }],
    });
  });

  test('tells what the brokerage wrote down, also what is for the team alone', async () => {
    const fact = { id: 'card:keys', words: 'The keys are with Renee.', source: 'us', audience: 'staff' } as const;
    expect(await ask(talkOf([]), 'Who has the keys?', [{ fact, seq: null }])).toEqual({
      say: 'The keys are with Renee.',
      sources: [{ quote: null, field: null, fact: 'card:keys' }],
    });
  });

  test('keeps what is for the team alone out of the words for the lead', async () => {
    const talk = talkOf(linesFrom('lead: who has the keys?'));
    const fact = { id: 'card:keys', words: 'The keys are with Renee.', source: 'us', audience: 'staff' } as const;
    const answer = await coach(talk, null, [{ fact, seq: 1 }]);
    expect(answer.say).toContain('For you only: The keys are with Renee.');
    expect(answer.reply).not.toContain('Renee');
  });

  test('looks into the person’s earlier talks where this one says nothing, and says when that was', async () => {
    const lines = linesFrom('lead: our lease ends in March').map((line) => ({ ...line, log: 'public:c0' }));
    const others = [{ conversationId: 'c0', when: 'Monday, November 9, 2:00 PM', channel: 'sms' as const, lines }];
    const brief = { talk: talkOf(linesFrom('lead: hello')), others, facts: [], question: 'When does the lease end?' };
    expect(askAnswer.parse((await write(askTask, brief)).answer)).toMatchObject({
      say: 'The lead wrote on Monday, November 9, 2:00 PM: “our lease ends in March”',
      sources: [{ quote: 'our lease ends in March' }],
    });
  });

  test('says that nothing here tells', async () => {
    const talk = talkOf(linesFrom('lead: Hello there'));
    expect(await ask(talk, 'What is the mayor called?')).toEqual({
      say: 'The conversations and the listing don’t say.',
      sources: [],
    });
  });
});

describe('the playbook answering a visitor', () => {
  test.each([
    ['How much is it?', 'The asking price is $549,000.'],
    ['what are the hoa fees', 'The HOA fee is $45.50 a month.'],
    ['How many bedrooms does it have?', 'It has 2 bedrooms.'],
    ['How big is the place in sqft', 'It has 1,240 square feet.'],
    ['When was it built?', 'It was built in 1948.'],
    ['Is there a garage?', 'Parking: one-car garage.'],
    ['Is it still available?', "Yes, it's still for sale."],
    ['Does it have a covered deck?', 'The listing says: covered deck.'],
    ['What about the kitchen?', 'The listing says: renovated kitchen.'],
    ['How many baths and what is the price?', 'It has 1.5 bathrooms. The asking price is $549,000.'],
    ['How many beds, and how many baths?', 'It has 2 bedrooms and 1.5 bathrooms.'],
    [
      'Price? HOA? When was it built?',
      'The asking price is $549,000. The HOA fee is $45.50 a month. It was built in 1948.',
    ],
  ])('answers “%s” from what is on file, and names no source in the talk', async (question, text) => {
    expect(await reply(question)).toBe(text);
  });

  test('each of several questions is answered, and Jorge says when a fact is not on file', async () => {
    expect(await reply('Is it still available? What are the taxes? HOA? Are pets allowed?')).toBe(
      "Yes, it's still for sale. The HOA fee is $45.50 a month. I have nothing on file about the property taxes or pets, so I’ll ask the team.",
    );
    expect(await reply('What are the taxes?', home, { askWhom: 'Maya Torres' })).toBe(
      'I have nothing on file about the property taxes, so I’ll ask Maya Torres.',
    );
  });

  test('no HOA is said as a person would say it', async () => {
    expect(await reply('HOA?', { ...home, hoaCentsPerMonth: 0 })).toBe("There's no HOA, so no HOA fee.");
  });

  test.each([
    ['¿Sigue disponible?', 'Sí, sigue a la venta.'],
    ['¿Cuánto cuesta?', 'El precio de lista es de $549,000.'],
    ['¿Cuánto es la cuota de la HOA?', 'La cuota del HOA es de $45.50 al mes.'],
    ['¿Cuántas recámaras y cuántos baños tiene?', 'Tiene 2 recámaras y 1.5 baños.'],
    ['¿De qué año es?', 'Se construyó en 1948.'],
    ['¿Tiene estacionamiento?', 'Estacionamiento, según la ficha: "one-car garage".'],
  ])('who asks in Spanish, “%s”, is answered in Spanish', async (question, text) => {
    expect(await reply(question, home, { language: 'es' })).toBe(text);
  });

  test('Jorge says in Spanish too that a fact is not on file', async () => {
    const es = { language: 'es' } as const;
    expect(await reply('¿Cuánto son los impuestos? ¿Tiene piscina?', home, es)).toBe(
      'No tengo datos sobre los impuestos ni una piscina, así que se lo pregunto al equipo.',
    );
    expect(await reply('¿Qué internet hay?', home, { ...es, askWhom: 'Maya' })).toBe(
      'No tengo datos sobre el servicio de internet, así que se lo pregunto a Maya.',
    );
    expect(await reply('¿Es segura la zona?', home, es)).toMatch(/policía de la ciudad/);
  });

  test.each([
    'How high are the taxes?',
    'Is there a pool?',
    'What is the wifi speed?',
    'How big is the lot?',
    'How much is the insurance?',
  ])('does not invent an answer to “%s”', async (question) => {
    expect(await reply(question)).toMatch(/^I (?:don’t have that|have nothing) on file.*, so I’ll ask the team\.$/);
  });

  test.each(['Is it a safe neighborhood?', 'Are the schools good?', 'What kind of people live there?'])(
    'points everybody to the same sources for “%s”',
    async (question) => {
      expect(await reply(question)).toMatch(/publish|Who lives where|who lives where/);
    },
  );

  test('leaves opinions to a licensed person', async () => {
    expect(await reply('Is it overpriced?')).toContain('licensed agent');
  });

  test('offers to note a time for a visit', async () => {
    expect(await reply('Can I see the house this weekend?')).toBe('I can note a time for an agent to show it to you.');
  });

  test('has nothing on file without a listing', async () => {
    expect(await reply('How much is it?', null)).toContain('which home you mean');
    expect(await reply('What is the wifi speed?', null)).toContain('answer that one myself');
  });
});

test.each([
  'Are there a lot of white families around here?',
  'What kind of people live there?',
  'Is it a Christian community?',
])('“%s” is not answered, and not with the size of the lot either', async (question) => {
  const said = await reply(question);
  expect(said).toMatch(/who lives where/i);
  expect(said).not.toMatch(/\d/);
});
