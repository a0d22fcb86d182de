import { describe, expect, test } from 'vitest';
import { watched } from '../expectations.ts';
import { kindsOf, textOf } from '../play.ts';

/** Maya took over, said when she calls, and gave the talk back to Jorge. */
function handedBack() {
  const chat = watched();
  chat.visitor('I want to sell my house');
  chat.happen({ kind: 'mode-changed', seq: 90, mode: 'human', by: 'staff', agentName: 'Maya Torres' });
  chat.agent('I will send you the comparables on Tuesday.');
  chat.mode('bot', 'staff');
  return chat;
}

describe('after a person gave the talk back', () => {
  test.each(['hello? maya?', 'maya?', 'Maya are you there', 'hello?'])(
    '%s hears that she left, what was said last, and how to have somebody again',
    (text) => {
      const chat = handedBack();
      const said = textOf(chat.visitor(text));
      expect(said).toMatch(/Maya (?:has left|isn't in) the chat/);
      expect(said).toContain('I will send you the comparables on Tuesday.');
      expect(said).toMatch(/person/);
      expect(said).not.toMatch(/\?/);
    },
  );

  test('a question is answered as ever, and before anybody took over nobody has left', () => {
    expect(textOf(handedBack().visitor('what are your fees?'))).not.toMatch(/left the chat/);
    const chat = watched();
    chat.visitor('I want to sell my house');
    expect(textOf(chat.visitor('hello?'))).not.toMatch(/left the chat|isn't in the chat/);
  });
});

describe('somebody angry', () => {
  test.each(["I'm so angry right now, your agent lied to me", 'estoy furiosa, su agente me mintió'])(
    'is apologised to: %s',
    (text) => {
      const chat = watched();
      chat.visitor('I want to sell my house');
      expect(textOf(chat.visitor(text))).toMatch(/sorry|siento|lamento/i);
    },
  );

  test('is apologised to the second time too', () => {
    const chat = watched();
    chat.visitor('this is ridiculous, you people never answer, I am furious');
    expect(textOf(chat.visitor('wtf is wrong with you, I am furious'))).toMatch(/sorry/i);
  });
});

test('a lead who keeps their number is not offered a call in that talk, and may leave an email', () => {
  const chat = watched();
  chat.visitor('I want to buy in Hyde Park up to 600k');
  chat.visitor("I don't want to give my number");
  for (const text of ['3 beds, preapproved', 'as soon as possible'])
    expect(textOf(chat.visitor(text))).not.toMatch(/\bcall\b/i);
  const said = chat.results.map(textOf).join(' ');
  expect(said).toMatch(/email/i);
  expect(kindsOf(chat.visitor('no thanks'))).not.toContain('find-times');
});

test('somebody who only looks around and keeps their number is asked for no other way to be reached', () => {
  const chat = watched();
  chat.visitor('just looking around, not giving my number');
  const said = ['3 beds in Hyde Park up to 600k', 'ok thanks'].map((text) => textOf(chat.visitor(text))).join(' ');
  expect(said).not.toMatch(/email|phone/i);
});
