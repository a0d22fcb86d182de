import { describe, expect, test } from 'vitest';
import { asksForHelp } from '../../../../src/features/reading/dialogue/readHelp.ts';
import { slotStates, watched } from '../expectations.ts';
import { kindsOf, textOf } from '../play.ts';

const tellsAll = (said: string) => {
  expect(said).toContain('Barton Ridge Realty');
  expect(said).toMatch(/asistente de IA|AI assistant/);
  expect(said).toMatch(/AGENTE?\b/);
  expect(said).toContain('STOP');
};

describe('HELP as a whole message', () => {
  test.each(['HELP', 'help!', 'Info', 'help please', 'AYUDA', '¿ayuda?', 'help me', 'necesito ayuda'])(
    'is "%s"',
    (text) => expect(asksForHelp(text)).toBe(true),
  );

  test.each([
    'help me sell my house',
    'info please',
    'more info',
    'información',
    'can you help?',
    'helpful',
    'no help',
  ])('is not "%s"', (text) => expect(asksForHelp(text)).toBe(false));

  test.each([
    ['HELP', 'I want to sell my house', '12 Oak Street'],
    ['ayuda', 'hola, quiero vender mi casa', '12 Oak Street'],
  ])(
    '"%s" says who writes, how to reach a person and how to stop; then the open question comes again',
    (text, ...before) => {
      const chat = watched();
      for (const words of before) chat.visitor(words);
      const { asked, slots } = chat.state;
      const result = chat.visitor(text);
      tellsAll(textOf(result));
      expect(textOf(result)).toMatch(/\?$/);
      expect(chat.state.asked).toEqual({ ...asked, times: 2 });
      expect(chat.state.slots).toEqual(slots);
      expect(kindsOf(result)).toEqual(['reply']);
    },
  );

  test('as the first message it is answered beside the disclosure, which is not said twice', () => {
    const chat = watched();
    const said = textOf(chat.visitor('HELP'));
    tellsAll(said);
    expect(said.match(/AI assistant/g)).toHaveLength(1);
    expect(Object.values(slotStates(chat.state))).toEqual([]);
  });

  test('again and again it is answered, never by a person called for nothing', () => {
    const chat = watched();
    chat.visitor('I want to sell my house');
    for (let n = 0; n < 6; n++) {
      const result = chat.visitor('help please');
      expect(textOf(result)).toContain('STOP');
      expect(chat.state.escalation).toBe('none');
    }
  });

  test('AGENT and AGENTE, which it names, ask for a person', () => {
    for (const word of ['AGENT', 'AGENTE']) {
      const chat = watched();
      chat.visitor('hello');
      chat.visitor(word);
      expect(chat.state.escalation).toBe('requested');
    }
  });
});
