import { describe, expect, test } from 'vitest';
import { watched } from '../expectations.ts';
import { answerIn, textOf } from '../play.ts';

function talk(...texts: string[]) {
  const chat = watched();
  for (const text of texts) chat.visitor(text);
  return chat;
}
const seller = ['I want to sell my house', '12 Oak Street', 'downsizing'];
const buyer = ['I want to buy a house', '500k'];

describe('a skip invents no answer', () => {
  test.each(["I don't want to say", 'rather not say', 'skip'])('"%s" to 30 to 45 days is no "no"', (text) => {
    const { state } = talk(...seller, text);
    expect(state.slots.timeline).toMatchObject({ state: 'declined', value: null });
    expect(state.asked?.question).toBe('condition');
  });

  test.each(["I don't want to say", 'rather not say'])('"%s" to the lender is not "none"', (text) => {
    expect(talk(...buyer, text).state.slots.preApproval).toMatchObject({ state: 'declined', value: null });
  });

  test.each(['ok', 'great', 'Ok, good', 'vale'])(
    '"%s" to the lender is no pre-approval, and it is asked once more',
    (text) => {
      const { state } = talk(...buyer, text);
      expect(answerIn(state, 'preApproval')).toBeUndefined();
      expect(state.asked?.question).toBe('preApproval');
    },
  );

  test.each(['yes', 'yes we are', 'sí'])('"%s" to the lender is one', (text) => {
    expect(answerIn(talk(...buyer, text).state, 'preApproval')).toBe('pre-approved');
  });
});

describe('a question about our question', () => {
  test.each(['why do you ask', 'Why do you need to know that?', 'why?', '¿por qué lo pregunta?'])(
    '"%s" is told what for, refuses nothing, and is not looked up as a fact of the home',
    (text) => {
      const chat = talk(...seller.slice(0, 2));
      const said = textOf(chat.visitor(text));
      expect(said).toMatch(/team|equipo/);
      expect(said).not.toContain('[');
      expect(chat.state.asked).toMatchObject({ question: 'motivation', misses: 0 });
      expect(chat.state.slots.motivation).toBeUndefined();
    },
  );

  test('"why is it so cheap?" is a question about the home', () => {
    expect(textOf(talk(...buyer).visitor('why is it so cheap?'))).toContain('[why is it so cheap?]');
  });
});

describe('a visitor who asks whom they are talking to', () => {
  test.each(['who am I talking to?', 'who is this?', 'who are you?', '¿con quién hablo?'])(
    '"%s" is told that it is an AI, whenever it is asked',
    (text) => {
      const chat = talk(...buyer);
      expect(textOf(chat.visitor(text))).toMatch(/\b(?:AI|IA)\b/);
      chat.mode('waiting', 'visitor');
      expect(textOf(chat.visitor(`sorry, ${text}`))).toMatch(/\b(?:AI|IA)\b/);
      expect(textOf(talk().visitor(text))).toMatch(/\b(?:AI|IA)\b/);
    },
  );
});

test('a visitor who says goodbye and comes back with "hello" is answered; one who wants to be left alone is left alone', () => {
  const chat = talk(...buyer, 'thanks, bye');
  expect(chat.state.ended).toBe('goodbye');
  expect(textOf(chat.visitor('hello'))).toMatch(/here/);
  const lost = talk(...seller, "good, but we're not selling now");
  expect(lost.state.ended).toBe('changed-mind');
  expect(lost.visitor('hello').effects).toEqual([{ kind: 'wait', reason: 'changed-mind' }]);
});
