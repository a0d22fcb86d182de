import { describe, expect, test } from 'vitest';
import { readWhoDecides } from '../../../../src/features/reading/person/readWhoDecides.ts';
import { watched } from '../expectations.ts';
import { answerIn, textOf } from '../play.ts';
import { withCalendar } from '../withCalendar.ts';

const last = (results: ReturnType<ReturnType<typeof withCalendar>['says']>): string =>
  textOf(results.at(-1) as (typeof results)[number]);

/** A hot seller whose call is booked, and who left a number and a name. */
function booked(condition: string) {
  const chat = withCalendar();
  for (const text of ['I want to sell my house', '12 Oak Street', 'downsizing', 'yes', condition, '650k'])
    chat.says(text);
  expect(chat.state.at).toBe('SLOT_OFFER');
  chat.says('the first');
  chat.says('512-555-0101');
  return { chat, said: chat.says('Ana Ruiz') };
}

describe('further facts for the listing agent', () => {
  test('a hot seller is asked once the call stands: the repairs of a home that needs some, then who decides', () => {
    const { chat, said } = booked('it needs some work');
    expect([chat.state.asked?.question, chat.state.at]).toEqual(['repairs', 'BOOKED']);
    expect(last(said)).toMatch(/repair/);
    chat.says('the roof leaks, new HVAC, maybe 20k in all');
    expect(answerIn(chat.state, 'repairs')).toBe('the roof leaks, new HVAC, maybe 20k in all');
    expect(answerIn(chat.state, 'price')).toMatchObject({ maxCents: 65_000_000 });
    expect(answerIn(chat.state, 'condition')).toBe('needs_work');
    expect(chat.state.asked?.question).toBe('authority');
    const done = chat.says('my brother has to sign too');
    expect(answerIn(chat.state, 'authority')).toBe('shared');
    expect([chat.state.asked, chat.state.ended]).toEqual([null, 'answers-complete']);
    expect(last(done)).not.toContain('?');
    expect(chat.state.booking.appointment).not.toBeNull();
  });

  test.each(['The AC', 'heating', 'the heating and AC'])('"%s" is what has to be repaired', (text) => {
    const { chat } = booked('it needs some work');
    chat.says(text);
    expect(answerIn(chat.state, 'repairs')).toBe(text);
  });

  test('of a home that is ready nobody is asked for repairs', () => {
    const { chat } = booked('great condition');
    expect(chat.state.asked?.question).toBe('authority');
    chat.says('just me');
    expect(answerIn(chat.state, 'authority')).toBe('alone');
    expect(chat.state.said['q:repairs']).toBeUndefined();
  });

  test('a price that is wished for is a price, also while the repairs are asked for', () => {
    const { chat } = booked('it needs some work');
    chat.says("actually I'd take 600k");
    expect(answerIn(chat.state, 'price')).toMatchObject({ maxCents: 60_000_000 });
    expect(answerIn(chat.state, 'repairs')).toBeUndefined();
  });

  test('the bot hears the loan balance beside the people who decide; a couple is not alone', () => {
    const { chat } = booked('great condition');
    chat.says('Just me and my wife. And we owe 200k');
    expect(answerIn(chat.state, 'authority')).toBe('shared');
    expect(answerIn(chat.state, 'mortgageBalance')).toMatchObject({ maxCents: 20_000_000 });
  });

  test('each is asked once: a seller who speaks of something else is not asked again', () => {
    const { chat } = booked('needs some work');
    chat.says('what time was it again?');
    chat.says('ok');
    chat.says('great');
    expect([chat.state.said['q:repairs'], chat.state.said['q:authority']]).toEqual([1, 1]);
    expect(answerIn(chat.state, 'repairs')).toBeUndefined();
  });

  test('thanks and goodbye are no answers, and end the talk', () => {
    const { chat } = booked('great condition');
    expect(last(chat.says('ok thanks, bye'))).toMatch(/until then|anything changes/i);
    expect(answerIn(chat.state, 'authority')).toBeUndefined();
  });

  test('before the time is settled, and of who leaves no number, nothing of it is asked', () => {
    const chat = withCalendar();
    for (const text of ['I want to sell my house', '12 Oak Street', 'downsizing', 'yes', 'needs some work', '650k'])
      chat.says(text);
    for (const text of ['the first', 'rather not say']) chat.says(text);
    expect([chat.state.said['q:repairs'], chat.state.said['q:authority']]).toEqual([undefined, undefined]);
  });

  test('without a calendar they come after the time that the team is told of', () => {
    const chat = watched();
    const texts = [
      'quiero vender mi casa',
      '12 Oak Street',
      'me mudo por trabajo',
      'sí',
      'necesita arreglos',
      '650 mil',
    ];
    for (const text of [...texts, 'por la mañana', 'el martes', '512-555-0101', 'Ana Ruiz']) chat.visitor(text);
    expect(chat.state.asked?.question).toBe('repairs');
    chat.visitor('el techo y la pintura');
    chat.visitor('mi esposo también');
    expect([answerIn(chat.state, 'repairs'), answerIn(chat.state, 'authority')]).toEqual([
      'el techo y la pintura',
      'shared',
    ]);
  });

  test('a seller who is not hot is asked nothing of it', () => {
    const chat = watched();
    const texts = ['I want to sell my house', '12 Oak Street', 'downsizing', 'in 6 months', 'needs some work', '650k'];
    for (const text of [...texts, 'morning', 'Tuesday', '512-555-0101', 'Ana Ruiz', 'yes']) chat.visitor(text);
    expect(chat.state.said['q:repairs']).toBeUndefined();
    expect(chat.state.said['q:authority']).toBeUndefined();
  });

  test.each([
    ['yes', 'shared'],
    ['my wife', 'shared'],
    ['no, just me', 'alone'],
    ['no', 'alone'],
    ['nobody else', 'alone'],
    ["no, my wife doesn't own it", 'alone'],
    ['sí, mis hermanos', 'shared'],
    ['nadie más', 'alone'],
    ['not sure', null],
  ])('"%s": %s', (text, decides) => expect(readWhoDecides(text)?.value ?? null).toBe(decides));
});
