import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { firstState, step } from '../../../src/features/bots/step.ts';
import { conversation, pack, replyOf, textOf } from './play.ts';
import { numbered, turns } from './randomTalks.ts';
import { walkBot } from './walkBot.ts';
import { bookingPack } from './withCalendar.ts';

const lastQuestion = (text: string): string => /[^.?!]*\?$/.exec(text)?.[0]?.trim() ?? '';
// Thousands of talks: seconds on a machine of its own, minutes on one that is shared.
vi.setConfig({ testTimeout: 180_000 });

const runs = Number(process.env.HUB_PROPERTY_RUNS ?? 400);

describe('over random conversations', () => {
  test.each(['lead', 'buyer', 'seller'] as const)(
    'the %s bot has no dead state, asks nothing twice in a row, is silent when it must be, and replays alike',
    (bot) => {
      const { walks } = walkBot(bot, 300);
      expect(walks).toBe(300);
    },
  );

  test.each(['lead', 'buyer', 'seller'] as const)('with a calendar, the %s bot keeps the same rules', (bot) => {
    expect(walkBot(bot, 200, bookingPack).walks).toBe(200);
  });

  test('no reply follows an opt-out, nor in human or closed mode; none repeats the last one or its question; all keep the cap', () => {
    fc.assert(
      fc.property(turns, (drawn) => {
        const chat = conversation();
        let question = '';
        let lastText = '';
        for (const happened of numbered(drawn)) {
          const before = chat.state;
          const result = chat.happen(...happened);
          const reply = replyOf(result);
          const isBack = result.effects.some(({ kind }) => kind === 'lift');
          if (before.ended === 'opted-out' && !isBack) expect(reply).toBeUndefined();
          const mode = happened.findLast((one) => one.kind === 'mode-changed')?.mode ?? before.mode;
          if (mode === 'human' || mode === 'closed')
            expect(reply ?? result.effects.find(({ kind }) => kind === 'wait')).toBeUndefined();
          if (!reply) continue;
          const own = reply.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join(' ');
          expect(own.length).toBeLessThanOrEqual(1000);
          expect((own.match(/\?/g) ?? []).length).toBeLessThanOrEqual(1);
          expect(own).not.toMatch(/ - |\{|\}|undefined|null|NaN/);
          expect(textOf(result)).not.toBe(lastText);
          lastText = textOf(result);
          const asked = lastQuestion(own);
          if (asked !== '') expect(asked).not.toBe(question);
          question = asked || question;
          const kinds = result.effects.map(({ kind }) => kind);
          if (kinds.includes('wait')) expect(kinds.indexOf('reply')).toBeLessThan(kinds.indexOf('wait'));
        }
      }),
      { numRuns: runs },
    );
  });

  test('a visitor’s message is answered, or an honest wait stands, unless a person has the conversation', () => {
    fc.assert(
      fc.property(turns, (drawn) => {
        const chat = conversation();
        for (const happened of numbered(drawn)) {
          const result = chat.happen(...happened);
          if (chat.state.mode !== 'bot' || chat.state.unansweredSeq === null) continue;
          expect(result.effects.map(({ kind }) => kind)).toContain('wait');
        }
      }),
      { numRuns: runs },
    );
  });

  test('an answered slot has words of the visitor’s as evidence, or the word of staff or of a model', () => {
    fc.assert(
      fc.property(turns, (drawn) => {
        const chat = conversation();
        const said = new Map<number, string>();
        for (const happened of numbered(drawn)) {
          for (const one of happened) if (one.kind === 'visitor-message') said.set(one.seq, one.text);
          chat.happen(...happened);
          for (const slot of Object.values(chat.state.slots)) {
            if (slot.state !== 'answered') continue;
            if (slot.confidence === 1) continue;
            expect(slot.evidence.length).toBeGreaterThan(0);
            for (const { seq, start, end } of slot.evidence) {
              if (seq === 0) continue;
              expect(start).toBeGreaterThanOrEqual(0);
              expect(end).toBeGreaterThan(start);
              expect(end).toBeLessThanOrEqual(said.get(seq)?.length ?? -1);
            }
          }
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

  test('what a state keeps of a stranger is bounded', () => {
    const chat = conversation();
    chat.mode('human', 'staff');
    for (let turn = 0; turn < 100; turn++) chat.visitor('x'.repeat(4000));
    expect(chat.state.pending).toHaveLength(5);
    expect(JSON.stringify(chat.state).length).toBeLessThan(25_000);
  });
});
