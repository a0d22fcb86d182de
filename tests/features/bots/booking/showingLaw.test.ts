import { describe, expect, test } from 'vitest';
import type { StepResult } from '../../../../src/features/bots/state/protocol.ts';
import { answerIn } from '../play.ts';
import { withCalendar } from '../withCalendar.ts';
import { alerts, buyerWithOffer, buyerWithShowing, effectsOf, kinds, offeredIn, said } from './buyers.ts';

describe('a showing in Texas', () => {
  const first = 'Saturday, November 28, 9:00 AM';
  const reasons = (results: StepResult[]): string[] =>
    effectsOf(results).flatMap((effect) => (effect.kind === 'alert' ? [effect.reason] : []));
  const notes = (results: StepResult[]): string =>
    effectsOf(results)
      .flatMap((effect) => (effect.kind === 'note' ? [effect.text] : []))
      .join(' ');
  /** A buyer who picked the first of three times, with its button or in words, and was asked how they come. */
  function buyerWithPick(how: 'pressed' | 'said' = 'said') {
    const { chat } = buyerWithOffer();
    return { chat, last: how === 'pressed' ? chat.presses(0) : chat.says('the first one') };
  }

  test.each([
    ['Can I see it on Saturday?', 'the first one', /Texas law/, first],
    ['Can I see it on Saturday?', '9 works', /Texas law/, first],
    ['¿Puedo ver la casa el sábado?', 'la primera', /ley de Texas/, 'sábado, 28 de noviembre, 9:00 a. m.'],
    ['¿Puedo ver la casa el sábado?', 'a las 9 está bien', /ley de Texas/, 'sábado, 28 de noviembre, 9:00 a. m.'],
  ])('"%s": times come first, and the law’s question only once "%s" picks one', (wish, pick, law, when) => {
    const { chat, last } = buyerWithOffer(wish);
    expect(offeredIn(last)).toHaveLength(3);
    expect(said(last)).not.toMatch(law);
    const asked = chat.says(pick);
    expect(kinds(asked)).not.toContain('book');
    expect(chat.state.asked?.question).toBe('showing');
    expect(said(asked)).toMatch(law);
    // Jorge says the picked time back, and that it is not booked.
    expect(said(asked)).toContain(when);
    expect(said(asked)).toMatch(/isn't booked yet|nada reservado/);
  });

  test.each([
    ['said', 'without representation'],
    ['said', 'sin representación'],
    ['pressed', 'without representation'],
    ['pressed', 'sin representación'],
  ] as const)('a time that was %s is booked at once by the answer "%s", without choosing again', (how, answer) => {
    const { chat, last } = buyerWithPick(how);
    expect(kinds(last)).not.toContain('book');
    expect(said(last)).toMatch(/Texas law/);
    const done = chat.says(answer);
    expect(kinds(done).filter((kind) => kind === 'book')).toHaveLength(1);
    expect(offeredIn(done)).toEqual([]);
    expect(chat.state.booking.appointment?.startsAt).toBe('2026-11-28T15:00:00.000Z');
    expect(said(done)).toMatch(/booked|reservada/i);
  });

  test.each([
    ['Can I see it Saturday at 11?', /11:00 AM.*booked.*Texas law/],
    ['¿Puedo ver la casa el sábado a las 11?', /11:00 a\. m\..*reservado.*ley de Texas/],
  ])('"%s" picks the time, and the law’s question comes at once', (wish, words) => {
    const { chat, last } = buyerWithOffer(wish);
    expect(said(last)).toMatch(words);
    expect(kinds(last)).not.toContain('book');
    expect(chat.state.asked?.question).toBe('showing');
    expect(kinds(chat.chooses('unrepresented', 'Without representation'))).toContain('book');
    expect(chat.state.booking.appointment?.startsAt).toBe('2026-11-28T17:00:00.000Z');
  });

  test('a buyer who has said how they come is not asked again when the time moves', () => {
    const chat = buyerWithShowing();
    const offer = chat.says('can we move it to Friday?');
    const moved = chat.says('the last one');
    expect(said([...offer, ...moved])).not.toMatch(/Texas law|represent/);
    expect(kinds(moved)).toContain('book');
    expect(chat.state.booking.appointment?.startsAt).toBe('2026-11-27T23:00:00.000Z');
  });

  test.each(['said', 'pressed'] as const)(
    'a day and an hour named while the law’s question stands are looked up: what was %s before is not booked',
    (how) => {
      const { chat } = buyerWithPick(how);
      const named = chat.says('Actually, can we do Saturday at 1pm?');
      expect(said(named)).not.toMatch(/get that|understand that|understood/);
      expect(kinds(named).includes('cancel-appointment')).toBe(how === 'pressed');
      expect([answerIn(chat.state, 'day'), answerIn(chat.state, 'timeOfDay')]).toEqual(['Saturday', '1 pm']);
      expect(kinds(named)).not.toContain('book');
      expect(said(named)).toMatch(/Saturday, November 28, 1:00 PM.*Texas law/);
      chat.chooses('unrepresented', 'Without representation');
      expect(chat.state.booking.appointment?.startsAt).toBe('2026-11-28T19:00:00.000Z');
    },
  );

  test('a buyer who answers the law’s question with another time can still book', () => {
    const { chat } = buyerWithPick();
    for (const other of ['Saturday at 1pm', 'Saturday at 3pm', 'Saturday at 2pm']) {
      expect(said(chat.says(other))).toMatch(/Texas law/);
    }
    expect(kinds(chat.says('without representation'))).toContain('book');
  });

  test('another time that is pressed while the law’s question stands is said back, and the question is put for it anew', () => {
    const { chat } = buyerWithPick();
    const pressed = chat.presses(2);
    expect(said(pressed)).toMatch(/Saturday, November 28, 5:00 PM.*booked.*Texas law/);
    chat.says('hm');
    chat.chooses('unrepresented', 'Without representation');
    expect(chat.state.booking.appointment?.startsAt).toBe('2026-11-28T23:00:00.000Z');
  });

  test('"none of those" to the law’s question lets no time go', () => {
    const { chat } = buyerWithPick();
    expect(said(chat.says('none of those'))).not.toMatch(/which day|what day/i);
    expect(kinds(chat.says('ok, without representation'))).toContain('book');
  });

  test('an answer that comes too late for the time is told so, and offered others; it is not asked for again', () => {
    const { chat } = buyerWithPick();
    chat.later(7 * 24 * 3_600_000);
    const late = chat.chooses('unrepresented', 'Without representation');
    expect(said(late)).toMatch(/no longer available|gone now/);
    expect(offeredIn(late).length).toBeGreaterThan(0);
    expect(chat.state.booking.appointment).toBeNull();
    const done = chat.says('the first one');
    expect(said(done)).not.toMatch(/Texas law/);
    expect(kinds(done)).toContain('book');
  });

  test('a pressed time that was kept free for as long as it may be is told to be gone, and other times follow', () => {
    const { chat } = buyerWithPick('pressed');
    const { appointmentId = '', startsAt = '' } = chat.state.booking.held ?? {};
    const over = { state: 'failed', by: 'system', meeting: 'viewing', with: null } as const;
    const results = chat.happens({ kind: 'appointment-changed', seq: 9, appointmentId, startsAt, ...over });
    expect(said(results)).toMatch(/no longer available|gone now/);
    expect(offeredIn(results)).toHaveLength(3);
    expect(kinds(results)).not.toContain('book');
    expect(said(chat.says('the first one'))).toMatch(/Texas law/);
    expect(kinds(chat.says('without representation'))).toContain('book');
  });

  test('a time that somebody else took while the law’s question stood is replaced by others', () => {
    const { chat } = buyerWithPick();
    chat.calendar.isTaken = true;
    const lost = chat.chooses('unrepresented', 'Without representation');
    expect(said(lost)).toMatch(/already taken|just taken/);
    expect(offeredIn(lost)).toHaveLength(3);
  });

  test.each([
    ['said', 'Sorry, please cancel the visit'],
    ['pressed', 'Sorry, please cancel the visit'],
    ['said', 'cancela la visita por favor'],
  ] as const)('what was %s is called off before it is booked: %s', (how, words) => {
    const { chat } = buyerWithPick(how);
    const results = chat.says(words);
    expect(said(results)).not.toMatch(/Texas|morning|mañana|the team|equipo/);
    expect(kinds(results)).not.toContain('find-times');
    expect(kinds(results)).not.toContain('book');
    expect(kinds(results).includes('cancel-appointment')).toBe(how === 'pressed');
    expect(answerIn(chat.state, 'visit')).toBeUndefined();
  });

  test('a number to call beside the choice of a time books no showing without an answer to the law’s question', () => {
    const { chat } = buyerWithOffer();
    const asked = chat.says('call me on 512 555 0143', 'the second one');
    expect(kinds(asked)).not.toContain('book');
    expect(said(asked)).toMatch(/Saturday, November 28, 1:00 PM.*Texas law/);
    chat.says('without representation');
    expect(chat.state.booking.appointment).toMatchObject({
      startsAt: '2026-11-28T19:00:00.000Z',
      meeting: 'viewing',
    });
  });

  test('a call wanted instead of the showing that was picked does not book the showing', () => {
    const { chat } = buyerWithPick('pressed');
    const results = chat.says('actually, can someone call me instead? 512 555 0143');
    const booked = effectsOf(results).filter(({ kind }) => kind === 'book');
    expect(booked).toEqual([]);
    expect(chat.state.booking.appointment).toBeNull();
  });

  test('without representation it is booked, and the team knows the terms', () => {
    const { chat, last } = buyerWithOffer();
    expect(offeredIn(last)).toEqual([
      'Saturday, November 28, 9:00 AM (Central Time)',
      'Saturday, November 28, 1:00 PM (Central Time)',
      'Saturday, November 28, 5:00 PM (Central Time)',
    ]);
    chat.says('the first one');
    const booked = chat.chooses('unrepresented', 'Without representation');
    expect(said(booked)).toMatch(/sign .*agreement/);
    expect(notes(booked)).toMatch(
      /without representation\. It takes a nonexclusive written showing agreement.*only size, price, and terms/,
    );
    expect(notes(booked)).toMatch(/Before the showing, give the Information About Brokerage Services notice \(IABS\)/);
    expect(chat.state.slots.showing?.evidence[0]?.seq).toBe(3);
  });

  test('a showing that a person booked before the law’s question had its answer tells the team what the law wants', () => {
    const { chat } = buyerWithOffer();
    chat.mode('human', 'staff');
    const startsAt = '2026-11-28T15:00:00.000Z';
    const set = { state: 'booked', by: 'staff', startsAt, meeting: 'viewing', with: 'Ana Ruiz' } as const;
    const told = chat.happens({ kind: 'appointment-changed', seq: 9, appointmentId: 'a', ...set });
    expect(notes(told)).toContain(
      'Before the showing: a written buyer agreement, or a showing without representation.',
    );
  });

  test('a buyer who chose no representation is told the facts of the home like everybody: only the visit has limits', () => {
    const chat = buyerWithShowing();
    const parts = effectsOf(chat.says('Does it have a garage?')).flatMap((one) =>
      one.kind === 'reply' ? one.parts : [],
    );
    expect(parts.map(({ kind }) => kind)).toContain('answer');
    const advice = effectsOf(chat.says('Is it a good deal? What would you offer?'));
    expect(JSON.stringify(advice)).not.toMatch(/good deal\.|you should|I would/);
  });

  test.each(['said', 'pressed'] as const)(
    'with an agreement to be signed nothing is booked: the team and the visitor read which time was %s',
    (how) => {
      const { chat } = buyerWithPick(how);
      const results = chat.chooses('agreement', 'Agreement first');
      expect(alerts(results)).toEqual(expect.arrayContaining(['agreement-wanted', 'appointment-wanted']));
      expect(reasons(results)).toContain(`Wants a buyer agreement before the showing on ${first}`);
      expect(reasons(results)).toContain(`Would like a showing: ${first}`);
      expect(said(results)).toContain(first);
      expect(said(results)).not.toMatch(/morning or|mornings or|which day|what day/i);
      // The team decides who gets the time that was held for them.
      expect(kinds(results).includes('cancel-appointment')).toBe(how === 'pressed');
      const rest = [...results, ...chat.says('ok'), ...chat.says('the second one'), ...chat.says('yes')];
      expect(kinds(rest)).not.toContain('book');
      expect(kinds(rest)).not.toContain('offer-slots');
    },
  );

  test('another day after the agreement was chosen is told to the team as the one they prefer now', () => {
    const { chat } = buyerWithPick();
    chat.chooses('agreement', 'Agreement first');
    const results = chat.says('Sunday at 2pm would be better');
    expect(reasons(results).join(' ')).toContain('Now prefers Sunday, November 22, 2:00 PM');
    expect(kinds(results)).not.toContain('find-times');
  });

  test('once the team notes that the agreement is signed, the time that was picked is offered, and a yes books it', () => {
    const { chat } = buyerWithPick();
    chat.chooses('agreement', 'Agreement first');
    expect(chat.state.slots.agreement?.state).toBe('unknown');
    const results = chat.happens({ kind: 'slot-corrected', seq: 9, slot: 'agreement', value: true });
    expect(offeredIn(results)).toEqual([`${first} (Central Time)`]);
    const done = chat.says('yes');
    expect(said(done)).not.toMatch(/Texas law/);
    expect(kinds(done)).toContain('book');
  });

  test('a signature is no news where no showing is wanted', () => {
    const other = withCalendar();
    other.says('What does it cost?');
    expect(kinds(other.happens({ kind: 'slot-corrected', seq: 9, slot: 'agreement', value: true }))).not.toContain(
      'reply',
    );
  });

  test.each(['said', 'pressed'] as const)(
    'with an agent of their own it goes through that agent: nothing is booked, and the team reads which time was %s',
    (how) => {
      const { chat } = buyerWithPick(how);
      const told = chat.chooses('own-agent', 'I have an agent');
      expect(reasons(told)).toContain(`Says they already have an agent, and picked a showing on ${first}`);
      expect(chat.state.asked?.question).toBe('represented');
      const results = chat.says('yes, signed');
      expect(chat.state.at).toBe('REPRESENTED');
      expect(kinds(results).includes('cancel-appointment')).toBe(how === 'pressed');
      expect(kinds([...results, ...chat.says('the first one')])).not.toContain('book');
      expect(answerIn(chat.state, 'showing')).toBeUndefined();
    },
  );

  test('a buyer who has signed nothing with that agent is asked again how they come, and keeps the picked time', () => {
    const { chat } = buyerWithPick();
    chat.chooses('own-agent', 'I have an agent');
    expect(said(chat.says('no, nothing signed'))).toMatch(/Texas law|represent/);
    expect(kinds(chat.chooses('unrepresented', 'Without representation'))).toContain('book');
    expect(chat.state.booking.appointment?.startsAt).toBe('2026-11-28T15:00:00.000Z');
  });

  test('a buyer who will not say is not booked, and the team hears which time they picked', () => {
    const { chat } = buyerWithPick();
    const results = chat.says('rather not say');
    expect(reasons(results)).toContain(`Would like a showing: ${first}`);
    expect(said(results)).toContain(first);
    const rest = [...results, ...chat.says('2')];
    expect(kinds(rest)).not.toContain('book');
    expect(kinds(rest)).not.toContain('find-times');
  });

  test('the team gets the picked time of a buyer who leaves before the law’s question has its answer', () => {
    const { chat } = buyerWithPick('pressed');
    const results = chat.says('bye');
    expect(reasons(results).join(' ')).toContain(first);
    expect(kinds(results)).toContain('cancel-appointment');
    expect(kinds(results)).not.toContain('book');
  });
});

describe('the law’s question', () => {
  test('is not put again behind the answer to what they ask, and its answer counts after the team has the time', () => {
    const { chat } = buyerWithOffer();
    expect(said(chat.says('the first one'))).toMatch(/Texas law/);
    expect(said(chat.says('is there a garage?'))).not.toMatch(/Texas law/);
    expect(said(chat.says('how many beds are there?'))).toContain('Saturday, November 28, 9:00 AM');
    expect(kinds(chat.says('without representation is fine'))).toContain('find-times');
  });

  test.each(['does the deck get the afternoon sun?', 'is there a garage? I get home at 8am and sleep days'])(
    'keeps the time that was picked beside “%s”',
    (words) => {
      const { chat } = buyerWithOffer('Can I see it Saturday at 11?');
      expect(kinds(chat.says(words))).not.toContain('find-times');
      const moved = said(chat.says('can we do Friday, same time?'));
      expect(moved).toMatch(/11:00 AM/);
      expect(moved).not.toMatch(/team/);
    },
  );

  test('stands where Claude’s reply to something else leaves it out', () => {
    const { chat } = buyerWithOffer();
    chat.says('the first one');
    chat.happens({ kind: 'spoke', asked: 'showing' });
    chat.says('is there a garage?');
    chat.happens({ kind: 'spoke', asked: null });
    expect(chat.state.asked?.question).toBe('showing');
    expect(kinds(chat.says('without representation'))).toContain('book');
  });

  test('asks somebody who told of an agent only whether something is signed', () => {
    const { chat } = buyerWithOffer('I have an agent already. Can I see it on Saturday?');
    const asked = said(chat.says('the first one'));
    expect(asked).toMatch(/signed/);
    expect(asked).not.toMatch(/Texas law/);
    expect(chat.state.asked?.question).toBe('represented');
  });

  test('comes after two evasions about an agent, and “ok” signs nothing', () => {
    const { chat } = buyerWithOffer('I have an agent already. Can I see it on Saturday?');
    chat.says('the deck looks great');
    chat.says('hm maybe');
    chat.says('the first one');
    expect(chat.state.slots.represented?.value).not.toBe(true);
    expect(chat.state.asked?.question).toBe('showing');
  });
});

test.each(["No, we don't have an agent", 'not represented yet', 'No tengo agente'])(
  '“%s” is no choice of a showing without representation: the law’s question comes again, in other words',
  (words) => {
    const { chat } = buyerWithOffer();
    const asked = said(chat.says('the first one'));
    const again = chat.says(words);
    expect(kinds(again)).not.toContain('book');
    expect(chat.state.slots.showing?.state ?? 'unknown').toBe('unknown');
    expect(said(again)).toMatch(/represent|agreement|acuerdo/i);
    expect(said(again)).not.toBe(asked);
    expect(kinds(chat.says('without representation then'))).toContain('book');
  },
);
