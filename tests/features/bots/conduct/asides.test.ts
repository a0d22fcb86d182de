import { describe, expect, test } from 'vitest';
import { watched } from '../expectations.ts';
import { answerIn, textOf } from '../play.ts';
import { withCalendar } from '../withCalendar.ts';

const said = (results: Parameters<typeof textOf>[0][]): string => results.map(textOf).join(' ');

describe('a question about the talk itself', () => {
  test.each(['what does without representation mean?', "what's the difference?", '¿qué significa sin representación?'])(
    '"%s" is explained and chooses no way to a showing: the law’s question stands',
    (words) => {
      const chat = withCalendar();
      chat.says('Can I see it on Saturday?');
      chat.presses(0);
      const answer = said(chat.says(words));
      expect(answer).toMatch(/agreement|acuerdo/i);
      expect(answer).not.toContain(`[${words}]`);
      expect(chat.state.slots.showing?.state ?? 'unknown').toBe('unknown');
      expect(chat.state.asked?.question).toBe('showing');
    },
  );

  test.each(['what time is it again?', 'when is my appointment?', 'what day was it?'])(
    '"%s" of somebody with an appointment is answered with its day and hour',
    (words) => {
      const chat = withCalendar();
      chat.says('Can I see it on Saturday?');
      chat.presses(0);
      chat.chooses('unrepresented', 'Without representation');
      const answer = said(chat.says(words));
      expect(answer).toMatch(/Saturday, November 28, \d{1,2}:\d\d [AP]M/);
      expect(answer).not.toContain('[');
    },
  );

  test('"why do you need that?" is told why, is no refusal, and the question stands', () => {
    const chat = watched();
    chat.visitor('I want to buy a house');
    const asked = chat.state.asked?.question;
    const answer = textOf(chat.visitor('why do you need that?'));
    expect(answer).toMatch(/skip anything/);
    expect(chat.state.asked?.question).toBe(asked);
    expect(chat.state.slots[asked ?? '']?.state ?? 'unknown').toBe('unknown');
  });

  test('"what company is this?" is told the brokerage', () => {
    expect(textOf(watched().visitor('what company is this?'))).toContain('chatting with Barton Ridge Realty');
  });
});

describe('one sentence in pieces', () => {
  test('a question in five messages is one question', () => {
    const answer = textOf(watched().visitor('hey', 'this house', 'is it', 'still for sale', '??'));
    expect(answer).toContain('[hey this house is it still for sale ??]');
  });

  test('a wish to see the home in five messages is a wish, with its day and time', () => {
    const chat = withCalendar();
    chat.says('i want', 'to see it', 'on monday', 'afternoon');
    expect(answerIn(chat.state, 'visit')).toBe('viewing');
    expect(answerIn(chat.state, 'day')).toBe('Monday');
    expect(answerIn(chat.state, 'timeOfDay')).toBe('afternoon');
  });

  test('facts sent one by one stay what each of them says', () => {
    const chat = watched();
    chat.visitor('I want to buy a house');
    chat.visitor('600k', 'yes preapproved', '3 beds');
    expect(answerIn(chat.state, 'beds')).toBe(3);
    expect(answerIn(chat.state, 'visit')).toBeUndefined();
  });
});

describe('a time and its end in other words', () => {
  test('"Tuesday morning" after the wish for a call is the time for it, whatever else was asked', () => {
    const chat = withCalendar();
    for (const text of ['I want to sell my house', '12 Oak Street', 'downsizing', '30 days is fine', 'great condition'])
      chat.says(text);
    expect(chat.state.asked?.question).toBe('price');
    chat.says('can someone call me?');
    const offered = chat
      .says('Tuesday morning')
      .flatMap(({ effects }) =>
        effects.flatMap((effect) => (effect.kind === 'offer-slots' ? effect.data.slots.map(({ label }) => label) : [])),
      );
    expect(offered.length).toBeGreaterThan(0);
    for (const label of offered) expect(label).toMatch(/^Tuesday, .* (?:9|1[01]):\d\d AM/);
  });

  test('"cancélala" cancels, and offers nothing in its place', () => {
    const chat = withCalendar();
    chat.says('Hola, quiero ver la casa el jueves por la tarde');
    chat.presses(0);
    chat.chooses('unrepresented', 'Sin representación');
    for (const text of ['512 555 0188', '500 mil']) chat.says(text);
    expect(chat.state.asked?.question).toBe('mayCall');
    const results = chat.says('ya no puedo ir, cancélala');
    expect(said(results)).toMatch(/anulado|cancelado/);
    // "Ya no" is no yes to what was asked before.
    expect(answerIn(chat.state, 'mayCall')).not.toBe(true);
    expect(results.flatMap(({ effects }) => effects.map(({ kind }) => kind))).not.toContain('offer-slots');
  });

  test('many questions at once get whole sentences, whatever has to be left out', () => {
    const chat = withCalendar();
    const answer = said(
      chat.says(
        'Hi, what are the taxes? Is there an HOA? are the schools good? is it safe? and can I see it Saturday?',
      ),
    );
    const rest = answer.replace(/\[[^\]]*\]/g, '');
    expect(rest).not.toMatch(/[a-z] (?:Before a showing|How shall)/);
    expect(rest).toMatch(/[.?]$/);
  });
});

describe('Jorge follows a visitor who changes their mind', () => {
  test('"actually no, I want to buy first" of a seller goes on with the purchase', () => {
    const chat = watched();
    chat.visitor('I want to sell my condo');
    chat.visitor('actually no, I want to buy first');
    expect(answerIn(chat.state, 'intent')).toBe('buy');
    expect(chat.state.bot).toBe('buyer');
  });

  test('a visitor who leaves and comes back with a wish is answered', () => {
    const chat = watched();
    chat.visitor('I want to buy a house');
    chat.visitor('forget it, I changed my mind');
    expect(textOf(chat.visitor('ok actually I do want to buy'))).not.toBe('');
  });

  test('words about themselves go to the team, and are not called unclear', () => {
    const chat = watched();
    chat.visitor('I want to sell my house');
    chat.visitor('12 Oak Street');
    expect(textOf(chat.visitor("I live in Ohio so I can't keep it up"))).toMatch(/word for word|as you wrote it/);
  });

  test('"no" to a morning or an afternoon for a call means no call, and is not asked again', () => {
    const chat = withCalendar();
    for (const text of ['hi', 'buy', 'Hyde Park', '600k', 'yes', '3', "I don't know"]) chat.says(text);
    if (chat.state.asked?.question !== 'timeOfDay') throw new Error(`asked ${chat.state.asked?.question}`);
    expect(said(chat.says('no'))).not.toMatch(/morning|afternoon/);
    expect(chat.state.slots.timeOfDay?.state).toBe('declined');
  });

  test('a seller or a buyer who has finished is not told that there is no rush', () => {
    const chat = withCalendar();
    for (const text of ['hi', 'buy', 'Hyde Park', '600k', 'yes', '3', 'skip', 'no', 'hm', 'hm']) {
      const answer = said(chat.says(text));
      if (chat.state.ended !== null) expect(answer).not.toMatch(/No rush|skip that|leave that open|comes to mind/);
    }
    expect(chat.state.ended).not.toBeNull();
  });

  test('"the earliest" and "can I come Friday morning?" are heard', () => {
    const chat = withCalendar();
    chat.says('can I come Friday morning?');
    expect(answerIn(chat.state, 'day')).toBe('Friday');
    const earliest = chat.state.booking.offer?.slots[0]?.startsAt;
    chat.says('the earliest');
    expect(said(chat.chooses('unrepresented', 'Without representation'))).toMatch(/booked/i);
    expect(chat.state.booking.appointment?.startsAt).toBe(earliest);
  });
});

describe('typed on a phone, with its round apostrophes', () => {
  test('"I can’t make it after all" gives the time up and offers others', () => {
    const chat = withCalendar();
    chat.says('Can I see it on Saturday?');
    chat.presses(0);
    chat.chooses('unrepresented', 'Without representation');
    const effects = chat.says('I can’t make it after all').flatMap((result) => result.effects);
    expect(effects.map(({ kind }) => kind)).toContain('cancel-appointment');
  });

  test('"who’s this?" is told that it is an AI', () => {
    const chat = watched();
    chat.visitor('hello');
    expect(textOf(chat.visitor('who’s this?'))).toMatch(/\bAI\b/);
  });

  test('"you’re not listening" is met as a misunderstanding', () => {
    const chat = watched();
    chat.visitor('I want to buy a house');
    chat.visitor('you’re not listening');
    expect(chat.state.repairs).toBe(1);
  });

  test('the written words stay the evidence of a consent', () => {
    const chat = watched();
    chat.visitor('I want to buy a house');
    const words = 'it’s 512-555-0148, please call me';
    const consent = chat.visitor(words).effects.find((effect) => effect.kind === 'consent');
    expect(consent).toMatchObject({ said: words });
  });
});
