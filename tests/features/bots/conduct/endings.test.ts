import { describe, expect, test } from 'vitest';
import { alertsOf, tagsOf, watched } from '../expectations.ts';
import { answerIn, conversation, kindsOf, textOf } from '../play.ts';

const small = ['is it quiet there?', 'how old is the roof?', 'is there a pool?', 'what about parking?'];

describe('how a talk ends', () => {
  test('exhausted: six messages that give nothing end the asking, a person is asked, the seventh is met with silence', () => {
    const chat = watched();
    chat.visitor('I want to sell my house');
    for (const text of ["I don't know", 'hmm', 'not sure', 'no idea', 'dunno', 'hmm']) chat.visitor(text);
    expect(chat.state).toMatchObject({ at: 'EXHAUSTED', ended: 'no-progress', escalation: 'requested' });
    expect(chat.results.flatMap((result) => tagsOf(result).add)).toEqual(
      expect.arrayContaining(['Objection-Exhausted', 'Human-Follow-Up-Needed', 'AI-Off']),
    );
    expect(kindsOf(chat.visitor('hmm'))).not.toContain('reply');
  });

  test('represented: a lead who signed with another agent is asked nothing more, and facts are still answered', () => {
    const chat = watched();
    chat.visitor('I want to buy a house');
    chat.visitor('I already have a realtor, we signed');
    expect(chat.state).toMatchObject({ at: 'REPRESENTED', ended: 'represented', asked: null });
    expect(textOf(chat.visitor('how old is the roof?'))).toContain('[how old is the roof?]');
    expect(chat.state.asked).toBeNull();
  });

  test('not a consumer: an agent with a buyer and a vendor go to the team and are asked nothing', () => {
    for (const text of ["I'm a realtor, my client wants to see it", 'We offer lead generation for agents']) {
      const chat = watched();
      const result = chat.visitor(text);
      expect(chat.state).toMatchObject({ at: 'NOT_CONSUMER', ended: 'not-a-client', asked: null });
      expect(alertsOf(result)).toContain('not-a-client');
    }
  });

  test.each([
    ['en', 'I want to sell my house', 'I am counsel for the estate, please send the disclosure', /person on the team/],
    ['es', 'Quiero vender mi casa', 'Soy el abogado de la sucesión, envíe la divulgación', /persona del equipo/],
  ])(
    'a lawyer who writes for somebody is promised a person, who hears of it at once, and is asked nothing (%s)',
    (_, first, words, told) => {
      for (const talk of [[words], [first, words]]) {
        const chat = watched();
        const result = talk.map((text) => chat.visitor(text)).at(-1)!;
        expect(chat.state).toMatchObject({ at: 'NOT_CONSUMER', mode: 'waiting', escalation: 'requested', asked: null });
        expect(textOf(result)).toMatch(told);
        expect(textOf(result)).not.toContain('?');
        const alert = result.effects.find((effect) => effect.kind === 'alert' && effect.alert === 'not-a-client');
        expect(alert).toMatchObject({ priority: 1 });
        expect(answerIn(chat.state, 'motivation')).toBeUndefined();
      }
    },
  );

  test('muted: the third message that only insults or advertises ends the talk, and a person may look', () => {
    const chat = watched();
    chat.visitor('you idiot');
    chat.visitor('Earn money online fast, click here https://win.example/x');
    expect(chat.state).toMatchObject({ at: 'ASK_INTENT', insults: 2 });
    const third = chat.visitor('https://a.example/1 https://b.example/2');
    expect(chat.state).toMatchObject({ at: 'MUTED', ended: 'abuse', asked: null });
    expect(alertsOf(third)).toContain('abuse');
    expect(kindsOf(chat.visitor('you stupid bot'))).not.toContain('reply');
  });
  test('a link to the home they mean is no advertising', () => {
    const chat = conversation();
    for (let n = 0; n < 4; n++) chat.visitor(`is this one sold? https://homes.example/austin/${n}`);
    expect(chat.state.insults).toBe(0);
  });

  test('max turns: at the twentieth message a person goes on with a summary, once, and Jorge still answers facts', () => {
    const chat = watched();
    chat.visitor('I want to buy a house');
    chat.visitor('500k');
    for (let n = 0; n < 17; n++) chat.visitor(`${small[n % 4]} (${n})`);
    expect(chat.state).toMatchObject({ ended: null, mode: 'bot', visitorMessages: 19 });
    const last = chat.visitor('how far is the lake?');
    expect(chat.state).toMatchObject({ at: 'HUMAN', ended: 'max-turns', mode: 'waiting', escalation: 'requested' });
    expect(textOf(last)).toMatch(/^\[how far is the lake\?\].*person on the team/);
    const note = last.effects.find((effect) => effect.kind === 'note');
    expect(note?.text).toMatch(
      /20 messages with the buyer bot.*Budget: Up to \$500,000.*Open: Pre-approval, Bedrooms/s,
    );
    const after = chat.visitor('and how old is the roof?');
    expect(textOf(after)).toContain('[and how old is the roof?]');
    expect(chat.state.asked).toBeNull();
    chat.mode('bot', 'staff');
    chat.visitor('ok, in Hyde Park');
    expect(chat.state.at).not.toBe('HUMAN');
    expect(chat.state.asked).not.toBeNull();
  });

  test.each([
    ['buyer', ['I want to buy a house', '500k', 'pre-approved', '3 beds', 'in 2 years', 'Hyde Park']],
    ['seller', ['I want to sell 12 Oak Street', 'relocating', 'in 18 months', 'great condition', '650k']],
  ] as const)('more than twelve months away is cold, kept on file and not pressed: the %s bot', (bot, said) => {
    const chat = watched();
    const last = said.map((text) => chat.visitor(text)).at(-1)!;
    expect(chat.state).toMatchObject({ bot, at: 'NURTURE', ended: 'nurture', temperature: 'cold', asked: null });
    expect(textOf(last)).not.toContain('?');
    expect(chat.results.flatMap((result) => tagsOf(result).add)).toContain('Nurture');
    const nearer = chat.visitor('we changed plans, we want to move in 6 weeks');
    expect(tagsOf(nearer).remove).toContain('Nurture');
    expect(chat.state.temperature).not.toBe('cold');
  });
  test('more than twelve months away: a lead who asks for a viewing gets a time all the same', () => {
    const chat = watched();
    for (const text of ['I want to buy a house', 'in 2 years', 'can I see it?']) chat.visitor(text);
    expect(chat.state.at).toBe('ASK_TIME');
  });

  test('changed mind: one respectful close without a question, and no opt-out', () => {
    const chat = watched();
    chat.visitor('I want to sell my house');
    const result = chat.visitor("we decided not to sell after all, we're not selling anymore");
    expect(chat.state).toMatchObject({ at: 'CLOSED_LOST', ended: 'changed-mind' });
    expect(textOf(result)).not.toContain('?');
    expect(kindsOf(result)).not.toContain('suppress');
  });
});
