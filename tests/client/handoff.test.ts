import { describe, expect, test } from 'vitest';
import { jorge, logged, visitor } from '../../client/gallery/fixtures.ts';
import { handoffCardOf } from '../../client/shared/components/lead/handoffCard.ts';
import { conversationFacts } from '../../client/shared/state/conversationFacts.ts';
import { heldReplyOf } from '../../client/shared/state/heldReply.ts';
import type { Mode } from '../../src/contract/values.ts';

type Line = Parameters<typeof logged>[0][number];
const maya = { kind: 'agent' as const, id: 'a1', name: 'Maya' };
const said = (actor: Line['actor'], text: string): Line => ({
  type: 'message-created',
  actor,
  data: { messageId: text, text, channel: 'widget', language: 'en' },
});
const asked = (state: string, reason = 'asked-for-person', urgency: 'high' | 'normal' = 'high') =>
  ({
    type: 'handoff-changed',
    actor: jorge,
    data: { handoffId: 'h', state, from: 'seller', to: 'human', reason, urgency },
  }) as Line;
const slot = (value: unknown, state: 'answered' | 'declined' | 'unknown' = 'answered') => ({
  value,
  state,
  confidence: null,
  evidence: [{ log: 'public:talk-1', seq: 1, start: 0, end: 3 }],
});
const known: Line = {
  type: 'qualification-changed',
  actor: jorge,
  data: {
    slots: {
      intent: slot('sell'),
      price: slot({ minCents: 65_000_000, maxCents: 65_000_000, currency: 'USD' }),
      motivation: slot(null, 'declined'),
      phone: slot('+15125550134'),
      name: slot('Kayla'),
    },
    answered: 1,
    total: 3,
    missing: ['motivation', 'timeline'],
  },
};
const scored = {
  type: 'score-changed',
  actor: jorge,
  data: {
    score: 61.6,
    display10: 6.2,
    temperature: 'warm',
    confidence: null,
    basis: 'rules',
    calibrated: false,
    components: {},
    reasons: [],
    evidence: [],
    version: 'v',
  },
} as Line;
const turn = {
  type: 'bot-turn',
  actor: jorge,
  data: { turnNo: 1, bot: 'seller', from: 'QUALIFY', to: 'QUALIFY', questionsAnswered: 1, effects: [] },
} as Line;
const note = (held?: { text: string; question?: string }): Line => ({
  type: 'note-created',
  actor: jorge,
  data: { text: 'Held back for review: …', ...(held === undefined ? {} : { held }) },
});
const cardOf = (mode: Mode, lines: Line[]) => {
  const entries = logged(lines);
  return handoffCardOf({ talk: entries, team: entries, facts: conversationFacts(entries, entries), mode });
};

describe('the handoff card', () => {
  test('tells the reason, the urgency, the open question and the next step, and leaves known facts to the rail', () => {
    const card = cardOf('waiting', [turn, known, scored, asked('requested'), said(visitor, 'Can I talk to a person?')]);
    expect(card).toEqual({
      why: 'Asked for a person',
      isUrgent: true,
      summary: 'Seller · 1 message',
      unanswered: 'Can I talk to a person?',
      next: 'Answer their last message.',
    });
  });

  test('stays while a person speaks, and after an answer says what is still to ask', () => {
    const lines = [
      turn,
      known,
      asked('requested', 'no-progress', 'normal'),
      asked('in_takeover'),
      said(visitor, 'Hello?'),
      said(maya, 'Hi'),
    ];
    expect(cardOf('human', lines)).toMatchObject({
      isUrgent: false,
      unanswered: null,
      next: 'Ask about their timeline.',
    });
  });

  test('is there for an agent who takes over unasked, and gone with Jorge back or the talk over', () => {
    expect(cardOf('human', [turn])?.why).toBe('Someone on the team took over');
    expect(cardOf('human', [])?.summary).toBe('Visitor · 0 messages');
    expect(cardOf('bot', [turn, asked('requested'), asked('released')])).toBeNull();
    expect(cardOf('waiting', [turn, asked('requested'), asked('released')])).toBeNull();
    expect(cardOf('waiting', [turn])).toBeNull();
    expect(cardOf('closed', [asked('requested')])).toBeNull();
  });

  test('points at a reply that is held back', () => {
    expect(cardOf('waiting', [asked('requested', 'review'), note({ text: 'Fees are agreed.' })])?.next).toMatch(
      /ready/,
    );
  });
});

describe('a reply that is held back', () => {
  const heldIn = (...lines: Line[]) => {
    const entries = logged(lines);
    return heldReplyOf(entries, entries);
  };

  test('is the newest, until a person has written or Jorge goes on', () => {
    const held = note({ text: 'Fees are agreed.', question: 'What is the HOA?' });
    expect(heldIn(note({ text: 'Older.' }), held)).toMatchObject({
      text: 'Fees are agreed.',
      question: 'What is the HOA?',
    });
    expect(heldIn(held, said(visitor, 'Hello?'), said(jorge, 'A person still has to look.'))).not.toBeNull();
    expect(heldIn(held, said(maya, 'Hi, this is Maya.'))).toBeNull();
    expect(heldIn(held, { type: 'conversation-changed', actor: maya, data: { mode: 'bot' } })).toBeNull();
    const out = { type: 'conversation-changed', actor: jorge, data: { mode: 'waiting', reason: 'opted-out' } } as const;
    expect(heldIn(held, out)).toBeNull();
    expect(heldIn(note())).toBeNull();
  });
});
