/** The brief that a turn gives Claude to write from. Costs: under a second. */
import { describe, expect, test } from 'vitest';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import { heardSpoken } from '../../../../src/features/bots/state/heardSpoken.ts';
import type { BotEvent, BotState, Effect } from '../../../../src/features/bots/state/protocol.ts';
import { step } from '../../../../src/features/bots/step.ts';
import { austin } from '../../../../src/features/packs/austin.ts';
import type { Pack } from '../../../../src/features/packs/model.ts';
import { home } from '../../../support/talk.ts';
import { replyOf } from '../play.ts';
import { withCalendar } from '../withCalendar.ts';

const pack: Pack = {
  ...austin,
  books: true,
  brokerage: 'Barton Ridge Realty',
  timeZone: 'America/Chicago',
  listing: home,
};

function after(texts: readonly string[], knows: Pack = pack): { state: BotState; effects: Effect[] } {
  let state = firstState();
  let effects: Effect[] = [];
  for (const [at, text] of texts.entries()) {
    const message = { kind: 'visitor-message' as const, seq: at * 2 + 1, log: 'public', text };
    ({ state, effects } = step(state, { at: '2026-11-17T16:00:00.000Z', happened: [message] }, knows));
  }
  return { state, effects };
}
const replyTo = (texts: readonly string[], knows = pack) =>
  after(texts, knows).effects.find((effect) => effect.kind === 'reply');
const briefOf = (...texts: string[]) => replyTo(texts)?.brief;

describe('the brief of a reply', () => {
  test('opens with the disclosure once, word for word', () => {
    expect(briefOf('hi there')?.opens).toContain('AI assistant at Barton Ridge Realty');
    expect(briefOf('hi there', 'is there an HOA?')?.opens).toBe('');
  });

  test('names what was done for a visitor who asks for a person, and asks nothing', () => {
    const brief = briefOf('hi', 'can I talk to a real person please');
    expect(brief?.done.join(' ')).toMatch(/team/);
    expect(brief?.careful).toContain('person');
    expect(brief?.mayAsk).toEqual([]);
  });

  test('says once that a person was called, and each way of reaching them that was closed', () => {
    const again = 'I need a real person';
    expect(briefOf('can I talk to a real person please', again)?.done).toHaveLength(1);
    expect(briefOf('can I talk to a real person please', again, `please, ${again}`)?.done).toEqual([]);
    expect(briefOf('no calls please, text me at 512 555 0143')?.done.join(' ')).toMatch(/won’t get any calls/);
  });

  test('stands word for word at the first wish for deletion, and lets Claude answer what comes with the next', () => {
    expect(briefOf('please delete all my data')).toBeUndefined();
    expect(
      briefOf('please delete all my data', 'cancel the showing too, and delete everything')?.offers.join(' '),
    ).toMatch(/request to delete your data/);
  });

  test('offers no times for a home that has a buyer: whether it is shown is for the team', () => {
    const taken = { ...pack, listing: { ...home, status: 'pending' as const } };
    const { effects } = after(['can I see it on Saturday at 11?'], taken);
    expect(effects.some(({ kind }) => kind === 'find-times')).toBe(false);
    expect(effects.some((effect) => effect.kind === 'alert' && effect.alert === 'appointment-wanted')).toBe(true);
  });

  test('offers the question that the rules would put first, then the next of the form, each with what it is good for', () => {
    const { listing: _, ...noPage } = pack;
    const mayAsk = replyTo(['I want to buy a house'], noPage)?.brief?.mayAsk ?? [];
    expect(mayAsk.map(({ question }) => question)).toEqual(['budget', 'preApproval', 'beds']);
    expect(mayAsk[0]).toMatchObject({
      words: expect.stringContaining('?'),
      why: expect.stringContaining('so that'),
      choices: [],
    });
    expect(mayAsk[1]?.choices.length).toBeGreaterThan(0);
  });

  test('has a legal choice said in the words of the rules, with its buttons', () => {
    const chat = withCalendar({}, pack);
    const reply = chat.says('Can I see the house on Saturday at 2 pm?').map(replyOf).at(-1);
    expect(reply?.choices?.length).toBeGreaterThan(0);
    // The time that was picked, and that it is not booked, stands before it.
    expect(reply?.brief?.closes).toMatch(/Saturday, November 28, 2:00 PM.*(?:isn't|Nothing is) booked.*represent/i);
    expect(reply?.brief).toMatchObject({ asks: 'showing', mayAsk: [] });
  });

  test('forbids the form at a hard moment', () => {
    const text = 'mom passed away last month';
    const reading = { acts: [], questions: [], slots: [], ruledOut: [], situation: 'grief', language: 'en' } as const;
    const happened = [
      { kind: 'understood', of: 1, by: 'model', reading, facts: [] },
      { kind: 'visitor-message', seq: 1, log: 'public', text },
    ] as const;
    const { effects } = step(
      firstState(),
      { at: '2026-11-17T16:00:00.000Z', happened: [...happened] as BotEvent[] },
      pack,
    );
    const brief = effects.find((effect) => effect.kind === 'reply')?.brief;
    expect(brief?.careful).toContain('gentle');
    expect(brief?.mayAsk).toEqual([]);
  });

  test.each(['STOP', 'please delete all my data', 'I want to kill myself'])('stands word for word after “%s”', (text) =>
    expect(briefOf('hi', text)).toBeUndefined(),
  );
});

describe('after Claude spoke', () => {
  const { listing: _, ...noPage } = pack;
  const asked = after(['I want to buy a house'], noPage).state;

  test('a question that it did not put no longer stands, and may be put as if for the first time', () => {
    const question = asked.asked?.question;
    expect(question).toBeDefined();
    const heard = heardSpoken(asked, { asked: null });
    expect(heard.asked).toBeNull();
    expect(heard.said[`q:${question}`]).toBeUndefined();
    expect(heard.quietReplies).toBe(asked.quietReplies + 1);
  });

  test('a question that it put stands', () => {
    expect(heardSpoken(asked, { asked: asked.asked?.question ?? null })).toBe(asked);
    expect(heardSpoken(asked, { asked: 'area' }).asked).toEqual({ question: 'area', times: 1, misses: 0 });
  });
});
