import { describe, expect, test } from 'vitest';
import { acceptsTimeline } from '../../../../src/features/bots/flows/seller/machine.ts';
import { offerPathOf } from '../../../../src/features/bots/flows/seller/offerPath.ts';
import { personaOf } from '../../../../src/features/bots/track/persona.ts';
import { alertsOf, slotStates, tagsOf, usd, watched } from '../expectations.ts';
import { answerIn, kindsOf, textOf } from '../play.ts';

const known = ['I want to sell my house', '12 Oak Street'];
/** A seller whose address is known; further messages come one turn each. */
function seller(...texts: string[]) {
  const chat = watched();
  for (const text of [...known, ...texts]) chat.visitor(text);
  return chat;
}

describe('the seller bot, scenario by scenario', () => {
  test('S01: the happy path ends hot with all slots, one label, no line said twice', () => {
    const chat = watched();
    const texts = [
      'Hi, I want to sell my house',
      '1204 Maple Street, Austin',
      'relocating for work, we want to sell quickly',
      'within the next 2 months',
      'great condition, kitchen renovated',
      'around 650k',
    ].map((text) => textOf(chat.visitor(text)));
    expect(new Set(texts).size).toBe(texts.length);
    expect(answerIn(chat.state, 'motivation')).toBe('relocation');
    expect(acceptsTimeline(answerIn(chat.state, 'timeline'))).toBe(true);
    expect(answerIn(chat.state, 'condition')).toBe('move_in_ready');
    expect(answerIn(chat.state, 'price')).toEqual(usd(65_000_000, 65_000_000));
    expect(chat.state.temperature).toBe('hot');
    const last = chat.results.at(-1);
    expect(last && tagsOf(last)).toMatchObject({
      add: expect.arrayContaining(['Hot-Seller', 'Seller-Qualified']),
      remove: expect.arrayContaining(['Warm-Seller', 'Cold-Seller']),
    });
    expect(last && alertsOf(last)).toContain('hot-lead');
    expect(chat.state.asked?.question).toBe('timeOfDay');
  });

  test('S01: "3 months ideally" is beyond 60 days and stays warm', () => {
    const chat = seller('downsizing', '3 months ideally', 'great condition', 'around 650k');
    expect(answerIn(chat.state, 'timeline')).toEqual({ minDays: 90, maxDays: 90 });
    expect(chat.state.temperature).toBe('warm');
  });

  test('S02: a vague opening asks for the address and is no stall', () => {
    const chat = watched();
    const result = chat.visitor("I'm thinking about selling my house");
    expect([chat.state.bot, chat.state.asked?.question]).toEqual(['seller', 'address']);
    expect(slotStates(chat.state).motivation).toBeUndefined();
    expect(textOf(result)).not.toMatch(/big decision/);
    expect(chat.state.temperature).not.toBe('warm');
  });

  test('S03: months told along with the reason are kept as a hint, and the timeline is still asked', () => {
    const chat = watched();
    chat.visitor("We're relocating and want to sell in 3 months");
    expect(answerIn(chat.state, 'motivation')).toBe('relocation');
    expect(chat.state.slots.timeline).toMatchObject({ state: 'unknown', value: { minDays: 90, maxDays: 90 } });
    expect(chat.state.asked?.question).toBe('address');
  });

  test('S04: everything in one message fills all four slots, is acknowledged once and offers a time at once', () => {
    const chat = seller();
    const result = chat.visitor("I'm moving for a new job, 30 days is fine, the place is turnkey, and I'd like 700k");
    expect(slotStates(chat.state)).toMatchObject({
      motivation: 'answered',
      timeline: 'answered',
      condition: 'answered',
      price: 'answered',
    });
    expect(acceptsTimeline(answerIn(chat.state, 'timeline'))).toBe(true);
    expect([chat.state.temperature, chat.state.at]).toEqual(['hot', 'ASK_TIME']);
    expect(kindsOf(result).filter((kind) => kind === 'reply')).toHaveLength(1);
  });

  test('S05: a ZIP code is no address and no price; the question comes in other words', () => {
    const chat = watched();
    chat.visitor('I want to sell my house');
    const result = chat.visitor('78704');
    expect(slotStates(chat.state)).not.toHaveProperty('price');
    expect(slotStates(chat.state)).not.toHaveProperty('address');
    expect(textOf(result)).toMatch(/street address|street and number/i);
  });

  test.each([
    ['30 days would be perfect', true],
    ['2 months', true],
    ['6 months', false],
    ['not sure about the timeline', undefined],
    ['no problem', true],
    ["can't do 30", false],
    ['next year', false],
    ['in six weeks', true],
    ['no', false],
    ['yes', true],
    ['sí, está bien', true],
  ])('S06: "%s" to 30 to 45 days is accepted: %s', (text, accepted) => {
    const chat = seller('downsizing');
    expect(chat.state.asked?.question).toBe('timeline');
    chat.visitor(text);
    const value = answerIn(chat.state, 'timeline');
    expect(value === undefined ? undefined : acceptsTimeline(value)).toBe(accepted);
  });
  test('S06: "in six weeks" is 42 days', () => {
    const chat = seller('downsizing', 'in six weeks');
    expect(answerIn(chat.state, 'timeline')).toEqual({ minDays: 42, maxDays: 42 });
  });

  test.each([
    ['it is in good shape', 'move_in_ready'],
    ['great, renovated kitchen', 'move_in_ready'],
    ['a fixer, needs everything', 'major_repairs'],
    ['updated kitchen but the roof leaks', 'needs_work'],
    ['we recently divorced', undefined],
    ["I'm a 70 years old owner", undefined],
    ['no work needed', 'move_in_ready'],
  ])('S07: "%s" as the condition', (text, expected) => {
    const chat = seller('downsizing', '30 days is fine');
    chat.visitor(text);
    expect(answerIn(chat.state, 'condition')).toBe(expected);
  });

  test.each([
    ['$580k', usd(58_000_000, 58_000_000)],
    ['$650,000', usd(65_000_000, 65_000_000)],
    ['700k', usd(70_000_000, 70_000_000)],
    ['$1.2m', usd(120_000_000, 120_000_000)],
    ['750 to 800 thousand', usd(75_000_000, 80_000_000)],
    ['around 680', usd(68_000_000, 68_000_000)],
    ['30-60 days and want ~$580k', usd(58_000_000, 58_000_000)],
    ['45 days', undefined],
    ['rather not say', undefined],
  ])('S08: "%s" as the price', (text, expected) => {
    const chat = seller('downsizing', '30 days is fine', 'great condition');
    chat.visitor(text);
    expect(answerIn(chat.state, 'price')).toEqual(expected);
    if (text === 'rather not say') expect(slotStates(chat.state).price).toBe('declined');
  });

  test.each([
    [['we inherited it', 'yes', 'a fixer', '150k'], 'wholesale'],
    [['relocating for work', 'yes', 'move-in ready', '650k'], 'listing'],
    [['relocating for work', 'yes', 'no work needed', '650k'], 'listing'],
    [['rather not say', 'yes', 'rather not say', '650k'], 'unknown'],
  ])('S09: %j leads to a %s', (texts, path) => {
    const chat = seller(...texts);
    expect(offerPathOf(chat.state)).toBe(path);
    const told = chat.results.flatMap(({ effects }) =>
      effects.flatMap((effect) => (effect.kind === 'alert' && effect.alert === 'hot-lead' ? [effect.reason] : [])),
    );
    expect(told.join()).toMatch(
      path === 'unknown' ? /^$/ : new RegExp(`the answers point to a ${path}${path === 'wholesale' ? ' offer' : ''}$`),
    );
  });

  test.each([
    ['I am counsel for the estate and need the disclosure', undefined],
    ['I work in real estate', undefined],
    ["I want to sell my late father's estate", 'inherited'],
    ['it is in probate', 'inherited'],
  ])('S10: "%s" as a reason', (text, expected) => {
    const chat = seller();
    chat.visitor(text);
    expect(answerIn(chat.state, 'motivation')).toBe(expected);
  });

  test('S11: two misses decline the condition, invent nothing, and hot is out of reach', () => {
    const chat = seller('downsizing', '30 days is fine', 'blue', 'purple', '650k');
    expect(chat.state.slots.condition).toMatchObject({ state: 'declined', value: null });
    expect(slotStates(chat.state).price).toBe('answered');
    expect(chat.state.temperature).toBe('warm');
  });

  test('S12: a price first leaves the timeline unknown and it is asked', () => {
    const chat = seller('700k and it needs nothing else', 'downsizing');
    expect(slotStates(chat.state)).toMatchObject({ price: 'answered', condition: 'answered', motivation: 'answered' });
    expect(chat.state.slots.timeline).toBeUndefined();
    expect(chat.state.asked?.question).toBe('timeline');
  });

  test('S13: nudges at two and four vague turns, an honest end with its tags at five, then silence', () => {
    const chat = watched();
    chat.visitor('I want to sell my house');
    const results = Array.from({ length: 5 }, () => chat.visitor("I don't know"));
    expect(textOf(results[1] as never)).toMatch(/No rush|only looking|comes to mind/);
    expect(textOf(results[3] as never)).toMatch(/No rush|only looking|comes to mind/);
    expect([chat.state.at, chat.state.ended]).toEqual(['EXHAUSTED', 'no-progress']);
    expect(tagsOf(results[4] as never).add).toEqual(['Objection-Exhausted', 'Human-Follow-Up-Needed', 'AI-Off']);
    expect(chat.state.escalation).toBe('requested');
    expect(chat.visitor("I don't know").effects).toEqual([]);
  });

  test('S14: short answers to what was asked are not vague and are not mended', () => {
    const chat = seller('downsizing');
    for (const text of ['2 mo', 'no work needed', '650k']) {
      const result = chat.visitor(text);
      expect([text, chat.state.vagueStreak, chat.state.repairs]).toEqual([text, 0, 0]);
      expect(textOf(result)).not.toMatch(/misread|differently/);
    }
    expect(answerIn(chat.state, 'timeline')).toEqual({ minDays: 60, maxDays: 60 });
  });

  test('S15: an enthusiastic price as the last slot asks for a time and confirms nothing', () => {
    const chat = seller('downsizing', '30 days is fine', 'great condition');
    const result = chat.visitor('650k would be great');
    expect([chat.state.temperature, chat.state.at]).toEqual(['hot', 'ASK_TIME']);
    expect(tagsOf(result).add).not.toContain('AI-Off');
    expect(kindsOf(result)).not.toContain('wait');
  });

  test('S19: without a calendar a hot seller is asked for morning or afternoon, without a numbered menu', () => {
    const chat = seller('downsizing', '30 days is fine', 'great condition');
    const text = textOf(chat.visitor('650k'));
    expect(text).toMatch(/morning|afternoon/i);
    expect(text).not.toMatch(/\b1\b|\b2\b/);
  });

  test('S20: a meeting asked for below hot is a call with a person, no menu of slots', () => {
    const chat = seller('downsizing');
    const result = chat.visitor('can we schedule a call?');
    expect(chat.state.at).toBe('ASK_TIME');
    expect(answerIn(chat.state, 'visit')).toBe('call');
    expect(kindsOf(result)).not.toContain('offer');
    chat.visitor('mornings', 'Tuesday');
    expect(chat.results.flatMap(alertsOf)).toContain('appointment-wanted');
  });

  test('S21: after the time is named, "what happens next?" is bridged to a person without asking for a time again', () => {
    const chat = seller(
      'downsizing',
      '30 days is fine',
      'great condition',
      '650k',
      'mornings',
      'Tuesday',
      'ana@example.com',
    );
    const result = chat.visitor('so what happens next?');
    expect(chat.state.at).toBe('HUMAN_BRIDGE');
    expect(textOf(result)).not.toMatch(/\?|morning|day/i);
    // Asked for the name, they asked back: that is no name.
    expect(slotStates(chat.state).name).toBeUndefined();
    expect(tagsOf(result).add).toEqual(['Human-Follow-Up-Needed', 'AI-Off']);
  });

  test('S22: a neighbor’s price is neither agreed with nor denied; the own price is noted and the questions go on', () => {
    const chat = seller('downsizing', '30 days is fine', 'great condition');
    const result = chat.visitor('my neighbor got 800k so I want 850k');
    expect(chat.state.objections).toEqual({ neighbor_comp: 1 });
    expect(answerIn(chat.state, 'price')).toEqual(usd(85_000_000, 85_000_000));
    expect(textOf(result)).not.toMatch(/\$|too (?:high|low)|agree/i);
    expect(chat.state.asked?.question).toBe('timeOfDay');
  });

  test('S23: somebody underwater is met with feeling, the team hears, and nothing more is asked', () => {
    const chat = seller();
    const result = chat.visitor('honestly we owe more than it is worth and fear a foreclosure');
    expect(textOf(result)).toMatch(/^I'm sorry/);
    expect(alertsOf(result)).toEqual(expect.arrayContaining(['legal-sensitive', 'distress:money-trouble']));
    expect(chat.state.asked).toBeNull();
  });

  test('S24: a loss is acknowledged before anything else, without any hurry', () => {
    const chat = seller();
    const result = chat.visitor('my mother passed away and I live out of state');
    expect(textOf(result)).toMatch(/^I'm (?:so|very) sorry/);
    expect(textOf(result)).not.toMatch(/urgent|quick|fast|soon|\?/i);
    expect(answerIn(chat.state, 'motivation')).toBe('inherited');
  });

  test('S25: a divorce in a hurry is met with feeling, qualifies on, and the team is told', () => {
    const chat = seller();
    const result = chat.visitor('we are getting a divorce and need to sell asap');
    expect(answerIn(chat.state, 'motivation')).toBe('divorce');
    expect(answerIn(chat.state, 'timeline')).toEqual({ minDays: 0, maxDays: 30 });
    expect(textOf(result)).toMatch(/sorry|hard time/);
    expect(alertsOf(result)).toContain('legal-sensitive');
    expect([chat.state.mode, chat.state.temperature]).toEqual(['bot', 'warm']);
  });

  test('S26: several homes go one at a time, and the team sees how many', () => {
    const chat = watched();
    const result = chat.visitor('I want to sell three properties');
    expect(answerIn(chat.state, 'homes')).toBe('three properties');
    expect(textOf(result)).toMatch(/one (?:home )?at a time/i);
    expect(tagsOf(result).add).toContain('Needs-Attention');
  });

  test('S27: a changed mind ends with one polite line and no opt-out', () => {
    const chat = seller();
    const result = chat.visitor("good, but we're not selling now");
    expect([chat.state.at, chat.state.ended]).toEqual(['CLOSED_LOST', 'changed-mind']);
    expect(textOf(result)).not.toContain('?');
    expect(kindsOf(result)).not.toContain('suppress');
  });

  test('S28: persona by words: investor, distressed, neither', () => {
    const chat = seller();
    const result = chat.visitor('it is a rental, I would do a 1031, the cap rate is fine');
    expect(personaOf(chat.state.persona)).toBe('Investor');
    expect(tagsOf(result).add).toContain('Investor-Seller');
    const other = seller();
    expect(tagsOf(other.visitor('divorce, we sell as-is, we are behind on payments')).add).toContain(
      'Distressed-Seller',
    );
    expect(personaOf(seller('it is old and needs work').state.persona)).toBeNull();
  });

  test('S29: one answer is cold, three are warm, four with an accepted timeline hot, without it warm, nothing given never hot', () => {
    const warmth = (...texts: string[]) => {
      const chat = watched();
      chat.visitor('I want to sell my house', ...texts);
      return chat.state.temperature;
    };
    expect(warmth('we are downsizing')).toBe('cold');
    expect(warmth('downsizing', '30 days is fine', 'great condition')).toBe('warm');
    expect(warmth('downsizing', '30 days is fine', 'great condition', '650k')).toBe('hot');
    expect(warmth('downsizing', 'not before 6 months', 'great condition', '650k')).toBe('warm');
    const silent = seller('rather not say', 'rather not say', 'rather not say', 'rather not say');
    expect(silent.state.temperature).toBe('cold');
  });

  test('S30: a label takes the place of the others and touches no tag of people', () => {
    const chat = seller('downsizing', '30 days is fine', 'great condition');
    expect(chat.state.temperature).toBe('warm');
    const tags = tagsOf(chat.visitor('650k'));
    expect(tags.add).toContain('Hot-Seller');
    expect(tags.remove).toEqual(expect.arrayContaining(['Warm-Seller', 'Cold-Seller']));
    expect(tags.remove).not.toContain('Hot-Seller');
  });

  test('S31: fees get no number and whether to wait gets no advice; both go on', () => {
    const chat = seller();
    const fee = textOf(chat.visitor('what commission do you take?'));
    expect(fee).toMatch(/team/);
    expect(fee).not.toMatch(/\d|%/);
    const waits = textOf(chat.visitor('should I wait until next spring to sell?'));
    expect(waits).toMatch(/promise|investment advice/);
    expect(waits).not.toMatch(/\[/);
    expect(slotStates(chat.state)).not.toHaveProperty('price');
    // A seller who asks whether to wait has not said that they do.
    expect(slotStates(chat.state).timeline).not.toBe('answered');
  });
});
