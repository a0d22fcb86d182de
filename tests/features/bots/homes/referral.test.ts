import { describe, expect, test } from 'vitest';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import { serviceAreaOf } from '../../../../src/features/bots/understand/serves.ts';
import { austin } from '../../../../src/features/packs/austin.ts';
import type { Pack } from '../../../../src/features/packs/model.ts';
import { placeOf } from '../../../../src/features/reading/place/usPlaces.ts';
import { alertsOf, tagsOf, watched } from '../expectations.ts';
import { answerIn, kindsOf, textOf } from '../play.ts';

const serving = (...areas: string[]): Pack => ({
  ...austin,
  brokerage: 'Barton Ridge Realty',
  timeZone: 'America/Chicago',
  serves: { areas, notKinds: ['land', 'manufactured'] },
});
const chatWith = (given = serving('Austin', 'Round Rock')) => watched(firstState(), given);

describe('a request that the brokerage does not serve', () => {
  test.each([
    ['I want to buy a house in Dallas', 'Dallas'],
    ['I want to sell my house at 1200 Main Street, Houston, TX 77002', 'Houston, TX'],
    ['looking to buy a home in Georgetown', 'Georgetown'],
    ['we want to buy in zip code 75201', '75201'],
    ['do you have any homes in Florida?', 'Florida'],
  ])('is told so, a person is asked and the bot falls silent with where to reach them: %s', (text, place) => {
    const chat = chatWith();
    const result = chat.visitor(text);
    expect(chat.state).toMatchObject({ at: 'REFERRED', ended: 'not-served', mode: 'waiting', escalation: 'requested' });
    expect(textOf(result)).toContain(place);
    expect(textOf(result)).toContain('an agent there');
    expect(chat.state.asked?.question).toBe('contact');
    expect(alertsOf(result)).toContain('not-served');
    expect(tagsOf(result).add).toContain('Human-Follow-Up-Needed');
    expect(kindsOf(result)).toContain('wait');
    expect(answerIn(chat.state, 'notServed')).toBe(place);
  });

  test('"forget it, we rent another year" ends it kindly: nobody is awaited, and the lead is cold', () => {
    const chat = chatWith();
    chat.visitor('I want to buy a house in Dallas, up to 500k, preapproved');
    const result = chat.visitor('forget it, we rent another year');
    expect(textOf(result)).toMatch(/fine|no problem|all right|thanks/i);
    expect(textOf(result)).not.toMatch(/\?/);
    expect(chat.state).toMatchObject({
      at: 'CLOSED_LOST',
      ended: 'changed-mind',
      escalation: 'closed',
      temperature: 'cold',
    });
    expect(result.effects).toContainEqual({ kind: 'wait', reason: 'changed-mind' });
  });

  test('a visitor who leaves a number is asked for the name once, and for nothing about the home', () => {
    const chat = chatWith();
    chat.visitor('I want to buy a house in Dallas');
    const number = chat.visitor('512-555-0101');
    expect(chat.state.asked?.question).toBe('name');
    expect(kindsOf(number)).toContain('reply');
    chat.visitor("I'm Ana");
    expect(chat.state.asked?.question).toBe('mayCall');
    chat.visitor('yes');
    expect(chat.state).toMatchObject({ at: 'REFERRED', ended: 'not-served', asked: null });
    expect(chat.visitor('my budget is 400k').effects.some(({ kind }) => kind === 'reply')).toBe(true);
    expect(chat.state).toMatchObject({ at: 'REFERRED', asked: null });
    expect(kindsOf(chat.visitor('ok'))).not.toContain('reply');
  });

  test('a wish for a place that is served goes on as if nothing had been', () => {
    const chat = chatWith();
    chat.visitor('I want to buy a house in Dallas');
    chat.visitor('then I want to buy in Round Rock');
    expect([chat.state.at, chat.state.bot, chat.state.asked?.question]).toEqual(['QUALIFY', 'buyer', 'budget']);
    expect(chat.state.slots.notServed).toBeUndefined();
  });

  test.each([
    'I want to buy a house in Dallas or Austin',
    'I want to buy a house in Hyde Park or Dallas',
    'I live in Dallas and want to buy a house',
    'I want to buy a house in 78704',
    'I want to buy a house in Zilker',
    'I want to buy in Smallville',
    'We are moving from California, want to buy in Austin',
    'my budget is only 90k, I want to buy a house',
  ])('is not guessed, nor told from a price or a person: %s', (text) => {
    const chat = chatWith();
    chat.visitor(text);
    expect(chat.state.at).not.toBe('REFERRED');
    expect(chat.state.asked).not.toBeNull();
  });

  test('with nothing set the market is served, and a visitor who names a place outside it is told so', () => {
    const { serves: _, ...everywhere } = serving();
    for (const [text, at] of [
      ['I want to buy a house in Dallas', 'REFERRED'],
      ['I want to sell my mobile home in Florida', 'REFERRED'],
      ['I want to buy a house in Round Rock', 'QUALIFY'],
    ] as const) {
      const chat = chatWith(everywhere);
      chat.visitor(text);
      expect([text, chat.state.at]).toEqual([text, at]);
    }
  });

  test('a kind of home that is not handled is referred; one of two kinds is not', () => {
    const chat = chatWith();
    const result = chat.visitor('I want to sell my mobile home');
    expect([chat.state.at, answerIn(chat.state, 'notServed')]).toEqual(['REFERRED', 'manufactured']);
    expect(textOf(result)).toContain('kind of home');
    for (const text of ['I want to buy a house or raw land', 'my neighbor sells a condo, I want to sell a house']) {
      const other = chatWith();
      other.visitor(text);
      expect(other.state.at).not.toBe('REFERRED');
    }
  });

  test('in Spanish, and facts of the home are still answered', () => {
    const chat = chatWith();
    const result = chat.visitor('Hola, quiero comprar una casa en Houston');
    expect(textOf(result)).toMatch(/colega allí/);
    const asked = chat.visitor('¿Cuánto cuesta esta casa?');
    expect(textOf(asked)).toContain('[');
    expect(chat.state.at).toBe('REFERRED');
  });

  test('a talk that a person gave back is not referred again', () => {
    const chat = chatWith();
    chat.visitor('I want to buy a house in Dallas');
    chat.mode('human', 'staff');
    chat.happen({ kind: 'slot-corrected', seq: 90, slot: 'notServed', value: null });
    chat.mode('bot', 'staff');
    chat.visitor('my budget is 400k');
    expect(chat.state.at).not.toBe('REFERRED');
  });

  test('a place is not outside when the list and the market say nothing for certain', () => {
    const standing = (place: string, ...areas: string[]) => serviceAreaOf(placeOf(place), serving(...areas));
    expect(standing('Round Rock', 'Austin')).toBe('outside');
    expect(standing('78704', 'Austin')).toBe('unknown');
    expect(standing('78704', '78702')).toBe('outside');
    expect(standing('75201', 'Austin')).toBe('outside');
    expect(standing('75201', 'Dallas')).toBe('unknown');
    expect(standing('Austin', 'Hyde Park')).toBe('unknown');
    expect(standing('Austin', '78704')).toBe('unknown');
    expect(standing('Dallas', '78704')).toBe('outside');
    expect(standing('Texas', 'Austin')).toBe('unknown');
    expect(standing('Florida', 'Austin')).toBe('outside');
    expect(standing('Dallas', 'TX')).toBe('inside');
    expect(standing('austin', 'Austin, TX')).toBe('inside');
    expect(standing('Portland, OR', 'Portland, ME')).toBe('outside');
  });
});
