import { describe, expect, test } from 'vitest';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import type { BotEvent, Effect, StepResult } from '../../../../src/features/bots/state/protocol.ts';
import { deadlinesOf } from '../../../../src/features/bots/track/dataRequests.ts';
import { alertsOf, slotStates, tagsOf, watched } from '../expectations.ts';
import { answerIn, at, kindsOf, pack, textOf } from '../play.ts';

const effectOf = <K extends Effect['kind']>(result: StepResult, kind: K) =>
  result.effects.find((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind);

/** A seller who has said all, up to the question about a way to be reached. */
function askedForContact() {
  const chat = watched();
  chat.visitor('I want to sell my house');
  for (const text of ['12 Oak Street', 'downsizing', 'yes', 'great condition', '650k', 'mornings']) chat.visitor(text);
  const asked = chat.visitor('Monday');
  expect(chat.state.asked?.question).toBe('contact');
  return { chat, asked };
}

describe('contact details', () => {
  test('are asked for with the consent words, and kept as agreed to with exactly those words', () => {
    const { chat, asked } = askedForContact();
    expect(textOf(asked)).toMatch(
      /calls and texts from Barton Ridge Realty.*automated.*not a condition of any purchase.*STOP/,
    );
    const given = chat.visitor('Linda Ortiz, 512-555-0123');
    expect([answerIn(chat.state, 'name'), answerIn(chat.state, 'phone')]).toEqual(['Linda Ortiz', '512-555-0123']);
    const consent = effectOf(given, 'consent');
    expect(consent).toMatchObject({
      channels: ['call', 'text'],
      to: '512-555-0123',
      said: 'Linda Ortiz, 512-555-0123',
    });
    expect(consent?.evidence).toEqual({ log: 'public:c', seq: 9, start: 13, end: 25 });
    expect(textOf(asked)).toContain(consent?.shown);
  });

  test('are never asked for twice: one that was refused, or passed over once, is left alone', () => {
    const refused = askedForContact().chat;
    const result = refused.visitor("I'd rather not say");
    expect(slotStates(refused.state)).toMatchObject({ phone: 'declined', email: 'declined' });
    expect(effectOf(result, 'consent')).toBeUndefined();
    for (const text of ['what are the fees?', 'my neighbor sold last year', 'thanks, bye'])
      expect(textOf(refused.visitor(text))).not.toMatch(/phone|email/);
    const passed = askedForContact().chat;
    for (const text of ['my dog is called Rex', 'it is a nice day', 'thanks, bye'])
      expect(textOf(passed.visitor(text))).not.toMatch(/phone number or an? email/);
  });

  test('A7: "call me, Linda Ortiz 512 …" keeps both, and agrees to that call alone', () => {
    const chat = watched();
    const result = chat.visitor('call me, Linda Ortiz 512-555-0123');
    expect([answerIn(chat.state, 'name'), answerIn(chat.state, 'phone')]).toEqual(['Linda Ortiz', '512-555-0123']);
    expect(effectOf(result, 'consent')).toMatchObject({ channels: ['call'], shown: null });
  });

  test('a number given before the words were shown is no consent; when it is of use, a yes to the words is', () => {
    const chat = watched();
    chat.visitor('I want to sell my house, my number is 512-555-0123');
    expect(chat.results.some((one) => kindsOf(one).includes('consent'))).toBe(false);
    for (const text of ['12 Oak Street', 'downsizing', 'yes', 'great condition', '650k', 'mornings', 'Monday', 'Linda'])
      chat.visitor(text);
    expect(chat.state.asked?.question).toBe('mayCall');
    const shown = textOf(chat.results.at(-1) as StepResult);
    const yes = chat.choose('yes', 'Yes');
    const consent = effectOf(yes, 'consent');
    expect(consent).toMatchObject({ channels: ['call', 'text'], to: '512-555-0123', said: 'Yes' });
    expect(shown).toContain(consent?.shown);
  });
  test.each(['ok see u saturday', 'ok great, talk soon', 'vale, nos vemos el sábado'])(
    'a good-bye that opens with an "ok" is no consent to calls: %s',
    (text) => {
      const chat = watched();
      chat.visitor('I want to sell my house, my number is 512-555-0123');
      for (const said of [
        '12 Oak Street',
        'downsizing',
        'yes',
        'great condition',
        '650k',
        'mornings',
        'Monday',
        'Linda',
      ])
        chat.visitor(said);
      expect(chat.state.asked?.question).toBe('mayCall');
      expect(kindsOf(chat.visitor(text))).not.toContain('consent');
    },
  );
  test('a visitor who wants no texts is not asked for a consent that covers them', () => {
    const chat = watched();
    chat.visitor('I want to sell my house, my number is 512-555-0123. No texts please.');
    for (const text of ['12 Oak Street', 'downsizing', 'yes', 'great condition', '650k', 'mornings', 'Monday', 'Linda'])
      chat.visitor(text);
    expect(chat.state.closedChannels).toEqual(['text']);
    expect(answerIn(chat.state, 'phone')).toBe('512-555-0123');
    expect(chat.state.said['q:mayCall']).toBeUndefined();
  });
  test('a no to the words is a no', () => {
    const chat = watched();
    chat.visitor('I want to sell my house, my number is 512-555-0123');
    for (const text of ['12 Oak Street', 'downsizing', 'yes', 'great condition', '650k', 'mornings', 'Monday', 'Linda'])
      chat.visitor(text);
    const no = chat.visitor('no');
    expect(effectOf(no, 'consent')).toBeUndefined();
    expect(answerIn(chat.state, 'mayCall')).toBe(false);
    expect(chat.visitor('bye').effects.map(({ kind }) => kind)).not.toContain('consent');
  });

  test('a visitor who asks for a person may leave a number: said once, not asked; then the name and a good time, once each', () => {
    const chat = watched();
    chat.visitor('hi');
    const result = chat.visitor('I want to talk to a real person');
    expect(textOf(result)).toMatch(/phone number or an email/);
    expect(textOf(result)).not.toContain('?');
    const given = chat.visitor('512-555-0123');
    expect(textOf(result)).not.toMatch(/STOP/);
    expect(effectOf(given, 'consent')).toBeUndefined();
    expect(chat.state.asked?.question).toBe('name');
    expect(textOf(chat.visitor('linda ortiz'))).toMatch(/STOP/);
    expect(effectOf(chat.visitor('yes'), 'consent')?.channels).toEqual(['call', 'text']);
    expect(chat.state.asked?.question).toBe('bestTime');
    chat.visitor('Monday morning');
    expect(answerIn(chat.state, 'bestTime')).toBe('Monday morning');
    expect(textOf(chat.visitor('I want a real person'))).not.toMatch(/leave/);
  });

  test('a visitor who leaves with a plan is told once that they may leave a number; one who only looked is not', () => {
    const seller = watched();
    for (const text of ['hi', 'sell', 'a few months']) seller.visitor(text);
    expect(textOf(seller.visitor('bye'))).toMatch(/phone number or an email/);
    const looker = watched();
    for (const text of ['hi', 'just looking']) looker.visitor(text);
    expect(textOf(looker.visitor('bye'))).not.toMatch(/phone number/);
  });

  test('beside their own number another person may be named, and the number is thanked for in trouble too', () => {
    const chat = watched();
    chat.visitor('my mom passed in september and we have her house');
    const given = chat.visitor("Walt Pruitt 512 555 0150. my sister is Janine i'll give you her number later");
    expect([answerIn(chat.state, 'name'), answerIn(chat.state, 'phone')]).toEqual(['Walt Pruitt', '512 555 0150']);
    expect(textOf(given)).toMatch(/Walt/);
  });

  test('a sentence after the number names nobody, and a surname put right replaces no whole name', () => {
    const chat = watched();
    chat.visitor('My name is Joan Lindqvist');
    chat.visitor('512-555-0133. Oh wait, one more thing');
    chat.visitor("and it's Lindquist with a u");
    expect(answerIn(chat.state, 'name')).toBe('Joan Lindqvist');
  });

  test('in Spanish: name, number, mail and consent words', () => {
    const chat = watched();
    for (const text of ['hola, quiero vender mi casa', 'Calle Roble 12', 'nos mudamos', 'sí', 'buen estado', '600 mil'])
      chat.visitor(text);
    for (const text of ['por la mañana', 'el lunes']) chat.visitor(text);
    const asked = textOf(chat.results.at(-1) as StepResult);
    expect(asked).toMatch(/llamadas y mensajes de Barton Ridge Realty.*automáticos.*STOP/);
    const given = chat.visitor('me llamo Linda Ortiz, mi número es 512-555-0123, mi correo linda@ejemplo.mx');
    expect([answerIn(chat.state, 'name'), answerIn(chat.state, 'email')]).toEqual(['Linda Ortiz', 'linda@ejemplo.mx']);
    expect(given.effects.filter(({ kind }) => kind === 'consent')).toHaveLength(2);
  });

  test('a number beside "no calls, text me" is agreed to for texts alone', () => {
    const { chat } = askedForContact();
    const given = chat.visitor('no calls please, text me at 512-555-0123');
    expect(given.effects.filter(({ kind }) => kind === 'consent')).toMatchObject([{ channels: ['text'] }]);
    expect(chat.state.consented).toEqual(['text']);
  });

  test('a lead who would rather be texted and then asks for a call agrees to that call, with no words shown for it', () => {
    const { chat } = askedForContact();
    chat.visitor('just text me please');
    const given = chat.visitor('ok, call me at 512-555-0123');
    const consents = given.effects.filter((effect) => effect.kind === 'consent');
    expect(consents.find(({ channels }) => channels.includes('call'))).toMatchObject({
      channels: ['call'],
      shown: null,
    });
  });

  test('"no calls please" alone closes calls too, and keeps the talk going', () => {
    const { chat } = askedForContact();
    const said = chat.visitor('no calls please');
    expect(effectOf(said, 'suppress')).toMatchObject({ channels: ['call'], said: 'no calls please' });
    expect(chat.state.ended).not.toBe('opted-out');
  });

  test('"no calls, text me" closes one way and keeps the talk going', () => {
    const chat = watched();
    chat.visitor('I want to sell my house');
    const result = chat.visitor('12 Oak Street. No calls please, text me at 512-555-0123');
    expect(effectOf(result, 'suppress')).toMatchObject({ channels: ['call'] });
    expect([answerIn(chat.state, 'contactBy'), chat.state.ended]).toEqual(['text', null]);
    expect(textOf(result)).toContain('?');
  });
});

describe('out and back in', () => {
  test('C01: the one confirmation says how to come back, and no consent stands', () => {
    const { chat } = askedForContact();
    chat.visitor('512-555-0123');
    const out = chat.visitor('STOP');
    expect(textOf(out)).toMatch(/START/);
    expect(effectOf(out, 'suppress')).toMatchObject({ channels: ['call', 'text', 'email'], said: 'STOP' });
    expect(chat.state.consented).toEqual([]);
    expect(textOf(chat.visitor('hello?', 'are you there?'))).not.toMatch(/call|text|email/i);
  });

  test.each(['START', 'unstop', 'empezar'])('A8: "%s" lifts it, is confirmed once, and the talk goes on', (word) => {
    const chat = watched();
    chat.visitor('I want to buy a house');
    chat.visitor('STOP');
    const back = chat.visitor(word);
    expect(kindsOf(back)).toEqual(expect.arrayContaining(['reply', 'lift', 'resume', 'unflag']));
    expect(tagsOf(back)).toMatchObject({ add: [], remove: ['TCPA-Opt-Out', 'AI-Off'] });
    expect([chat.state.ended, chat.state.mode]).toEqual([null, 'bot']);
    const next = chat.visitor('my budget is 400k');
    expect(textOf(next)).toContain('?');
    expect(kindsOf(chat.visitor(word))).not.toContain('lift');
  });

  test('a number and STOP in one breath agree to nothing', () => {
    const { chat } = askedForContact();
    const result = chat.visitor('512-555-0123', 'STOP');
    expect(kindsOf(result)).toContain('suppress');
    expect(kindsOf(result)).not.toContain('consent');
  });

  test('STOP and START in one breath leave things as they were', () => {
    const chat = watched();
    chat.visitor('hi');
    const result = chat.visitor('STOP', 'START', 'I want to buy a house');
    expect(kindsOf(result)).not.toContain('suppress');
    expect(chat.state.ended).toBeNull();
  });

  test('START while a person speaks lifts it and says nothing', () => {
    const chat = watched();
    chat.visitor('hi');
    chat.mode('human', 'staff');
    chat.visitor('STOP');
    const back = chat.visitor('START');
    expect(kindsOf(back)).toContain('lift');
    expect(kindsOf(back)).not.toContain('reply');
  });

  test('a new talk after an opt-out is answered; the team sees it, and no number is asked for', () => {
    const chat = watched();
    const known: BotEvent = { kind: 'person-known', slots: {}, consented: [], suppressedAt: at };
    const first = chat.happen(known, {
      kind: 'visitor-message',
      seq: 1,
      log: 'public:c',
      text: 'I want to sell my house',
    });
    expect(textOf(first)).toContain('?');
    expect(effectOf(first, 'flag')).toMatchObject({ flag: 'opted-out' });
    for (const text of ['12 Oak Street', 'downsizing', 'yes', 'great condition', '650k', 'mornings', 'Monday', 'bye'])
      expect(textOf(chat.visitor(text))).not.toMatch(/phone number|email/);
    expect(kindsOf(chat.visitor('START'))).toContain('lift');
  });
});

describe('a wish to have data deleted', () => {
  test('C08: opens a ticket with both dates, alerts the team, tells the visitor the day, and asks nothing more', () => {
    const chat = watched();
    chat.visitor('I want to buy a house');
    const result = chat.visitor('please delete all my data');
    expect(effectOf(result, 'deletion-request')).toMatchObject({
      said: 'please delete all my data',
      confirmBy: '2026-12-04',
      answerBy: '2027-01-05',
      evidence: { log: 'public:c', seq: 2, start: 0, end: 25 },
    });
    expect(alertsOf(result)).toContain('data-deletion');
    expect(effectOf(result, 'flag')?.reason).toMatch(/2027-01-05/);
    expect(tagsOf(result).add).toContain('CCPA-Deletion-Request');
    expect(textOf(result)).toMatch(/Tuesday, January 5, 2027/);
    expect(chat.state.at).toBe('DELETION_ASKED');
    const later = chat.visitor('my budget is 400k and what are the taxes?');
    expect(textOf(later).replace(/\[.*\]/, '')).not.toContain('?');
    expect(answerIn(chat.state, 'budget')).toBeUndefined();
    expect(kindsOf(chat.visitor('erase my information now'))).not.toContain('deletion-request');
  });
  test('an opt-out that asks for deletion as well is both', () => {
    const chat = watched();
    const result = chat.visitor('STOP messaging me and delete my data');
    expect(kindsOf(result)).toEqual(expect.arrayContaining(['suppress', 'deletion-request', 'reply']));
  });
  test('ten business days leave out the weekends; 45 days do not', () => {
    expect(deadlinesOf('2026-11-23T09:00:00.000Z', 'America/Chicago')).toEqual({
      confirmBy: '2026-12-07',
      answerBy: '2027-01-07',
    });
  });
});

describe('the first message', () => {
  test.each([
    ['Are you a bot?', /\bAI\b.*not a (?:person|human)/],
    ['Am I talking to a real person?', /\bAI\b.*not a (?:person|human)/],
    ['¿Eres un robot?', /\bIA\b.*no una persona|no un ser humano/],
  ])('C09: "%s" as the first words is answered as such, with a person on offer', (text, expected) => {
    const said = textOf(watched().visitor(text));
    expect(said).toMatch(expected);
    expect(said).toMatch(/person/);
  });

  test('a Texas brokerage shows its notice of brokerage services in the first message, and once', () => {
    const url = 'https://www.bartonridge.example/iabs';
    const chat = watched(firstState(), { ...pack, brokerageServicesUrl: url });
    expect(textOf(chat.visitor('hi'))).toContain(`Information About Brokerage Services: ${url} `);
    expect(textOf(chat.visitor('sell'))).not.toContain(url);
    expect(textOf(watched().visitor('hi'))).not.toContain('Brokerage Services');
  });

  test('that a link of the notice was shown stands for the team, no more than that, until they note how they gave it', () => {
    const url = 'https://www.bartonridge.example/iabs';
    const chat = watched(firstState(), { ...pack, brokerageServicesUrl: url });
    expect(effectOf(chat.visitor('hi'), 'qualification')?.data.slots.servicesNotice?.value).toBe('link-in-chat');
    const bare = watched();
    bare.visitor('hi');
    expect(bare.state.slots.servicesNotice).toBeUndefined();
    const given = { value: 'emailed', state: 'answered' as const, confidence: 1, evidence: [] };
    const before = { conversationId: 'old', at: '2026-11-01T00:00:00.000Z' };
    const again = watched(firstState(), { ...pack, brokerageServicesUrl: url });
    again.happen(
      { kind: 'person-known', slots: { servicesNotice: { ...given, before } }, consented: [] },
      { kind: 'visitor-message', seq: 1, log: 'public:c', text: 'hi' },
    );
    expect(answerIn(again.state, 'servicesNotice')).toBe('emailed');
  });
});

describe('somebody who was here before', () => {
  const then = '2026-11-03T15:00:00.000Z';
  const held = (value: unknown, when = then) => ({
    value,
    state: 'answered' as const,
    confidence: null,
    evidence: [{ log: 'public:old', seq: 1, start: 0, end: 4 }],
    before: { conversationId: 'old', at: when },
  });
  const known = (more: Partial<Extract<BotEvent, { kind: 'person-known' }>> = {}): BotEvent => ({
    kind: 'person-known',
    slots: {
      intent: held('buy'),
      area: held('Hyde Park'),
      budget: held({ minCents: null, maxCents: 45_000_000, currency: 'USD' }),
      name: held('Linda Ortiz'),
      phone: held('512-555-0123'),
    },
    consented: ['call', 'text'],
    ...more,
  });
  const says = (text: string): BotEvent => ({ kind: 'visitor-message', seq: 1, log: 'public:c', text });

  test('is greeted as such, and known facts are confirmed in one question instead of asked', () => {
    const chat = watched();
    const said = textOf(chat.happen(known(), says('hi')));
    expect(said).toMatch(/again|back/);
    expect(said).toMatch(/AI assistant/);
    expect(said).toMatch(/looking for a home around Hyde Park, up to \$450,000\. Is that still right\?/);
    expect(said).not.toMatch(/Linda|512/);
    chat.visitor('yes');
    expect(chat.state.asked?.question).toBe('preApproval');
    expect(answerIn(chat.state, 'budget')).toBeDefined();
  });
  test('"no" opens what they looked for, and leaves who they are', () => {
    const chat = watched();
    chat.happen(known(), says('hi'));
    chat.visitor('no');
    expect(slotStates(chat.state)).toEqual({ name: 'answered', phone: 'answered' });
    expect(chat.state.asked?.question).toBe('intent');
  });
  test('"no, now 600k" keeps the new and drops the old', () => {
    const chat = watched();
    chat.happen(known(), says('hi'));
    chat.visitor('no, my budget is now 600k');
    expect(answerIn(chat.state, 'budget')).toMatchObject({ maxCents: 60_000_000 });
    expect(answerIn(chat.state, 'area')).toBeUndefined();
  });
  test('a returning lead who says what they want now is not asked about then', () => {
    const chat = watched();
    chat.happen(known(), says('I want to sell my house'));
    expect([chat.state.bot, chat.state.asked?.question]).toEqual(['seller', 'address']);
    expect(answerIn(chat.state, 'budget')).toBeUndefined();
    expect(answerIn(chat.state, 'phone')).toBe('512-555-0123');
  });
  test('the number that is known is not asked for again', () => {
    const chat = watched();
    chat.happen(known(), says('I want to sell my house'));
    for (const text of ['12 Oak Street', 'downsizing', 'yes', 'great condition', '650k', 'mornings', 'Monday'])
      expect(textOf(chat.visitor(text))).not.toMatch(/phone|email|name/);
  });
  test('old facts are left to the team: a timeline after a month, a wish after half a year', () => {
    const old = '2026-04-01T15:00:00.000Z';
    const chat = watched();
    const slots = { intent: held('buy', old), timeline: held({ minDays: 0, maxDays: 30 }, '2026-10-01T15:00:00.000Z') };
    chat.happen(known({ slots }), says('hi'));
    expect(chat.state.slots).toEqual({});
    expect(chat.state.asked?.question).toBe('intent');
  });
});
