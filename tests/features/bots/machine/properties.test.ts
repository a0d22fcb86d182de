import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import type { BotEvent, BotState, StepResult } from '../../../../src/features/bots/state/protocol.ts';
import { step } from '../../../../src/features/bots/step.ts';
import { fuzzBot, isOfVisitor } from '../fuzzBot.ts';
import { conversation, pack, replyOf, textOf } from '../play.ts';
import { numbered, turns } from '../randomTalks.ts';
import { bookingPack } from '../withCalendar.ts';

const lastQuestion = (text: string): string => /[^.?!]*\?$/.exec(text)?.[0]?.trim() ?? '';

/** `npm run walk` takes as many more as one likes. */
const runs = Number(process.env.HUB_PROPERTY_RUNS ?? 50);

describe('over random conversations', () => {
  test.each(['lead', 'buyer', 'seller'] as const)(
    'the %s bot has no dead state, asks nothing twice in a row, is silent when it must be, and replays alike',
    (bot) => {
      expect(fuzzBot(bot, 30).walks).toBe(30);
    },
  );

  test.each(['lead', 'buyer', 'seller'] as const)('with a calendar, the %s bot keeps the same rules', (bot) => {
    expect(fuzzBot(bot, 20, bookingPack).walks).toBe(20);
  });

  test('nothing is said of our own accord after an opt-out, nor in human or closed mode; none repeats the last one or its question; all keep the cap; each message is answered or waits; each fact has its evidence', () => {
    fc.assert(
      fc.property(turns, (drawn) => {
        const chat = conversation();
        const said = new Map<number, string>();
        let spoken = { text: '', question: '' };
        for (const happened of numbered(drawn)) {
          for (const one of happened) if (one.kind === 'visitor-message') said.set(one.seq, one.text);
          const before = chat.state;
          const result = chat.happen(...happened);
          spoken = expectReplyInOrder(before, happened, result, spoken);
          if (chat.state.mode === 'bot' && chat.state.unansweredSeq !== null)
            expect(result.effects.map(({ kind }) => kind)).toContain('wait');
          expectEvidence(chat.state, said);
        }
      }),
      { numRuns: runs },
    );
  });

  test('the same step gives the same result, from a state that went through JSON, and changes nothing it was given', () => {
    fc.assert(
      fc.property(turns, (drawn) => {
        let state = firstState();
        for (const happened of numbered(drawn)) {
          const event = { at: '2026-11-21T15:00:00.000Z', happened };
          const frozen = JSON.stringify(state);
          const once = step(state, event, pack);
          expect(JSON.stringify(state)).toBe(frozen);
          const again = step(JSON.parse(frozen), event, pack);
          expect(again).toEqual(JSON.parse(JSON.stringify(once)));
          state = once.state;
        }
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });

  test('a state keeps only a bounded amount of a stranger’s words', () => {
    const chat = conversation();
    chat.mode('human', 'staff');
    for (let turn = 0; turn < 200; turn++) chat.visitor('x'.repeat(4000));
    expect(chat.state.pending).toHaveLength(5);
    expect(JSON.stringify(chat.state).length).toBeLessThan(25_000);
  });
});

/** What Jorge says is allowed, is within its bounds and is not what he said before; answers what he has said last. */
function expectReplyInOrder(
  before: BotState,
  happened: readonly BotEvent[],
  result: StepResult,
  last: { text: string; question: string },
): { text: string; question: string } {
  const reply = replyOf(result);
  const kinds = result.effects.map(({ kind }) => kind);
  const isAnswer = happened.some(isOfVisitor);
  if (before.ended === 'opted-out' && !isAnswer) expect(reply).toBeUndefined();
  const mode = happened.findLast((one) => one.kind === 'mode-changed')?.mode ?? before.mode;
  if (mode === 'human' || mode === 'closed')
    expect(reply ?? result.effects.find(({ kind }) => kind === 'wait')).toBeUndefined();
  if (!reply) return last;
  const own = reply.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join(' ');
  expect(own.length).toBeLessThanOrEqual(1000);
  expect((own.match(/\?/g) ?? []).length).toBeLessThanOrEqual(1);
  expect(own).not.toMatch(/ - |\{|\}|undefined|null|NaN/);
  // The same question again gets the same answer, which is written at the edge.
  if (own !== '') expect(textOf(result)).not.toBe(last.text);
  const asked = lastQuestion(own);
  if (asked !== '') expect(asked).not.toBe(last.question);
  if (kinds.includes('wait')) expect(kinds.indexOf('reply')).toBeLessThan(kinds.indexOf('wait'));
  return { text: textOf(result), question: asked || last.question };
}

/** An answered slot has words of the visitor's as evidence, or the word of staff or of a model. */
function expectEvidence(state: BotState, said: ReadonlyMap<number, string>): void {
  for (const slot of Object.values(state.slots)) {
    if (slot.state !== 'answered' || slot.confidence === 1) continue;
    expect(slot.evidence.length).toBeGreaterThan(0);
    for (const { seq, start, end } of slot.evidence) {
      if (seq === 0) continue;
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(said.get(seq)?.length ?? -1);
    }
  }
}
