import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnthropicModel } from '../../src/adapters/anthropic/createAnthropicModel.ts';
import { defaultModels } from '../../src/adapters/anthropic/defaultModels.ts';
import { createMemoryLeases } from '../../src/adapters/memory/leases.ts';
import { createMemoryStreamLog } from '../../src/adapters/memory/streamLog.ts';
import { createMemoryWakeups } from '../../src/adapters/memory/wakeups.ts';
import { tasks } from '../../src/app/tasks.ts';
import { usualHelp } from '../../src/contract/coaching.ts';
import type { CoachContext } from '../../src/features/coaching/coachContext.ts';
import type { CoachingDeps } from '../../src/features/coaching/deps.ts';
import { draftRecap } from '../../src/features/coaching/draftRecap.ts';
import { runAsk } from '../../src/features/coaching/runAsk.ts';
import { runCoach } from '../../src/features/coaching/runCoach.ts';
import { runQualify } from '../../src/features/coaching/runQualify.ts';
import { runTranslation } from '../../src/features/coaching/runTranslation.ts';
import { homeFacts } from '../../src/features/composing/homeFacts.ts';
import { narrateAgain, narrateOrder } from '../../src/features/composing/narratives/narrateTask.ts';
import { narrativeFacts } from '../../src/features/composing/narratives/narrativeFacts.ts';
import { writeProse } from '../../src/features/composing/reports/writeProse.ts';
import { scriptOrder } from '../../src/features/composing/scripts/scriptTask.ts';
import { speakAgain, speakOrder } from '../../src/features/composing/speakOrder.ts';
import { vet } from '../../src/features/composing/vetTask.ts';
import { counted, lasted } from '../../src/features/insight/reports/figures.ts';
import type { LanguageModel } from '../../src/features/llm/ports.ts';
import { withHiddenPeople } from '../../src/features/llm/withHiddenPeople.ts';
import { preferencesOf } from '../../src/features/profiles/preferences/preferencesOf.ts';
import { readWithModel } from '../../src/features/understanding/readWithModel.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { newId } from '../../src/kernel/ids.ts';
import { silentLogger, silentMeter } from '../../src/kernel/observe.ts';
import { type FakeAnthropic, type MessagesBody, startFakeAnthropic, stop } from '../support/fakeAnthropic.ts';
import { answered, home, linesFrom, talkOf } from '../support/talk.ts';

let fake: FakeAnthropic;
let model: LanguageModel;
beforeAll(async () => {
  fake = await startFakeAnthropic();
  // A refusal is not asked for twice, so each act makes one request.
  fake.play(() => [stop('refusal')]);
  const parts = { apiKey: 'key', baseUrl: fake.url, clock: systemClock, log: silentLogger, meter: silentMeter };
  model = withHiddenPeople(createAnthropicModel({ ...defaultModels, ...parts }));
});
afterAll(() => fake.close());

const asksPriceFirst = preferencesOf({
  slots: { contactBy: answered('text') },
  language: 'en',
  lines: linesFrom('lead: how much is it?', 'lead: ok', 'lead: is there an HOA fee?', 'lead: too expensive'),
});
const seller = talkOf(
  linesFrom(
    'lead: I want to sell 12 Oak Street, call me at 512-555-0143',
    'bot: Got it. When would you like to move?',
    'lead: by March, and Zillow says 650k',
  ),
  {
    listing: null,
    bot: 'seller',
    leadName: 'Ann Lee',
    slots: { address: answered('12 Oak Street') },
    missing: ['price'],
    prefers: asksPriceFirst,
  },
);
const hoaCard = {
  id: 'card:hoa',
  words: 'An HOA looks after what the homes share.',
  source: 'Texas Real Estate Commission, trec.texas.gov',
  audience: 'visitor',
} as const;
const homeForSale = {
  id: 'sale.l2',
  words: '9 Oak Lane, Austin, TX, Zilker: $389,000, 3 bedrooms, 2 bathrooms, 1,400 sq ft.',
  source: 'Barton Ridge Realty',
  audience: 'visitor',
} as const;
const buyer = talkOf(
  linesFrom('lead: hola, ¿tiene garaje?', 'bot: Tiene garaje para un auto.', 'lead: ¿y cochera cerrada?'),
  {
    language: 'es',
  },
);

async function coachParts(talk: CoachContext): Promise<CoachingDeps> {
  const wakeups = createMemoryWakeups({ log: silentLogger });
  return {
    log: createMemoryStreamLog(systemClock),
    leases: createMemoryLeases(systemClock),
    ...{ wakeups, clock: systemClock, model, logger: silentLogger, newId },
    adaptsTo: async () => true,
    readTalk: async () => talk,
    readWords: async () => '¿Puedo verla el 5 de diciembre? Mi número de seguro es 219-09-9999',
    readCall: async () => talk.lines.map((line) => ({ ...line, log: 'internal:c1' })),
    eraseDrafts: async () => {},
    knowledgeOf: async () => ({ cards: [hoaCard], own: [], team: [], homes: [homeForSale] }),
    factsFor: async () => [],
    admit: async () => {},
    beginsWithinMs: 2_000,
    homesNamed: async () => [],
    askMaterial: async () => ({
      others: [
        { conversationId: 'c0', when: 'Monday, November 9, 2:00 PM', channel: 'sms', lines: talk.lines.slice(0, 1) },
      ],
      before: [
        { question: 'Do they have kids’ bikes to store?', text: 'The conversations and the listing do not tell.' },
      ],
    }),
    helpOf: async () => usualHelp,
    armOf: async () => null,
    append: async () => {},
  };
}
const staff = { tenantId: 't1', conversationId: 'c1', agentId: 'a1' };
const causedBy = { tenantId: 't1', conversationId: 'c1', writerId: 'v1', addressKey: null };
const speaking = {
  tenantId: 't1',
  assistant: 'Jorge',
  brokerage: 'Barton Ridge Realty',
  known: {},
  prefers: [],
  whispers: [],
};
const aFact = (id: string, words: string) => ({ id, words, source: 'us', audience: 'visitor' }) as const;
const out = { onText: () => {}, signal: new AbortController().signal };

const firstReply = speakOrder({
  ...speaking,
  language: 'en',
  brief: {
    ...{ opens: "Hi, I'm Jorge, the AI assistant.", closes: '', done: [], offers: ['There is an HOA.'] },
    mayAsk: [
      { question: 'visit', words: 'When would you like to see it?', why: 'so that a time can be found', choices: [] },
    ],
    ...{ asks: null, careful: [] },
  },
  facts: {
    cards: [aFact('card:hoa', hoaCard.words)],
    own: [aFact('card:own', 'We answer within a day.')],
    homes: [],
    home: homeFacts(home, 'en'),
    talk: [aFact('today', 'It is now Tuesday.')],
  },
  known: { budget: '$500000' },
  prefers: asksPriceFirst,
  lines: linesFrom('lead: is there an HOA?'),
});

const firstStory = narrateOrder({
  ...{ tenantId: 't1', brokerage: 'Barton Ridge Realty', people: ['Ann Lee'] },
  ask: { style: 'emotional', length: 'short', language: 'en' },
  facts: narrativeFacts(home, 'en', 'Barton Ridge Realty'),
  wishes: [aFact('lead.beds', 'They said: “two bedrooms, says Ann”.')],
});

const startedFigure = counted({
  ...{ name: 'Conversations started', value: 14, before: 17, source: 'the logs' },
  ...{ one: 'conversation started', many: 'conversations started', none: 'No conversations started' },
});
const replyFigure = lasted({
  ...{ name: 'Ann Lee: median time to the first reply', value: 250_000, source: 'the logs' },
  ...{ says: 'The median first reply of Ann Lee took …', none: '' },
});

/** The acts of the hub that ask for each task, with the same material each time. */
const cases: Record<string, Record<string, () => Promise<unknown>>> = {
  coach: {
    'a seller who named a price': async () => (await runCoach(await coachParts(seller), staff)).finished,
    'a buyer, in Spanish, about one line': async () =>
      (await runCoach(await coachParts(buyer), { ...staff, focus: '¿y cochera cerrada?' })).finished,
  },
  qualify: {
    'a seller who named a price': async () => (await runQualify(await coachParts(seller), staff)).finished,
    'a buyer, in Spanish': async () => (await runQualify(await coachParts(buyer), staff)).finished,
  },
  ask: {
    'of the home': async () =>
      (await runAsk(await coachParts(buyer), { ...staff, principalId: 'a1', question: 'Is there an HOA?' })).finished,
    'of the talk, with a number in it': async () =>
      (await runAsk(await coachParts(seller), { ...staff, principalId: 'a1', question: 'Is 512-555-0143 a mobile?' }))
        .finished,
  },
  recap: {
    'a call with a seller': async () =>
      (await draftRecap(await coachParts(seller), { ...staff, callId: 'k1', once: 'once' })).finished,
  },
  narrate: {
    'a home, for a lead with a wish': () => model.write(firstStory, out),
    'once more, where a sentence was refused': () =>
      model.write(
        narrateAgain(
          firstStory,
          'short',
          [{ text: 'It has 2 bedrooms.', facts: ['home.beds'] }],
          [{ text: 'It is bright.', fault: 'words' }],
        ),
        out,
      ),
  },
  translation: {
    'a Spanish message, with an identity number': async () =>
      (await runTranslation(await coachParts(buyer), { ...staff, seq: 1 })).finished,
  },
  script: {
    'a text to a buyer': () =>
      model.write(
        scriptOrder(
          {
            ask: { kind: 're-engagement', channel: 'text' },
            facts: { brokerage: 'Barton Ridge Realty', agent: 'Maya Torres', first: 'Ann', home: '1208 Alder Street' },
            language: 'en',
          },
          {
            ...{ tenantId: 't1', now: 'Thursday, November 26, 3:40 PM', home, conversationId: 'c1' },
            ...{
              prefers: asksPriceFirst,
              people: ['Ann Lee', 'Maya Torres'],
              lines: linesFrom('lead: I am Ann Lee, 512-555-0143', 'bot: Hi Ann.'),
            },
          },
        ),
        out,
      ),
    'an email to nobody in particular, in Spanish, about the price': () =>
      model.write(
        scriptOrder(
          {
            ask: { kind: 'objection', channel: 'email', objection: 'price' },
            facts: { brokerage: 'Barton Ridge Realty' },
            language: 'es',
          },
          { tenantId: 't1', now: '', home: null, lines: [], prefers: [], people: [], conversationId: null },
        ),
        out,
      ),
  },
  speak: {
    'about the home, with a question that may be asked': () => model.write(firstReply, out),
    'once more, where a sentence was refused': () =>
      model.write(
        speakAgain(firstReply, {
          said: 'There is an HOA.',
          tell: null,
          refused: [{ text: 'It is $500.', fault: 'figure' }],
          unsaid: [{ text: 'It looks after the yard.', facts: ['card:hoa'] }],
        }),
        out,
      ),
    'in Spanish, at a hard moment, with a whisper': () =>
      model.write(
        speakOrder({
          ...speaking,
          language: 'es',
          brief: {
            ...{
              opens: 'Hola, soy Jorge.',
              closes: '',
              done: ['Ya le avisé al equipo.'],
              offers: ['Lo siento mucho.'],
            },
            ...{ mayAsk: [], asks: null, careful: ['gentle', 'person'] },
          },
          facts: {
            cards: [aFact('card:1', 'No, solo compra y venta.')],
            own: [],
            homes: [],
            home: [],
            talk: [aFact('done.1', 'Ya le avisé al equipo.')],
          },
          lines: linesFrom('lead: mi mamá falleció, ¿administran casas?'),
          whispers: ['Offer a call'],
        }),
        out,
      ),
  },
  report: {
    'two sections, one of a person': () =>
      writeProse(model, {
        ...{ title: 'Weekly team report', brokerage: 'Barton Ridge Realty', before: 'the 7 days before' },
        drafts: [
          { title: 'Conversations', figures: [startedFigure] },
          { title: 'Answers', figures: [replyFigure] },
        ],
        order: { userKey: 'demo', people: ['Ann Lee'], staff: { pressed: true, conversationId: null } },
      }),
  },
  vet: {
    'two sentences, one of which cites': () =>
      vet(
        model,
        [
          { text: 'An HOA takes care of the pool and the walks.', facts: [hoaCard] },
          { text: 'No hurry, sleep on it.', facts: [] },
        ],
        { lines: linesFrom('lead: what does an HOA do?'), facts: [] },
        firstReply,
        out.signal,
      ),
  },
  understand: {
    'a first message': () =>
      readWithModel({ model, logger: silentLogger })({
        message: { text: 'hi, is 12 Oak still for sale? I am Ann Lee' },
        ...{
          lines: [],
          bot: null,
          today: 'Tuesday, November 17',
          asked: null,
          choices: [],
          known: {},
          homes: [],
          language: 'en',
          people: ['Ann Lee'],
          causedBy,
        },
      }),
    'an answer to a question with choices': () =>
      readWithModel({ model, logger: silentLogger })({
        message: { text: 'the second one, and make it 700 not 12000' },
        lines: linesFrom('lead: can I see it?', 'bot: Tuesday at 10 AM, or Wednesday at 2 PM?'),
        bot: 'buyer',
        today: 'Tuesday, November 17',
        asked: 'slot',
        choices: [
          { id: 's1', label: 'Tuesday, 10 AM' },
          { id: 's2', label: 'Wednesday, 2 PM' },
        ],
        known: { budget: '$12,000' },
        homes: [{ id: 'l1', called: '1208 Alder Street' }],
        ...{ language: 'en', people: [], causedBy },
      }),
  },
};

test('every task has cases', () => {
  expect(Object.keys(cases).sort()).toEqual(tasks.map(({ name }) => name).sort());
});

/** The body as it came, with the words in lines that a person reads. */
function pageOf(name: string, bodies: readonly (readonly [string, MessagesBody])[]): string {
  const [[, first]] = bodies as [readonly [string, MessagesBody]];
  const { messages: _, system, ...rest } = first;
  const [task] = system as { text: string }[];
  const { text: words, ...how } = task as { text: string };
  const page = [`# ${name}`, '', JSON.stringify(rest, null, 2), '', `## system ${JSON.stringify(how)}`, '', words];
  for (const [title, { messages, system: blocks, ...others }] of bodies) {
    const [same, ...stable] = blocks as { text: string }[];
    expect({ ...others, task: same }).toEqual({ ...rest, task });
    page.push('', `## ${title}`);
    for (const { text, ...more } of stable) page.push('', `[system ${JSON.stringify(more)}]`, text);
    for (const { role, content } of messages) page.push('', `[${role}]`, String(content));
  }
  return `${page.join('\n')}\n`;
}

test.each(Object.entries(cases))('the prompt that goes out for %s is the one that was reviewed', async (name, ways) => {
  const bodies: [string, MessagesBody][] = [];
  for (const [title, act] of Object.entries(ways)) {
    const before = fake.requests.length;
    await act();
    expect(fake.requests.length).toBe(before + 1);
    bodies.push([title, fake.requests[before]?.body as MessagesBody]);
  }
  await expect(pageOf(name, bodies)).toMatchFileSnapshot(
    resolve(import.meta.dirname, `../fixtures/prompts/${name}.txt`),
  );
});
