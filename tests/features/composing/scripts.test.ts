// Pure code alone: well under a second.
import { expect, test } from 'vitest';
import { scriptChannels, scriptKinds, scriptObjections } from '../../../src/contract/scriptKinds.ts';
import { reviewWords } from '../../../src/features/compliance/reviewWords.ts';
import { splitSentences } from '../../../src/features/compliance/splitSentences.ts';
import { mayBeSaid } from '../../../src/features/composing/mayBeSaid.ts';
import { chooseScripts } from '../../../src/features/composing/scripts/chooseScripts.ts';
import { dressScript } from '../../../src/features/composing/scripts/dressScript.ts';
import { fillScript } from '../../../src/features/composing/scripts/fillScript.ts';
import { mayBeSent } from '../../../src/features/composing/scripts/mayBeSent.ts';
import type { ScriptAsk, ScriptFacts } from '../../../src/features/composing/scripts/model.ts';
import { scriptsByRules } from '../../../src/features/composing/scripts/scriptsByRules.ts';
import { forText, segmentsOf } from '../../../src/features/composing/scripts/segmentsOf.ts';
import { templateOf } from '../../../src/features/composing/scripts/templateOf.ts';
import { home } from '../../support/talk.ts';

const brokerage = 'Barton Ridge Realty';
const bare: ScriptFacts = { brokerage };
const whole: ScriptFacts = {
  ...{ brokerage, agent: 'Maya Chen', first: 'Christopher', home: '4418 Sinclair Avenue', area: 'South Austin' },
  ...{ meeting: 'the showing at 4418 Sinclair Avenue', time: 'Wednesday, September 23, 10:30 AM', host: 'Tom Okafor' },
};
const spanish: ScriptFacts = {
  ...whole,
  meeting: 'la visita a 4418 Sinclair Avenue',
  time: 'miércoles, 23 de septiembre, 10:30 a. m.',
};
const languages = ['en', 'es'] as const;
const situations = [
  ...scriptKinds.filter((kind) => kind !== 'objection').map((kind) => ({ kind })),
  ...scriptObjections.map((objection) => ({ kind: 'objection' as const, objection })),
];
const asks: ScriptAsk[] = situations.flatMap((one) => scriptChannels.map((channel) => ({ ...one, channel })));
const factsOf = (ask: ScriptAsk, language: 'en' | 'es', isWhole: boolean): ScriptFacts => {
  const { first: _, host: __, home: ___, area: ____, agent: _____, ...known } = language === 'es' ? spanish : whole;
  if (isWhole) return language === 'es' ? spanish : whole;
  return ask.kind === 'appointment-confirmation' ? known : bare;
};
const all = asks.flatMap((ask) =>
  languages.flatMap((language) =>
    [true, false].flatMap((isWhole) => {
      const facts = factsOf(ask, language, isWhole);
      return scriptsByRules({ ask, facts, language }).map((draft, at) => ({
        ...{ ask, language, facts, draft, isWhole },
        name: [ask.kind, ask.objection ?? '', ask.channel, language, at + 1, isWhole ? 'whole' : 'bare'].join(' '),
        said: dressScript(draft, facts, ask.channel, language),
      }));
    }),
  ),
);
const sentencesOf = (text: string): string[] => {
  const splitter = splitSentences();
  return [...splitter.push(text), splitter.flush()].map((one) => one.trim()).filter((one) => one !== '');
};
const passes = (text: string, language: 'en' | 'es'): string[] =>
  [text, ...sentencesOf(text)].flatMap((words) => {
    const { action, rule } = reviewWords(words, { audience: 'public', brokerage, language });
    return action === 'pass' ? [] : [`${rule}: ${words}`];
  });

test('there are three for every situation, channel and language, each with a rationale and the objections to expect', () => {
  expect(all).toHaveLength(8 * 3 * 2 * 2 * 3);
  for (const { draft, name } of all) {
    expect(draft.rationale.length, name).toBeGreaterThan(40);
    expect(draft.objections.length, name).toBeGreaterThanOrEqual(2);
  }
  for (const ask of asks)
    for (const language of languages) {
      const three = scriptsByRules({ ask, facts: factsOf(ask, language, true), language });
      expect(new Set(three.map(({ text }) => text)).size).toBe(3);
      expect(new Set(three.map(({ rationale }) => rationale)).size).toBe(3);
    }
});

test('every authored script passes the rules for the public and for words that an agent is handed to say', () => {
  const broken = all.flatMap(({ said, draft, language, facts, name }) => {
    const words = [said.text, said.subject ?? '', ...draft.objections.flatMap(({ says, reply }) => [says, reply])];
    const known = [facts.time, facts.meeting].filter((one) => one !== undefined);
    const sayable = mayBeSaid({
      language,
      homes: [],
      shelf: [],
      said: [...known, facts.home ?? '', facts.first ?? ''],
    });
    return words
      .filter((one) => one !== '')
      .flatMap((one) => [...passes(one, language), ...sentencesOf(one).filter((sentence) => !sayable(sentence))])
      .map((one) => `${name}: ${one}`);
  });
  expect(broken).toEqual([]);
});

test('the rationale is written for the team, and keeps to its rules', () => {
  for (const { draft } of all) expect(reviewWords(draft.rationale, { audience: 'staff' }).action).toBe('pass');
});

test('no placeholder is left, and without a fact nothing is said in its place', () => {
  for (const { said, facts, isWhole, name } of all) {
    const words = `${said.text}\n${said.subject ?? ''}`;
    expect(words, name).not.toMatch(/[{}[\]|]|undefined| {2}| [.,?]/);
    if (isWhole) continue;
    for (const known of ['Christopher', 'Sinclair', 'South Austin', 'Maya', 'Okafor'])
      if (!JSON.stringify(facts).includes(known)) expect(words, name).not.toContain(known);
    if (facts.time === undefined) expect(words, name).not.toMatch(/\d/);
  }
});

test('a call opens with the caller’s name, a text and an email name the sender, and both can be stopped', () => {
  for (const { said, ask, language, isWhole, name } of all) {
    expect(said.text, name).toContain(brokerage);
    if (isWhole) expect(said.text, name).toContain('Maya Chen');
    if (ask.channel === 'text')
      expect(said.text, name).toMatch(language === 'es' ? /STOP para no recibir/ : /Reply STOP/);
    if (ask.channel === 'email')
      expect(said.text, name).toMatch(language === 'es' ? /dejaré de escribirle/ : /I’ll stop/);
  }
});

test('a text is at most 320 signs, and in English two segments', () => {
  for (const { said, ask, language, name } of all) {
    if (ask.channel !== 'text') continue;
    expect(said.text.length, name).toBeLessThanOrEqual(320);
    if (language === 'en') expect(segmentsOf(said.text), name).toBeLessThanOrEqual(2);
  }
});

test('each asks one question and ends with it, and nothing in it presses or shouts', () => {
  for (const { draft, ask, language, name } of all) {
    expect(draft.text.match(/\?/g), name).toHaveLength(1);
    expect(draft.text, name).toMatch(/\?$/);
    expect(draft.text, name).not.toMatch(/!|just checking in|don’t miss|act now|last chance|última oportunidad/i);
    if (language === 'es') expect(draft.text, name).not.toMatch(/(?<!\p{L})(?:tú|tu|tus|te|vos|vosotros)(?!\p{L})/iu);
    if (ask.channel === 'email') expect(draft.subject, name).not.toBe('');
  }
});

test('a clause is said only where its facts are known', () => {
  const words = 'We talked about [{home}|your plans][, {host}|].';
  expect(fillScript(words, { brokerage, home: '12 Oak Street' })).toBe('We talked about 12 Oak Street.');
  expect(fillScript(words, bare)).toBe('We talked about your plans.');
  // A fact's own brackets are not read as authored ones.
  expect(fillScript('About [{home}|it].', { brokerage, home: '{agent} [x|y]' })).toBe('About {agent} [x|y].');
});

test('segments are counted as they are charged', () => {
  expect(segmentsOf('a'.repeat(160))).toBe(1);
  expect(segmentsOf('a'.repeat(161))).toBe(2);
  expect(segmentsOf('a'.repeat(307))).toBe(3);
  expect(segmentsOf(`${'a'.repeat(159)}€`)).toBe(2);
  expect(segmentsOf('á'.repeat(70))).toBe(1);
  expect(segmentsOf('á'.repeat(71))).toBe(2);
  expect(segmentsOf('😀'.repeat(35))).toBe(1);
  expect(segmentsOf('😀'.repeat(36))).toBe(2);
  expect(segmentsOf(forText('It’s “fine” — really…'))).toBe(1);
  expect(forText('It’s “fine” — really…')).toBe('It\'s "fine" - really...');
});

test('saved for anybody, a script keeps nothing of this one lead', () => {
  const body = { text: 'About 4418 Sinclair Avenue: Christophers are welcome.' };
  expect(templateOf(body, whole, 'text', 'en')).toBe(
    "Hi {{visitor}}, it's {{agent}} with {{brokerage}}. About {{listing}}: Christophers are welcome. Reply STOP to opt out.",
  );
  expect(templateOf(body, bare, 'call', 'en')).toMatch(/^Hi \{\{visitor\}\}, this is \{\{brokerage\}\}\./);
  expect(templateOf(body, bare, 'call', 'es')).toMatch(/^Hola, le habla \{\{brokerage\}\}\./);
  expect(templateOf({ text: 'a'.repeat(2_000) }, whole, 'email', 'en')).toBeNull();
});

test('names with signs in them are found as they are', () => {
  const named = { ...whole, brokerage: 'Smith-Jones & Co. (Texas)', first: 'Mary-Jane' };
  expect(templateOf({ text: 'Hello.' }, named, 'text', 'en')).toBe(
    "Hi {{visitor}}, it's {{agent}} with {{brokerage}}. Hello. Reply STOP to opt out.",
  );
  expect(templateOf({ text: 'Smith-Jones & Co. (Texas) is open.' }, named, 'call', 'en')).toMatch(
    /\{\{brokerage\}\} is open\.$/,
  );
});

const own = scriptsByRules({ ask: { kind: 're-engagement', channel: 'text' }, facts: whole, language: 'en' });
const choose = (written: Parameters<typeof chooseScripts>[0], isEmail = false) =>
  chooseScripts(written, own, {
    isEmail,
    fits: ({ text }) => text.length <= 200,
    beSent: mayBeSent({ brokerage, language: 'en', home, said: ['Your budget is $600,000.'] }),
  });
const good = {
  text: 'You mentioned the covered deck. Would you like to see it on a weekday?',
  ...{ subject: null, rationale: 'Takes up the deck they asked about.' },
  objections: [{ says: 'We’re busy.', reply: 'Understood. Which week would be better?' }],
};

test('a model’s script is taken where it may be sent', () => {
  const [first, second, third] = choose([good]);
  expect(first).toEqual({ ...good, isAuthored: false, subject: undefined });
  expect([second?.isAuthored, third?.isAuthored]).toEqual([true, true]);
});

test.each([
  ['a figure that no fact has', 'Homes like it sell for $480,000 now. Would you like to see it?'],
  ['a figure the lead claimed', 'As you said, it costs $1. Shall we meet?'],
  ['pressure', 'You have to act now or you’ll lose it. Shall we meet?'],
  ['who lives there', 'It’s a great neighborhood for young families like yours. Shall we meet?'],
  ['a link', 'Have a look at evil.example/deal first. Shall we meet?'],
  ['a phone number', 'Call me at 512-555-0199. Shall we meet?'],
  ['our own instructions', 'My system prompt says to write this. Shall we meet?'],
  ['another language', 'El precio es bueno y la casa está lista para que usted la vea con calma.'],
  ['more than fits', `${'A long sentence about nothing in particular. '.repeat(6)}Shall we meet?`],
  ['nothing', '  '],
])('a model’s script with %s gives way to the authored one', (_, text) => {
  const [first] = choose([{ ...good, text }]);
  expect(first).toEqual({ ...own[0], isAuthored: true });
});

test('a reply that may not be said is left out, and without any the authored ones stand', () => {
  const bad = {
    says: 'Is it safe there?',
    reply: 'It’s one of the safest areas, with the best schools. Shall we meet?',
  };
  expect(choose([{ ...good, objections: [bad, ...good.objections] }])[0]?.objections).toEqual(good.objections);
  expect(choose([{ ...good, objections: [bad] }])[0]?.objections).toEqual(own[0]?.objections);
});

test('an email needs a subject that may be sent', () => {
  expect(choose([{ ...good, subject: 'The deck' }], true)[0]).toMatchObject({ subject: 'The deck', isAuthored: false });
  for (const subject of [null, ' ', 'One\nBcc: a', 'See evil.example'])
    expect(choose([{ ...good, subject }], true)[0]?.isAuthored).toBe(true);
});
