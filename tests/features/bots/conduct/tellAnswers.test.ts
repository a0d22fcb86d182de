import { describe, expect, it } from 'vitest';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import type { BotEvent } from '../../../../src/features/bots/state/protocol.ts';
import { step } from '../../../../src/features/bots/step.ts';
import { replayTurns } from '../../../../src/features/turns/replayTurns.ts';
import { conversation, pack } from '../play.ts';

const answered = (seq: number, question: string | null = 'do you manage rentals?'): BotEvent => ({
  kind: 'question-answered',
  seq,
  question,
  words: 'We do not.',
});
const saidIn = ({ effects }: ReturnType<ReturnType<typeof conversation>['visitor']>): string[] =>
  effects.flatMap((effect) =>
    effect.kind === 'reply' ? [effect.parts.map((part) => (part.kind === 'text' ? part.text : '')).join(' ')] : [],
  );

describe('a question that has its answer by now', () => {
  it('is told with the question, and the open question to the visitor still stands', () => {
    const chat = conversation();
    chat.visitor('I want to sell my house');
    const { asked, slots, pending } = chat.state;
    expect(saidIn(chat.happen(answered(90)))).toEqual([
      'You asked earlier: “do you manage rentals?” I have the answer now: We do not.',
    ]);
    expect(saidIn(chat.happen(answered(91, null)))[0]).toMatch(/^You asked something earlier/);
    expect({ asked: chat.state.asked, slots: chat.state.slots, pending: chat.state.pending }).toEqual({
      asked,
      slots,
      pending,
    });
    expect(chat.results.at(-1)?.effects.flatMap((effect) => (effect.kind === 'reply' ? effect.acts : []))).toEqual([
      { act: 'answer', text: 'nowKnownUnsaid', variant: 0 },
    ]);
    expect(replayTurns(chat.recorded, { step, firstState, market: pack })).toEqual([]);
  });

  it('is a message of its own beside the answer to what was just said', () => {
    const chat = conversation();
    chat.visitor('hi');
    const said = saidIn(
      chat.happen({ kind: 'visitor-message', seq: 9, log: 'public:c', text: 'I want to sell' }, answered(90)),
    );
    expect(said).toHaveLength(2);
    expect(said[1]).toContain('We do not.');
  });

  it('is not told after an opt-out, in danger, after a deletion request, or while a person speaks', () => {
    for (const text of ['STOP', 'I want to kill myself', 'please delete all my data']) {
      const chat = conversation();
      chat.visitor('hi');
      chat.visitor(text);
      expect([text, saidIn(chat.happen(answered(90)))]).toEqual([text, []]);
    }
    const human = conversation();
    human.visitor('hi');
    human.mode('human', 'staff');
    expect(saidIn(human.happen(answered(90)))).toEqual([]);
  });
});
