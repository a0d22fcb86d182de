import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryLeases } from '../../../src/adapters/memory/leases.ts';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import { createPlaybook } from '../../../src/adapters/playbook/createPlaybook.ts';
import { entryData } from '../../../src/contract/log/entry.ts';
import type { Fact } from '../../../src/contract/readings.ts';
import type { AskMaterial, CoachContext, Discussed } from '../../../src/features/coaching/coachContext.ts';
import { coachWhenQuiet } from '../../../src/features/coaching/coachWhenQuiet.ts';
import type { CoachingDeps } from '../../../src/features/coaching/deps.ts';
import { draftRecap } from '../../../src/features/coaching/draftRecap.ts';
import { runAsk } from '../../../src/features/coaching/runAsk.ts';
import { runCoach, withoutTakenBack } from '../../../src/features/coaching/runCoach.ts';
import { fillUnknown, runQualify } from '../../../src/features/coaching/runQualify.ts';
import { keepsFigures, runTranslation } from '../../../src/features/coaching/runTranslation.ts';
import { strategies } from '../../../src/features/coaching/strategies.ts';
import type { Draft } from '../../../src/features/conversations/model.ts';
import type { LanguageModel, WritingOrder, WritingResult } from '../../../src/features/llm/ports.ts';
import { stopStream } from '../../../src/features/streams/stopStream.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { type HeldClock, holdClock } from '../../support/heldClock.ts';
import { answered, linesFrom, talkOf } from '../../support/talk.ts';

const request = { tenantId: 't1', conversationId: 'c1' };
const suggestion = {
  say: 'Ask for the range first.',
  objection: 'price',
  reply: 'Which range would feel comfortable?',
  correct: null,
  urgency: 'high',
  doubts: [],
  quotes: ['too expensive', 'never said this'],
  unaided: 'What is your budget?',
  worth: 9,
};

let clock: HeldClock;
let parts: CoachingDeps;
let appended: Draft[];
let talk: CoachContext;
let orders: WritingOrder[];
let facts: Discussed[];
let ask: AskMaterial;
let arm: Awaited<ReturnType<CoachingDeps['armOf']>>;

/** A model that writes `answer` and ends; while `held` is set it waits for it or for an abort. */
function modelOf(
  answer: { say: string; [field: string]: unknown },
  end: Partial<WritingResult> = {},
  held?: Promise<void>,
): LanguageModel {
  return {
    basis: 'model',
    async write(order, out) {
      orders.push(order);
      if (out.mayBegin?.(answer) === false) return { status: 'done', basis: 'model', answer: null, started: false };
      out.onText(answer.say.slice(0, 5));
      if (held) await Promise.race([held, new Promise((resolve) => out.signal.addEventListener('abort', resolve))]);
      if (out.signal.aborted) return { status: 'stopped', basis: 'model', answer: null, started: true };
      out.onText(answer.say.slice(5));
      return { status: 'done', basis: 'model', answer, started: true, ...end };
    },
  };
}

beforeEach(() => {
  clock = holdClock();
  appended = [];
  orders = [];
  facts = [];
  ask = { others: [], before: [] };
  arm = null;
  talk = talkOf(linesFrom('lead: It is TOO expensive, we have 500k', 'bot: I see.'));
  let nextId = 0;
  parts = {
    clock,
    log: createMemoryStreamLog(clock),
    wakeups: createMemoryWakeups({ log: silentLogger }),
    leases: createMemoryLeases(clock),
    logger: silentLogger,
    admit: async () => {},
    beginsWithinMs: 2_000,
    homesNamed: async () => [],
    askMaterial: async () => ask,
    helpOf: async () => ({ level: 'normal', strategy: 'analytical' }),
    armOf: async () => arm,
    newId: () => `id${++nextId}`,
    model: modelOf(suggestion),
    adaptsTo: async () => true,
    readTalk: async (tenantId, conversationId) => (tenantId === 't1' && conversationId === 'c1' ? talk : null),
    readWords: async (_conversation, seq) =>
      seq === 1 ? '¿Puedo verla el 5 de diciembre a las 9:30? Tengo 350.000' : null,
    readCall: async () => talk.lines.map((line) => ({ ...line, log: 'internal:c1' })),
    eraseDrafts: async () => {},
    async knowledgeOf() {
      const cards = facts.map(({ fact }) => fact);
      const isOpen = (fact: Fact): boolean => fact.audience === 'visitor';
      return { cards: cards.filter(isOpen), own: [], homes: [], team: cards.filter((fact) => !isOpen(fact)) };
    },
    factsFor: async () => facts,
    append: async (_tenant, _conversation, draft) => {
      entryData[draft.type].parse(draft.data);
      appended.push(draft);
    },
  };
});

const started = async <T>(starting: Promise<T>): Promise<T> => {
  await clock.pass(2000);
  return starting;
};

describe('a recap of a call', () => {
  const recap = { summary: 'They have 500k and find it expensive.', nextStep: ' ', quotes: ['too expensive'] };
  const draft = async (promises: object[]) => {
    talk = talkOf(linesFrom('lead: It is TOO expensive, we have 500k', 'agent: I will send you two others on Friday.'));
    parts.model = modelOf({ say: '', ...recap, promises });
    await (await draftRecap(parts, { ...request, callId: 'k1', once: 'once' })).finished;
    return appended[0]?.data;
  };

  test('keeps what stands in the call: promises of the agent alone, quotes that are there, days that lie ahead', async () => {
    const [tomorrow = '', friday = ''] = talk.daysAhead.split('; ');
    const promised = 'I will send you two others';
    expect(
      await draft([
        { text: 'Send two others', day: friday, quote: promised },
        { text: 'Send two others', day: 'some day', quote: promised },
        { text: 'Lower the price', day: tomorrow, quote: 'we will lower the price' },
        { text: 'Have 500k', day: null, quote: 'we have 500k' },
      ]),
    ).toEqual({
      ...{ callId: 'k1', summary: recap.summary, basis: 'model' },
      promises: [
        { text: 'Send two others', inDays: 2, evidence: { log: 'internal:c1', seq: 2, start: 0, end: 26 } },
        { text: 'Send two others', evidence: { log: 'internal:c1', seq: 2, start: 0, end: 26 } },
      ],
      evidence: [{ log: 'internal:c1', seq: 1, start: 6, end: 19 }],
    });
  });

  test('is not kept where somebody said no while it was written, and erased where they said it a moment later', async () => {
    parts.model = modelOf({ say: '', ...recap, promises: [] });
    const reads = [talk.lines, []];
    parts.readCall = async () => reads.shift()?.slice() ?? [];
    await (await draftRecap(parts, { ...request, callId: 'k1', once: 'once' })).finished;
    expect(appended).toEqual([]);
    const later = [talk.lines, talk.lines, []];
    parts.readCall = async () => later.shift()?.slice() ?? [];
    const erased: string[] = [];
    parts.eraseDrafts = async (_, callId) => void erased.push(callId);
    await (await draftRecap(parts, { ...request, callId: 'k1', once: 'once' })).finished;
    expect(erased).toEqual(['k1']);
  });

  test('of a call of which nothing was written there is none', async () => {
    parts.readCall = async () => [];
    await expect(draftRecap(parts, { ...request, callId: 'k1', once: 'once' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('coaching', () => {
  test('ends in a suggestion whose say is exactly the stream’s text, with evidence that stands in the talk', async () => {
    const { streamId, finished } = await started(runCoach(parts, request));
    expect(await finished).toMatchObject({ status: 'done' });
    const stored = await parts.log.read(streamId);
    expect(appended).toHaveLength(1);
    expect(appended[0]).toMatchObject({
      type: 'suggestion-created',
      data: {
        streamId,
        say: stored?.text,
        objection: 'price',
        reply: 'Which range would feel comfortable?',
        urgency: 'high',
        basis: 'model',
        evidence: [{ log: 'public:c1', seq: 1, start: 6, end: 19 }],
      },
    });
    expect(appended[0]?.data).not.toHaveProperty('correct');
  });

  test('follows the strategy of the lead’s arm while an experiment runs, and says so on what the model wrote by it', async () => {
    const card = async (answer: LanguageModel) => {
      parts.model = answer;
      await (await started(runCoach(parts, request))).finished;
      return appended.at(-1)?.data;
    };
    expect(await card(modelOf(suggestion))).not.toHaveProperty('experimentId');
    arm = { experimentId: 'e1', strategy: 'assertive' };
    expect(await card(modelOf(suggestion))).toMatchObject({ strategy: 'assertive', experimentId: 'e1' });
    expect(orders[0]?.prompt).toContain(strategies.analytical.tone);
    expect(orders[1]?.prompt).toContain(strategies.assertive.tone);
    expect(orders[1]?.prompt).not.toContain(strategies.analytical.tone);
    // A rule has the same words in every arm.
    expect(await card(modelOf(suggestion, { basis: 'rules' }))).not.toHaveProperty('experimentId');
  });

  test('puts right only what the agent really said, with words that may be sent', async () => {
    talk = talkOf(linesFrom('lead: Is it safe there?', 'agent: It is full of nice young families.'));
    const correct = { agentWords: 'nice young families', instead: 'The police department publishes its own figures.' };
    const found = { ...suggestion, quotes: ['nice young families'] };
    parts.model = modelOf({ ...found, correct, reply: correct.instead });
    await (await started(runCoach(parts, request))).finished;
    expect(appended.at(-1)?.data).toMatchObject({ correct, reply: correct.instead });
    const refused = { ...correct, instead: 'It is very safe, and the schools are great.' };
    parts.model = modelOf({ ...found, correct: refused, reply: refused.instead });
    await (await started(runCoach(parts, request))).finished;
    expect(appended.at(-1)?.data).toMatchObject({ reply: expect.stringContaining('Let me take that back') });
    parts.model = modelOf({ ...found, correct: { ...correct, agentWords: 'never said' }, reply: correct.instead });
    await (await started(runCoach(parts, request))).finished;
    expect(appended.at(-1)?.data).not.toHaveProperty('correct');
  });

  test('may have nothing to say: then nothing is suggested', async () => {
    parts.model = modelOf({ ...suggestion, say: '', reply: null });
    expect(await (await started(runCoach(parts, request))).finished).toMatchObject({ status: 'done', length: 0 });
    expect(appended).toEqual([]);
  });

  test('offers words that stand on the shelf, and none that stand on what is for the team alone', async () => {
    const words = 'The survey takes five days.';
    const known = { id: 'card:survey', words, source: 'us' };
    for (const audience of ['visitor', 'staff'] as const) {
      facts = [{ fact: { ...known, audience }, seq: 1 }];
      parts.model = modelOf({ ...suggestion, reply: words });
      await (await started(runCoach(parts, request))).finished;
      const { data } = appended.at(-1) as Draft;
      if (audience === 'visitor') expect(data).toMatchObject({ reply: words });
      else expect(data).not.toHaveProperty('reply');
      const { stable = [], prompt = '' } = orders.at(-1) ?? {};
      // What is held for many requests counts as public: its addresses are not masked.
      const [where, block] = audience === 'visitor' ? [stable.join('\n'), 'facts'] : [prompt, 'for the team'];
      expect(where).toContain(`<data name="${block}">\n{"card:survey"`);
    }
  });

  test.each([
    'It will double in value and the seller will accept your offer. See http://evil.test and wire the deposit.',
    'Do you have kids? Are you married?',
    'Are you married?',
    'We can do $410,000 for you.',
    'Have a look at evil.test/x first.',
  ])('S86: what no answer may hold is not offered behind one click: %s', async (words) => {
    parts.model = modelOf({ ...suggestion, reply: words });
    const { finished } = await started(runCoach(parts, request));
    await finished;
    const { data } = appended.find(({ type }) => type === 'suggestion-created') as Draft;
    expect(data).not.toHaveProperty('reply');
  });

  test('works without a model, through the same path', async () => {
    parts.model = createPlaybook({ clock });
    const { streamId, finished } = await started(runCoach(parts, request));
    await clock.pass(5000);
    expect(await finished).toMatchObject({ status: 'done' });
    expect((await parts.log.read(streamId))?.header).toMatchObject({
      kind: 'coach',
      audience: 'staff',
      basis: 'rules',
      attempt: 1,
    });
    expect(appended[0]).toMatchObject({ type: 'suggestion-created', data: { basis: 'rules', objection: 'price' } });
  });

  test('begins again on the playbook when the model could not begin', async () => {
    const playbook = createPlaybook({ clock });
    parts.model = {
      basis: 'model',
      write: (order, out) => {
        out.onBasis?.('rules');
        return playbook.write(order, out);
      },
    };
    const { streamId, finished } = await started(runCoach(parts, request));
    await clock.pass(5000);
    expect(await finished).toMatchObject({ status: 'done', attempt: 2 });
    expect((await parts.log.read(streamId))?.header.basis).toBe('rules');
    expect(appended[0]).toMatchObject({ data: { basis: 'rules' } });
  });

  test('passes what the agent wants to be coached on', async () => {
    await (await started(runCoach(parts, { ...request, focus: 'the price' }))).finished;
    expect(orders[0]?.prompt).toContain('the price');
    expect(orders[0]?.brief).toMatchObject({ focus: 'the price' });
  });

  test.each<[Partial<WritingResult>, object]>([
    [
      { status: 'refused', code: 'MODEL_REFUSED', answer: null },
      { status: 'refused', code: 'MODEL_REFUSED' },
    ],
    [{ status: 'truncated', answer: null }, { status: 'truncated' }],
    [
      { status: 'failed', code: 'MODEL_OVERLOADED', answer: null },
      { status: 'failed', code: 'MODEL_OVERLOADED' },
    ],
  ])('that ends as %j suggests nothing', async (end, expected) => {
    parts.model = modelOf(suggestion, end);
    expect(await (await started(runCoach(parts, request))).finished).toMatchObject(expected);
    expect(appended).toEqual([]);
  });

  test('ends its stream even when the model breaks', async () => {
    parts.model = { basis: 'model', write: () => Promise.reject(new Error('bug')) };
    expect(await (await started(runCoach(parts, request))).finished).toMatchObject({
      status: 'failed',
      code: 'INTERNAL',
    });
  });

  test('flags words of the coach that a rule knows, and offers no reply that may not be sent', async () => {
    const bad = 'It is perfect for a white Christian family.';
    parts.model = modelOf({ ...suggestion, say: `Tell them this. ${bad}`, reply: bad });
    await (await started(runCoach(parts, request))).finished;
    expect(appended.map(({ type }) => type)).toEqual(['policy-verdict', 'suggestion-created']);
    expect(appended[0]?.data).toMatchObject({ action: 'flag' });
    expect(appended[1]?.data).not.toHaveProperty('reply');
  });

  test('of another tenant’s conversation is NOT_FOUND', async () => {
    await expect(runCoach(parts, { ...request, tenantId: 't2' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a newer coach', () => {
  test('ends the older one as superseded, and only the newer suggests', async () => {
    parts.model = modelOf(suggestion, {}, new Promise(() => {}));
    const older = await started(runCoach(parts, request));
    parts.model = modelOf({ ...suggestion, say: 'Newer words.' });
    const newer = await started(runCoach(parts, request));
    expect(await older.finished).toMatchObject({ status: 'stopped', code: 'SUPERSEDED' });
    expect(await newer.finished).toMatchObject({ status: 'done' });
    expect(appended.map(({ data }) => data)).toMatchObject([{ say: 'Newer words.' }]);
  });

  test('ends one whose node is gone', async () => {
    const header = {
      streamId: 'lost',
      ...request,
      kind: 'coach',
      audience: 'staff',
      attempt: 1,
      basis: 'model',
    } as const;
    await parts.log.open(header, 0);
    await (await started(runCoach(parts, request))).finished;
    expect((await parts.log.read('lost'))?.end).toMatchObject({ status: 'stopped', code: 'SUPERSEDED' });
  });

  test('leaves a qualification alone', async () => {
    parts.model = modelOf({ ...suggestion, say: 'Knows little.', slots: [] }, {}, new Promise(() => {}));
    const qualifying = await started(runQualify(parts, request));
    await (await started(runCoach(parts, request))).streamId;
    expect((await parts.log.running('c1')).map(({ kind }) => kind).sort()).toEqual(['coach', 'qualify']);
    expect((await parts.log.read(qualifying.streamId))?.end).toBeNull();
  });

  test('of two that begin together lets exactly one go on', async () => {
    parts.model = modelOf(suggestion, {}, new Promise(() => {}));
    const both = await started(Promise.all([runCoach(parts, request), runCoach(parts, request)]));
    const running = await parts.log.running('c1');
    expect(running).toHaveLength(1);
    expect(both.map(({ streamId }) => streamId)).toContain(running[0]?.streamId);
  });

  test('that a person stops suggests nothing', async () => {
    parts.model = modelOf(suggestion, {}, new Promise(() => {}));
    const { streamId, finished } = await started(runCoach(parts, request));
    const view = await parts.log.read(streamId);
    await started(stopStream(parts, view!.header));
    expect(await finished).toMatchObject({ status: 'stopped' });
    expect(appended).toEqual([]);
  });
});

test('a sentence that takes back what was said may name it, and nothing else that nobody may say', () => {
  expect(withoutTakenBack('I shouldn’t have rated the schools or safety; I’ll send you the public data.')).toBe(
    '; I’ll send you the public data.',
  );
  expect(withoutTakenBack('Perdone, retiro lo de las familias; vea los datos públicos.')).toBe(
    'Perdone, ; vea los datos públicos.',
  );
  expect(withoutTakenBack('I take back the tax. It is very safe there.')).toBe('. It is very safe there.');
  expect(withoutTakenBack('I take back what I said, but it is very safe.')).toBe('but it is very safe.');
  expect(withoutTakenBack('No debí decirlo, pero es muy seguro.')).toBe('pero es muy seguro.');
  expect(withoutTakenBack('The schools are great.')).toBe('The schools are great.');
});

test('a slip about schools is put right with words that name it', async () => {
  talk = talkOf(linesFrom('lead: Is it good for kids?', 'agent: The schools are great there.'));
  const correct = {
    agentWords: 'The schools are great there',
    instead: 'I shouldn’t have rated the schools; the district publishes its own figures.',
  };
  parts.model = modelOf({ ...suggestion, quotes: ['The schools are great'], correct, reply: correct.instead });
  await (await started(runCoach(parts, request))).finished;
  expect(appended.at(-1)?.data).toMatchObject({ correct, reply: correct.instead });
  const more = { ...correct, instead: 'I take that back. The schools are excellent and it is very safe.' };
  parts.model = modelOf({ ...suggestion, quotes: ['The schools are great'], correct: more, reply: more.instead });
  await (await started(runCoach(parts, request))).finished;
  expect(appended.at(-1)?.data).toMatchObject({ reply: expect.stringContaining('Let me take that back') });
});

test('a card that rests on words nobody said is not shown, unless the agent asked for one', async () => {
  parts.model = modelOf({ ...suggestion, quotes: ['never said this'] });
  await (await started(runCoach(parts, request))).finished;
  expect(appended).toEqual([]);
  await (await started(runCoach(parts, { ...request, cause: { principalId: 'a', commandId: 'c' } }))).finished;
  expect(appended).toMatchObject([{ type: 'suggestion-created', data: { evidence: [], strategy: 'analytical' } }]);
});

test('a card of little worth is shown to those who want all cards or asked for this one', async () => {
  const shownAt = async (level: 'normal' | 'all', worth: number, pressed = {}): Promise<number> => {
    appended = [];
    parts.helpOf = async () => ({ level, strategy: 'analytical' });
    parts.model = modelOf({ ...suggestion, worth });
    await (await started(runCoach(parts, { ...request, ...pressed }))).finished;
    return appended.length;
  };
  expect([await shownAt('normal', 9), await shownAt('normal', 8)]).toEqual([1, 0]);
  expect([await shownAt('all', 7), await shownAt('all', 6)]).toEqual([1, 0]);
  expect(await shownAt('normal', 0, { cause: { principalId: 'a', commandId: 'c' } })).toBe(1);
});

test('on the phone, a card whose first word comes too late is not shown, unless the agent asked for one', async () => {
  talk = { ...talk, onPhone: true };
  // Nothing is in time.
  parts.beginsWithinMs = -1;
  await (await started(runCoach(parts, request))).finished;
  expect(appended).toEqual([]);
  await (await started(runCoach(parts, { ...request, cause: { principalId: 'a', commandId: 'c' } }))).finished;
  expect(appended).toMatchObject([{ type: 'suggestion-created' }]);
  talk = { ...talk, onPhone: false };
  await (await started(runCoach(parts, request))).finished;
  expect(appended).toHaveLength(2);
});

describe('qualification', () => {
  const read = [
    { slot: 'budget', value: '500k', quote: 'we have 500k' },
    { slot: 'timeline', value: 'soon', quote: 'as soon as we can' },
  ];

  test('tells the team what is known wrong, where the lead’s own words speak against it', async () => {
    talk = talkOf(linesFrom('lead: Actually we are selling our place'), { slots: { intent: answered('buy') } });
    const doubt = { slot: 'intent', says: 'they sell', quote: 'we are selling our place' };
    const nowhere = { ...doubt, quote: 'never said' };
    const unknown = { ...doubt, slot: 'budget' };
    parts.model = modelOf({ say: 'They sell.', slots: [], doubts: [doubt, nowhere, unknown] });
    await (await started(runQualify(parts, request))).finished;
    expect(appended).toMatchObject([
      {
        type: 'qualification-changed',
        data: {
          slots: { intent: { value: 'buy' } },
          contradictions: [{ slot: 'intent', says: 'they sell', evidence: [{ seq: 1 }] }],
          readiness: expect.any(String),
          toAsk: expect.any(Array),
        },
      },
    ]);
  });

  test('fills a slot that nobody answered, with the lead’s words', async () => {
    parts.model = modelOf({ say: 'They have 500k.', slots: read, doubts: [] });
    await (await started(runQualify(parts, request))).finished;
    expect(appended).toMatchObject([
      {
        type: 'qualification-changed',
        data: {
          slots: {
            budget: {
              value: { minCents: null, maxCents: 50_000_000, currency: 'USD' },
              state: 'answered',
              confidence: null,
              evidence: [{ log: 'public:c1', seq: 1, start: 21, end: 33 }],
            },
          },
          answered: 1,
          total: 2,
          missing: ['timeline'],
          read: ['budget'],
        },
      },
    ]);
  });

  test('drops words that are no value of their slot, whatever they quote', () => {
    const wrong = [
      { slot: 'budget', value: 'whatever it takes', quote: 'we have 500k' },
      { slot: 'timeline', value: 'hopefully', quote: 'we have 500k' },
    ];
    expect(fillUnknown(talk, wrong, '2026-11-21T15:00:00.000Z')).toBeNull();
  });

  test('changes nothing without a change', async () => {
    parts.model = modelOf({ say: 'Nothing new.', slots: [] });
    await (await started(runQualify(parts, request))).finished;
    expect(appended).toEqual([]);
  });

  test.each([
    [
      'what the rules know already',
      talkOf(linesFrom('lead: we have 500k'), { slots: { budget: answered(45_000_000) }, missing: ['timeline'] }),
    ],
    [
      'what the lead would not say',
      talkOf(linesFrom('lead: we have 500k'), {
        slots: { budget: { value: null, state: 'declined', confidence: 1, evidence: [] } },
      }),
    ],
    ['what only the bot said', talkOf(linesFrom('bot: so we have 500k'))],
    ['what nobody asks for', talkOf(linesFrom('lead: we have 500k'), { missing: ['timeline'] })],
  ])('never overwrites or invents: %s', (_, known) => {
    expect(fillUnknown(known, read, '2026-11-21T15:00:00.000Z')).toBeNull();
  });

  test('looks again at what the rules know once the model has finished', async () => {
    parts.model = modelOf({ say: 'They have 500k.', slots: read });
    const before = talk;
    let reads = 0;
    parts.readTalk = async () =>
      reads++ === 0 ? before : { ...before, slots: { budget: answered(50_000_000) }, missing: ['timeline'] };
    await (await started(runQualify(parts, request))).finished;
    expect(appended).toEqual([]);
  });
});

describe('a question to the hub', () => {
  const question = { ...request, principalId: 'agent-1', question: 'What is their budget?' };

  test('is answered with the sources that hold', async () => {
    parts.model = modelOf({
      say: 'About 500k.',
      sources: [
        { quote: 'we have 500k', field: null, fact: null },
        { quote: 'made up words', field: null, fact: null },
        { quote: null, field: 'priceCents', fact: null },
        { quote: null, field: 'taxCentsPerYear', fact: null },
        { quote: null, field: 'constructor', fact: null },
        { quote: null, field: null, fact: 'card:nowhere' },
      ],
    });
    const { streamId, finished } = await started(runAsk(parts, question));
    await finished;
    expect(appended).toMatchObject([
      {
        type: 'answer-created',
        data: {
          streamId,
          question: 'What is their budget?',
          text: 'About 500k.',
          sources: [
            { log: 'public:c1', seq: 1, start: 21, end: 33 },
            { listingId: 'l1', field: 'priceCents' },
          ],
        },
      },
    ]);
  });

  test('is answered from the person’s other talks too, with words that open there', async () => {
    const lines = linesFrom('lead: our lease ends in March').map((line) => ({ ...line, log: 'public:c0' }));
    ask = {
      others: [{ conversationId: 'c0', when: 'Monday, November 9, 2:00 PM', channel: 'sms', lines }],
      before: [{ question: 'Do they rent?', text: 'They do.' }],
    };
    parts.model = modelOf({
      say: 'In March, they said on November 9.',
      sources: [{ quote: 'lease ends in March', field: null, fact: null }],
    });
    await (await started(runAsk(parts, { ...question, question: 'Until when?' }))).finished;
    expect(appended[0]?.data).toMatchObject({
      sources: [{ log: 'public:c0', seq: 1, words: 'lease ends in March', when: 'Monday, November 9, 2:00 PM' }],
    });
    for (const words of ['Do they rent?', 'our lease ends in March']) expect(orders[0]?.prompt).toContain(words);
  });

  test('names a fact of the shelf as its source only where a sentence really says it', async () => {
    const card = (id: string, words: string) => ({ id, words, source: 'Barton Ridge Realty, its team' });
    facts = [
      { fact: { ...card('card:keys', 'The keys are in the lockbox by the side door.'), audience: 'staff' }, seq: null },
      { fact: { ...card('card:fee', 'The earnest money is $5,000.'), audience: 'visitor' }, seq: 1 },
    ];
    parts.model = modelOf({
      say: 'The keys are in the lockbox by the side door. Ask for earnest money of $9,000.',
      sources: [
        { quote: null, field: null, fact: 'card:keys' },
        { quote: null, field: null, fact: 'card:fee' },
      ],
    });
    await (await started(runAsk(parts, { ...question, question: 'Where are the keys?' }))).finished;
    expect(appended[0]?.data).toMatchObject({
      sources: [{ factId: 'card:keys', source: 'Barton Ridge Realty, its team' }],
    });
    expect(orders[0]?.prompt).toContain('<data name="for the team">\n{"card:keys"');
  });

  test('of two at once the second is STREAM_BUSY, however soon the first has its answer', async () => {
    const first = started(runAsk(parts, question));
    const readTalk: typeof parts.readTalk = async (...talk) => {
      await (await first).finished;
      return parts.readTalk(...talk);
    };
    await expect(runAsk({ ...parts, readTalk }, question)).rejects.toMatchObject({ code: 'STREAM_BUSY' });
    await (await first).finished;
    await expect(runAsk(parts, { ...question, conversationId: 'nothing' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await (await started(runAsk(parts, question))).finished;
  });

  test('waits for nobody: a second one of the same person is STREAM_BUSY, another person’s is not', async () => {
    let go = (): void => {};
    parts.model = modelOf(
      { say: 'About 500k.', sources: [] },
      {},
      new Promise<void>((resolve) => {
        go = resolve;
      }),
    );
    const first = await started(runAsk(parts, question));
    // Longer than the lease: it is kept while the answer is being written.
    await clock.pass(30_000);
    await expect(runAsk(parts, question)).rejects.toMatchObject({ code: 'STREAM_BUSY' });
    const other = await started(runAsk(parts, { ...question, principalId: 'agent-2' }));
    go();
    await Promise.all([first.finished, other.finished]);
    await (await started(runAsk(parts, question))).finished;
    expect(appended).toHaveLength(3);
    expect(await parts.log.running('c1')).toEqual([]);
  });
});

describe('coaching by itself', () => {
  const written = (id: string) => ({ id, conversationId: 'c1', type: 'message-created' as const });
  const coached: string[] = [];
  let isRead = true;
  beforeEach(() => {
    coached.length = 0;
    isRead = true;
  });
  const node = () =>
    coachWhenQuiet({
      clock,
      leases: parts.leases,
      logger: silentLogger,
      isRead: () => isRead,
      coach: async (_, conversationId) => coached.push(conversationId),
    });

  test('waits until the lead has been quiet for 400 ms', async () => {
    const quiet = node();
    quiet.leadSpoke('t1', written('line 1'));
    await clock.pass(300);
    quiet.leadSpoke('t1', written('line 2'));
    await clock.pass(399);
    expect(coached).toEqual([]);
    await clock.pass(1);
    expect(coached).toEqual(['c1']);
  });

  test('on the phone, comes no sooner than six seconds after the last time, and then for the newest words', async () => {
    const quiet = node();
    const say = (id: string) => quiet.leadSpoke('t1', { ...written(id), type: 'call-segment' });
    say('line 1');
    await clock.pass(400);
    expect(coached).toEqual(['c1']);
    for (const id of ['line 2', 'line 3']) {
      await clock.pass(2_000);
      say(id);
    }
    await clock.pass(1_999);
    expect(coached).toEqual(['c1']);
    await clock.pass(1);
    expect(coached).toEqual(['c1', 'c1']);
  });

  test('is done by one of the nodes that hear of a message, and again for the next', async () => {
    const nodes = [node(), node(), node()];
    for (const quiet of nodes) quiet.leadSpoke('t1', written('line 1'));
    await clock.pass(400);
    expect(coached).toEqual(['c1']);
    for (const quiet of nodes) quiet.leadSpoke('t1', written('line 2'));
    await clock.pass(400);
    expect(coached).toEqual(['c1', 'c1']);
  });

  test('is not done when nobody would read it', async () => {
    isRead = false;
    node().leadSpoke('t1', written('line 1'));
    await clock.pass(1000);
    expect(coached).toEqual([]);
  });

  test('ends with the node', async () => {
    const quiet = node();
    quiet.leadSpoke('t1', written('line 1'));
    quiet.stop();
    await clock.pass(1000);
    expect(coached).toEqual([]);
  });
});

describe('a message in English', () => {
  const asked = { ...request, seq: 1, cause: { principalId: 'agent-1', commandId: 'm1' } };
  const translated = async (say: string) => {
    parts.model = modelOf({ say });
    await (await started(runTranslation(parts, asked))).finished;
    return appended[0]?.data;
  };

  test('is kept beside its message, and no name of the lead goes out with it', async () => {
    talk = talkOf(linesFrom('lead: soy Ana'), { leadName: 'Ana Ruiz' });
    const text = 'Can I see it on December 5 at 9:30? I have 350,000';
    expect(await translated(text)).toEqual({ streamId: expect.any(String), message: 1, text });
    expect(orders[0]).toMatchObject({ task: { name: 'translation' }, people: ['Ana Ruiz'] });
  });

  test('is marked where a figure in it is not the message’s', async () => {
    expect(await translated('Can I see it on December 15 at 9:30? I have 350,000')).toMatchObject({ doubtful: true });
  });

  test('is refused without a model, and where there is no such message', async () => {
    await expect(runTranslation(parts, { ...asked, seq: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    parts.model = createPlaybook({ clock });
    await expect(runTranslation(parts, asked)).rejects.toMatchObject({ code: 'NOT_CONFIGURED' });
    expect(appended).toEqual([]);
  });

  test.each([
    ['1.250,50 el metro', '1,250.50 a meter', true],
    ['el 5', 'on the fifth', true],
    ['quinientos mil', '500,000', false],
    ['nada', 'nothing', true],
  ])('%s → %s', (text, translation, isKept) => {
    expect(keepsFigures(text, translation)).toBe(isKept);
  });
});
